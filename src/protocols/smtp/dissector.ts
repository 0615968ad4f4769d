/**
 * Reads one SMTP or LMTP conversation (RFC 5321, 2033, 2920, 3030, 3207, 4954). A passive reader: it does not judge
 * what client and server do, it follows them so far that it knows what the next octets are. Here both sides come
 * together; what their lines are is decided in client-lines and server-lines.
 */
import type { Conversation, Dissector } from '../../dialogue/conversation.js';
import type { Expectation, Line } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { Message } from '../../model/message.js';
import type { Side } from '../../model/endpoint.js';
import { ClientLines } from './client-lines.js';
import { ServerLines } from './server-lines.js';
import { Talk } from './talk.js';
import { tlsAttempt } from './tls-attempt.js';
import { Transfer } from './transfer.js';
import type { SmtpState } from './verbs.js';

/** Between MAIL and the end of the mail. */
const IN_MAIL: ReadonlySet<SmtpState> = new Set<SmtpState>(['mail', 'recipient', 'data']);

/** Gives how all that follows of `side` is read; `state`: where the conversation stands. */
export type UnwantedTlsReader = (conversation: Conversation, side: Side, state: string) => Expectation;

export class SmtpDissector implements Dissector {
  readonly #unwanted: UnwantedTlsReader;
  readonly #talk: Talk;
  readonly #transfer: Transfer;
  readonly #client: ClientLines;
  readonly #server: ServerLines;

  /**
   * `toTls` takes both directions over once STARTTLS is accepted; `unwanted` reads a side that begins TLS while the other
   * speaks in clear.
   */
  constructor(conversation: Conversation, toTls: (conversation: Conversation) => void, unwanted: UnwantedTlsReader) {
    this.#unwanted = unwanted;
    this.#talk = new Talk(conversation, toTls);
    this.#transfer = new Transfer(this.#talk);
    this.#client = new ClientLines(this.#talk, this.#transfer);
    this.#server = new ServerLines(this.#talk, this.#client, this.#transfer);
  }

  get state(): SmtpState {
    return this.#talk.state;
  }

  get midMail(): boolean {
    const { asked, reader, state } = this.#talk;
    if (this.#transfer.message !== undefined) return true;
    // Who has sent the whole mail, or QUIT, ahead of the replies leaves nothing behind.
    const isDone = reader.heldSince !== undefined || [...asked].some(({ kind, verb }) => kind === 'mail' || verb === 'QUIT');
    return IN_MAIL.has(state) && !isDone;
  }

  get unfinishedSince(): Arrival | undefined {
    return this.#server.unfinishedSince;
  }

  line(side: Side, line: Line): void {
    if (side === this.#talk.commander) {
      this.#server.settleGreeting();
      this.#client.line(line);
    } else this.#server.line(line);
  }

  gap(side: Side, inContent: boolean): void {
    if (side !== this.#talk.commander) this.#server.gap(inContent);
    else if (!inContent || this.#transfer.gap()) this.#client.gap();
  }

  handshake(side: Side): Expectation | undefined {
    if (this.#server.noticeTls() || side !== this.#talk.commander) return undefined;
    this.#server.settleGreeting();
    const { commander, conversation, state } = this.#talk;
    this.#talk.attempt = tlsAttempt();
    return this.#unwanted(conversation, commander, state);
  }

  secured(): void {
    // A mail whose last chunk has not come is forgotten with all that was said in clear.
    if (this.#talk.behindStarttls) this.#transfer.end();
    this.#talk.secured();
  }

  undecided(side: Side): void {
    if (side === this.#talk.commander) this.#client.decide();
    else this.#talk.conversation.reader(side).expectLines();
  }

  messageOf(side: Side): Message | undefined {
    return side === this.#talk.commander ? this.#transfer.message : undefined;
  }

  end(): void {
    this.#server.end();
    this.#transfer.end();
  }
}
