/**
 * What more than one rule asks of the session at hand, worked out once for all of them. It is up to date when a rule
 * hears of an entry: the entry itself is counted.
 */
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import type { Side } from '../model/endpoint.js';
import type { HalfFacts } from '../model/stream.js';
import { loginOutcome } from './login-outcome.js';

const NOTHING: ReadonlySet<string> = new Set();
/** What never leaves the machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** What is known of one session. */
export interface SessionState {
  readonly session: Session;
  offers: ReadonlySet<string> | undefined;
  command: Entry | undefined;
  first: Entry | undefined;
  last: Entry | undefined;
  isLoggedIn: boolean;
  readonly isLocal: boolean;
  isEncrypted: boolean;
}

export class SessionFacts {
  /** Of the session that is told of. */
  #state!: SessionState;

  /** A session that nothing is known of yet; it is the one at hand. */
  begin(session: Session): SessionState {
    this.#state = {
      session,
      offers: undefined,
      command: undefined,
      first: undefined,
      last: undefined,
      isLoggedIn: false,
      isLocal: LOOPBACK.test(session.client.address) && LOOPBACK.test(session.server.address),
      isEncrypted: false,
    };
    return this.#state;
  }

  /** What follows is about this session. */
  enter(state: SessionState): void {
    this.#state = state;
  }

  get session(): Session {
    return this.#state.session;
  }

  /** What the server has offered last, in upper case: extensions of EHLO, capabilities of CAPA and CAPABILITY. */
  get offers(): ReadonlySet<string> | undefined {
    return this.#state.offers;
  }

  /** The last command before the entry that is told. */
  get command(): Entry | undefined {
    return this.#state.command;
  }

  /** The first entry of the session. */
  get first(): Entry | undefined {
    return this.#state.first;
  }

  /** The last entry that was told. */
  get last(): Entry | undefined {
    return this.#state.last;
  }

  /** The client has logged in. */
  get isLoggedIn(): boolean {
    return this.#state.isLoggedIn;
  }

  /** Both sides talk inside one machine: nobody can listen on the way. */
  get isLocal(): boolean {
    return this.#state.isLocal;
  }

  /** Whether what is said is readable on the wire, at this place of the timeline. */
  get isReadable(): boolean {
    return !this.#state.isEncrypted && this.session.tls?.mode !== 'implicit';
  }

  /** Whether it crosses a network like that. */
  get isExposed(): boolean {
    return this.isReadable && !this.isLocal;
  }

  /** Whether everybody on the way could read this entry: behind an accepted STARTTLS, too, where no TLS came. */
  exposes({ extent: { decrypted } }: Entry): boolean {
    return !this.isLocal && (this.isReadable || decrypted === undefined);
  }

  /** The other side has acknowledged octets of `side` that are not in the capture, as far as is known at this moment. */
  lags(side: Side): boolean {
    return this.#half(side).lags;
  }

  /** Whether every octet that the side is known to have sent is in the capture, and some is. */
  hearsAll(side: Side): boolean {
    const { seen, missing } = this.#half(side);
    return seen && missing === 0;
  }

  /** The connection has ended on the wire, not only in the capture. */
  get hasEnded(): boolean {
    return this.session.connection.close !== 'open';
  }

  #half(side: Side): HalfFacts {
    const { connection, clientDirection } = this.session;
    return connection.halves[side === 'client' ? clientDirection : ((1 - clientDirection) as 0 | 1)];
  }

  learn(entry: Entry): void {
    const state = this.#state;
    state.first ??= entry;
    const offered = offersOf(entry);
    if (offered !== undefined) state.offers = offered;
    if (beginsTls(entry)) state.isEncrypted = true;
    if (loginOutcome(entry) === 'succeeded') state.isLoggedIn = true;
  }

  /** To be called when all rules have heard of the entry. */
  settle(entry: Entry): void {
    if (entry.kind === 'command') this.#state.command = entry;
    this.#state.last = entry;
  }
}

function beginsTls({ note }: Entry): boolean {
  switch (note.key) {
    case 'smtp.reply.tls-ready':
    case 'pop3.reply.tls-ready':
      return true;
    case 'imap.reply.ok':
      return note.params.verb === 'STARTTLS';
    // Where the reply that leads to it was not captured.
    case 'tls.flight':
    case 'tls.encrypted':
    case 'tls.opaque':
      return true;
    default:
      return false;
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
      return new Set(note.params.capabilities.map((name) => name.toUpperCase()));
    default:
      return responseCode?.startsWith('CAPABILITY ') === true ? new Set(responseCode.toUpperCase().split(' ').slice(1)) : undefined;
  }
}
