/**
 * Reads one IMAP conversation (RFC 3501, 9051 and their extensions). A passive reader: it does not judge what client
 * and server do, it follows them so far that it knows what the next octets are. Each side is read in a file of its
 * own; what both must know is in `Talk`.
 */
import type { Conversation, Dissector } from '../../dialogue/conversation.js';
import type { Line } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { Message } from '../../model/message.js';
import type { Side } from '../../model/endpoint.js';
import { ClientLines } from './client-lines.js';
import { ServerLines } from './server-lines.js';
import { Talk } from './talk.js';

export class ImapDissector implements Dissector {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  readonly #server: ServerLines;
  /** Something was read, or lost. */
  #isBegun = false;

  /** `toTls` takes both directions over once STARTTLS is accepted. */
  constructor(conversation: Conversation, toTls: (conversation: Conversation) => void) {
    this.#talk = new Talk(conversation);
    this.#client = new ClientLines(this.#talk, toTls);
    this.#server = new ServerLines(this.#talk, this.#client);
  }

  get state(): string {
    return this.#talk.state;
  }

  get unfinishedSince(): Arrival | undefined {
    const [a, b] = [this.#client.unfinishedSince, this.#server.unfinishedSince];
    if (a === undefined || b === undefined) return a ?? b;
    return a.order < b.order ? a : b;
  }

  line(side: Side, line: Line): void {
    if (!this.#isBegun) this.#talk.begin();
    this.#isBegun = true;
    this.#lines(side).line(line);
  }

  gap(side: Side, inContent: boolean): void {
    this.#isBegun = true;
    if (!inContent) this.#lines(side).gap();
  }

  secured(): void {
    this.#talk.behindStarttls = false;
  }

  undecided(side: Side): void {
    if (side === 'client') this.#client.undecided();
  }

  messageOf(side: Side): Message | undefined {
    return this.#lines(side).message;
  }

  end(): void {
    this.#client.end();
    this.#server.end();
    this.#talk.parts.end();
  }

  #lines(side: Side): ClientLines | ServerLines {
    return side === 'client' ? this.#client : this.#server;
  }
}
