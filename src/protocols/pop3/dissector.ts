/**
 * Reads one POP3 conversation (RFC 1939, 2449, 2595, 5034, 6856). A passive reader: it does not judge what client
 * and server do, it follows them so far that it knows what the next octets are. Here both sides come together; what
 * their lines are is decided in client-lines and server-lines.
 */
import type { Conversation, Dissector } from '../../dialogue/conversation.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import type { Line } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { Extent } from '../../model/entry.js';
import type { Message } from '../../model/message.js';
import type { LapsingDeletions } from '../../model/notes/pop3.js';
import type { Side } from '../../model/endpoint.js';
import { ClientLines } from './client-lines.js';
import { ServerLines } from './server-lines.js';
import { Talk } from './talk.js';
import type { Pop3State } from './verbs.js';

const TEARDOWN = { phase: 'close', step: 'teardown' } as const;

export class Pop3Dissector implements Dissector {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  readonly #server: ServerLines;
  /** Something was read, or lost. */
  #isBegun = false;

  /** `toTls` takes both directions over once STLS is accepted. */
  constructor(conversation: Conversation, toTls: (conversation: Conversation) => void) {
    this.#talk = new Talk(conversation);
    this.#client = new ClientLines(this.#talk, toTls);
    this.#server = new ServerLines(this.#talk, this.#client);
  }

  get state(): Pop3State {
    return this.#talk.state;
  }

  get lapsing(): LapsingDeletions | undefined {
    return this.#talk.lapsing;
  }

  get unfinishedSince(): Arrival | undefined {
    return this.#server.unfinishedSince;
  }

  line(side: Side, line: Line): void {
    if (!this.#isBegun) this.#talk.begin();
    this.#isBegun = true;
    if (side === 'server') return this.#server.line(line);
    this.#client.line(line);
    this.#server.heardCommand();
  }

  gap(side: Side, inContent: boolean): void {
    this.#isBegun = true;
    this.#talk.certain = false;
    this.#talk.maildrop.isBlind = true;
    if (side === 'server') return this.#server.gap(inContent);
    this.#talk.owners.loseCommands();
    this.#talk.quit = 'maybe';
  }

  secured(): void {
    this.#talk.behindStls = false;
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
    const { conversation, lapsing } = this.#talk;
    if (lapsing !== undefined && conversation.session.connection.closedBy === undefined) conversation.add(unfinished(conversation, lapsing));
  }
}

/** Where no FIN or RST can say it. */
function unfinished({ session: { connection }, state }: Conversation, lapsing: LapsingDeletions): EntryDraft {
  const { last, halves } = connection;
  const [a, b] = halves.map(({ captured, missing }) => captured + missing);
  const extent: Extent = { offset: Math.max(a!, b!), bytes: 0, frames: [last.frame], frameCount: 1, first: last, last };
  return createEntry('tcp', 'client', extent, TEARDOWN, state, { key: 'pop3.unfinished', params: { lapsing } });
}
