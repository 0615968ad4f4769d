/** The entries of TCP itself: set-up, FIN and RST. They have no octets of the stream. */
import { createEntry, type EntryDraft } from '../dialogue/entry-draft.js';
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Extent } from '../model/entry.js';
import type { Note } from '../model/note.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/stream.js';

const SET_UP = { phase: 'connect', step: 'set-up' } as const;
const TEARDOWN = { phase: 'close', step: 'teardown' } as const;

/** Undefined where nothing of the handshake was captured. */
export function setupEntry(session: Session): EntryDraft | undefined {
  const { setup } = session.connection;
  const first = setup[0];
  const last = setup[setup.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const frames = [...new Set(setup.map(({ frame }) => frame))].sort((a, b) => a - b);
  const extent: Extent = { offset: 0, bytes: 0, frames, frameCount: frames.length, first, last };
  return createEntry('tcp', 'client', extent, SET_UP, undefined, setupNote(session, first, last));
}

function setupNote({ connection, server, clientDirection }: Session, first: Arrival, last: Arrival): Note {
  const { port } = server;
  if (connection.handshake === 'complete') return { key: 'tcp.setup', params: { port, duration: secondsBetween(first, last) } };
  if (connection.halves[1 - clientDirection]!.seen) {
    const refused = connection.close === 'rst' && connection.closedBy !== clientDirection;
    return { key: refused ? 'tcp.setup-refused' : 'tcp.setup-partial', params: { port } };
  }
  return { key: 'tcp.setup-unanswered', params: { port, attempts: connection.setup.length } };
}

/** `offset`: how far the direction's stream had come; what travelled in the same packet stands before the FIN. */
export function finEntry(from: Side, isFirst: boolean, offset: number, arrival: Arrival): EntryDraft {
  const key = isFirst ? 'tcp.fin-first' : 'tcp.fin-second';
  return createEntry('tcp', from, at(offset, arrival), TEARDOWN, undefined, { key, params: { from } });
}

export function rstEntry(from: Side, afterClose: boolean, offset: number, arrival: Arrival): EntryDraft {
  return createEntry('tcp', from, at(offset, arrival), TEARDOWN, undefined, { key: 'tcp.rst', params: { from, afterClose } });
}

function at(offset: number, arrival: Arrival): Extent {
  return { offset, bytes: 0, frames: [arrival.frame], frameCount: 1, first: arrival, last: arrival };
}
