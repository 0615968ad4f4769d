/** A session table that writes down what is told of each session. */
import { LineScan } from '../../src/mail/line-scan.js';
import { createSessionTable, type SessionTable } from '../../src/sessions/session-table.js';
import type { Entry } from '../../src/model/entry.js';
import type { MessageRecorder } from '../../src/model/message.js';
import type { Session } from '../../src/model/session.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import type { ConnectionListener } from '../../src/model/stream.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

export interface Heard {
  readonly table: SessionTable;
  readonly listen: ConnectionListener;
  readonly sessions: Session[];
  readonly entries: Entry[];
  readonly ended: Session[];
}

export function hearSessions(): Heard {
  const sessions: Session[] = [];
  const entries: Entry[] = [];
  const ended: Session[] = [];
  const table = createSessionTable({
    decoder: mailDecoder,
    begin: (session) => sessions.push(session),
    entry: (_, entry) => entries.push(entry),
    message: () => {},
    end: (session) => ended.push(session),
    recordMessage: (session, direction, envelope): MessageRecorder => ({
      message: { id: 1, session: session.id, direction, envelope, entries: [], outcome: {}, size: 0, complete: false, missing: 0, ended: false, parts: [], lines: new LineScan().lines },
      content: () => {},
      gap: () => {},
      looseDot: () => {},
      interrupt: () => {},
      close: () => {},
    }),
  }, tlsTools);
  return { table, listen: table.listen, sessions, entries, ended };
}
