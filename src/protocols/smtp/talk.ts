/**
 * What the readers of both sides of an SMTP conversation share: its state, who waits for a reply, the mail transaction
 * and log-in under way, and how much of what leads to them was not captured.
 */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import { otherSide, type Conversation } from '../../dialogue/conversation.js';
import { createEntry, type EntryDraft, type EntryPlace } from '../../dialogue/entry-draft.js';
import { Outstanding } from '../../dialogue/outstanding.js';
import { oddEnding, type Line } from '../../dialogue/reading.js';
import type { SideReader } from '../../dialogue/side-reader.js';
import type { Note } from '../../model/note.js';
import type { Side } from '../../model/endpoint.js';
import type { Asked } from './asked.js';
import type { Login } from './login.js';
import type { WholeReply } from './reply-assembly.js';
import { RefusedMail } from './refused-mail.js';
import type { MailTransaction } from './transaction.js';
import type { SmtpState } from './verbs.js';

const UNCLEAR: EntryPlace = { phase: 'transaction', step: 'unclear' };

export type UnknownKey = 'unknown.after-gap' | 'unknown.before-start' | 'unknown.line';

export class Talk {
  readonly conversation: Conversation;
  readonly asked = new Outstanding<Asked>();
  state: SmtpState = 'connected';
  /** Who sends the commands: the client, until TURN is accepted. */
  commander: Side = 'client';
  transaction: MailTransaction | undefined;
  login: Login | undefined;
  /** From the last EHLO reply. */
  sizeLimit: number | undefined;
  /** The keywords of that reply: none before it, or after HELO; undefined where it was not seen whole. */
  offered: ReadonlySet<string> | undefined;
  /** What the last reply has answered, and when it came: a line that was held may be older. */
  answered: { readonly asked: Asked; readonly order: number } | undefined;
  /** The first reply is past: none that follows is a greeting. */
  greeted = false;
  /** Whether a line of the commander is known to be a command: not so where the capture begins late or lacks octets. */
  inStep = false;
  /** Octets of the commander are missing. */
  lost = false;
  /** Octets of the commander are missing since its last command: there may have been another. */
  commandLost = false;
  /** A 220 came that nothing known has asked for. */
  unasked220 = false;
  /** The commander is held to see whether its next octets are TLS. */
  awaitsTls = false;
  /** Octets of the other side are missing, and it has not been heard since. */
  repliesLost = false;
  /** The client has begun a TLS handshake that nothing has led to: whatever the server still says, it says to that. */
  attempt: Asked | undefined;
  readonly refusedMail = new RefusedMail();
  /** STARTTLS was accepted: what still comes readable from the client was injected or sent too early. */
  behindStarttls = false;
  readonly #toTls: (conversation: Conversation) => void;

  constructor(conversation: Conversation, toTls: (conversation: Conversation) => void) {
    this.conversation = conversation;
    this.#toTls = toTls;
  }

  /** The side that replies. */
  get replier(): Side {
    return otherSide(this.commander);
  }

  /** The reader of the side that sends the commands. */
  get reader(): SideReader {
    return this.conversation.reader(this.commander);
  }

  get readable(): boolean {
    return this.conversation.session.tls === undefined;
  }

  beginTls(): void {
    this.behindStarttls = true;
    this.greeted = true;
    this.#toTls(this.conversation);
  }

  /** TLS could be opened. Behind STARTTLS both begin anew, but for the greeting (RFC 3207 §4.2). */
  secured(): void {
    if (!this.behindStarttls) return;
    this.behindStarttls = false;
    this.asked.clear();
    this.transaction = undefined;
    this.login = undefined;
    this.sizeLimit = undefined;
    this.offered = undefined;
    this.state = 'connected';
    this.inStep = true;
  }

  /** RFC 821 §3.8: whoever sent commands now sends replies, beginning with a greeting. */
  turn(): void {
    this.commander = this.replier;
    this.greeted = false;
    this.conversation.setup = undefined;
    this.asked.clear();
  }

  /** An entry for a line of the commander; whoever makes it adds it once it is filled in. */
  entry(kind: 'command' | 'auth', line: Line, place: EntryPlace, note: Note): EntryDraft {
    const entry = createEntry(kind, this.commander, line.extent, place, this.state, note);
    entry.text = line.text;
    entry.raw = line.raw;
    entry.ending = oddEnding(line);
    return entry;
  }

  unknown(side: Side, line: Line, key: UnknownKey): void {
    const note: Note = { key, params: { from: side, bytes: spokenOctets(line.extent) } };
    const entry = createEntry('unknown', side, line.extent, UNCLEAR, this.state, note);
    entry.text = line.text;
    entry.raw = line.raw;
    this.conversation.add(entry);
  }

  /** Writes a reply down. */
  write(reply: WholeReply, note: Note, asked: Asked | undefined, kind: 'reply' | 'greeting' = 'reply'): EntryDraft {
    const entry = createEntry(kind, this.replier, reply.extent, asked?.row ?? UNCLEAR, this.state, note);
    entry.code = reply.codeless ? undefined : reply.code;
    entry.enhanced = reply.enhanced;
    entry.text = reply.lines[0];
    if (reply.lines.length > 1) entry.lines = reply.lines;
    entry.raw = reply.raw;
    entry.ending = reply.ending;
    entry.answers = asked?.content?.lost === true ? undefined : asked?.entry;
    if (asked?.kind === 'mail') entry.message = asked.transaction?.recorder?.message;
    this.conversation.add(entry);
    return entry;
  }
}
