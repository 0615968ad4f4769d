/**
 * What more than one rule asks of a session so far, worked out once for all of them. It is up to date when a rule hears
 * of an entry: the entry itself is counted.
 */
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/stream.js';

const NOTHING: ReadonlySet<string> = new Set();

export class SessionFacts {
  readonly session: Session;
  /** What the server has offered last, in upper case: extensions of EHLO, capabilities of CAPA and CAPABILITY. */
  offers: ReadonlySet<string> | undefined;
  /** The last command before the entry that is told. */
  command: Entry | undefined;

  constructor(session: Session) {
    this.session = session;
  }

  /** Whether what is said is readable on the wire. */
  get isReadable(): boolean {
    return this.session.tls === undefined;
  }

  /** Whether every octet that the side is known to have sent is in the capture, and some is. */
  hearsAll(side: Side): boolean {
    const { connection, clientDirection } = this.session;
    const { seen, missing } = connection.halves[side === 'client' ? clientDirection : ((1 - clientDirection) as 0 | 1)];
    return seen && missing === 0;
  }

  /** The connection has ended on the wire, not only in the capture. */
  get hasEnded(): boolean {
    return this.session.connection.close !== 'open';
  }

  learn(entry: Entry): void {
    const offered = offersOf(entry);
    if (offered !== undefined) this.offers = offered;
  }

  /** To be called when all rules have heard of the entry. */
  settle(entry: Entry): void {
    if (entry.kind === 'command') this.command = entry;
  }
}

function offersOf({ note, responseCode }: Entry): ReadonlySet<string> | undefined {
  switch (note.key) {
    case 'smtp.reply.extensions':
      return new Set(note.params.extensions.map(({ keyword }) => keyword));
    case 'smtp.reply.hello':
      return NOTHING;
    case 'pop3.reply.capabilities':
      return new Set(note.params.capabilities.map(({ name }) => name.toUpperCase()));
    case 'imap.untagged.capability':
      return new Set(note.params.capabilities);
    default:
      return responseCode?.startsWith('CAPABILITY ') === true ? new Set(responseCode.toUpperCase().split(' ').slice(1)) : undefined;
  }
}
