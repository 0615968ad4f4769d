/**
 * Reads one POP3 conversation (RFC 1939, 2449, 2595, 5034, 6856). A passive reader: it does not judge what client
 * and server do, it follows them so far that it knows what the next octets are. Here both sides come together; what
 * their lines are is decided in client-lines and server-lines.
 */
import type { Conversation, Dissector } from '../../dialogue/conversation.js';
import type { Line } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { Message } from '../../model/message.js';
import type { MailNumbers } from '../../model/notes/pop3.js';
import type { Side } from '../../model/stream.js';
import { ClientLines } from './client-lines.js';
import { ServerLines } from './server-lines.js';
import { Talk } from './talk.js';
import type { Pop3State } from './verbs.js';

export class Pop3Dissector implements Dissector {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  readonly #server: ServerLines;

  /** `toTls` takes both directions over once STLS is accepted. */
  constructor(conversation: Conversation, toTls: (conversation: Conversation) => void) {
    this.#talk = new Talk(conversation);
    this.#client = new ClientLines(this.#talk, toTls);
    this.#server = new ServerLines(this.#talk, this.#client);
  }

  get state(): Pop3State {
    return this.#talk.state;
  }

  /** Marks that no QUIT has carried out: where the connection is over, their mails were not deleted (RFC 1939 §6). */
  get abandonedMarks(): MailNumbers | undefined {
    const { state, maildrop } = this.#talk;
    return state === 'TRANSACTION' && maildrop.markedCount > 0 ? maildrop.marked : undefined;
  }

  get unfinishedSince(): Arrival | undefined {
    return this.#server.unfinishedSince;
  }

  line(side: Side, line: Line): void {
    if (side === 'server') return this.#server.line(line);
    this.#client.line(line);
    this.#server.heardCommand();
  }

  gap(side: Side, inContent: boolean): void {
    this.#talk.certain = false;
    if (side === 'server') this.#server.gap(inContent);
    else this.#talk.owners.loseCommands();
  }

  undecided(side: Side): void {
    if (side === 'client') this.#client.decide();
    else this.#talk.conversation.server.expectLines();
  }

  messageOf(side: Side): Message | undefined {
    return side === 'client' ? this.#client.message : this.#server.message;
  }

  end(): void {
    this.#server.end();
  }
}
