/** What both sides of one IMAP conversation share while it is read: state, waiting commands, the opened mailbox. */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import type { Conversation } from '../../dialogue/conversation.js';
import { createEntry, type EntryDraft, type EntryPlace } from '../../dialogue/entry-draft.js';
import { limits } from '../../dialogue/limits.js';
import type { Line } from '../../dialogue/reading.js';
import type { EntryKind } from '../../model/entry.js';
import type { ImapVerb } from '../../model/notes/imap.js';
import type { Note } from '../../model/note.js';
import type { Side } from '../../model/endpoint.js';
import { CommandQueue, type Command } from './commands/queue.js';
import { sliceOf, type LineSlice } from './logical-line.js';
import { MailParts } from './mails/mail-parts.js';
import type { MailboxView } from './mailbox-view.js';
import { UnseenLogin } from './unseen-login.js';
import type { ImapState } from './verbs.js';

/** Somebody waits for the server to say how it goes on. */
export interface Awaited {
  /** `literal`, `sasl` and `idle` wait for `+`; the others for the tagged reply. */
  readonly kind: 'literal' | 'sasl' | 'idle' | 'starttls' | 'compress';
  readonly command: Command;
  /** The literal that waits. */
  readonly literal?: { readonly octets: number; readonly isMail: boolean };
}

const RANK: Readonly<Record<ImapState, number>> = { 'not authenticated': 0, authenticated: 1, selected: 2, logout: 3 };

/** Commands whose success leads to a state. */
const LEADING_TO: Readonly<Record<ImapState, readonly ImapVerb[]>> = {
  'not authenticated': ['UNAUTHENTICATE'],
  authenticated: ['LOGIN', 'AUTHENTICATE'],
  selected: ['SELECT', 'EXAMINE'],
  logout: [],
};

export class Talk {
  readonly conversation: Conversation;
  state: ImapState = 'not authenticated';
  /** Whether the server has said anything yet. */
  greeted = false;
  /** Whether the state is known: told by a greeting or a reply, and no octets missing since. */
  isSure = false;
  /** A log-in may have succeeded, or the connection may have begun behind one, without anybody having seen it. */
  mayBeLoggedIn = true;
  readonly unseenLogin = new UnseenLogin();
  readonly commands = new CommandQueue();
  /** In the order in which the server will answer. */
  readonly awaited: Awaited[] = [];
  mailbox: MailboxView | undefined;
  /** Mailbox names are no longer in modified UTF-7: an & is an & (RFC 6855 §3, RFC 9051 §5.1). */
  namesAreUtf8 = false;
  /** What was last said to separate the levels of mailbox names; null: there are none. */
  #delimiter: string | null | undefined;
  /** What the UIDs of a mailbox were last said to be valid with, by its name. */
  readonly #uidValidities = new Map<string, number>();
  /** Mails that are fetched in parts. */
  readonly parts = new MailParts();
  /** Some mailbox was to be opened before. */
  hasSelected = false;
  /** STARTTLS was accepted: what still comes readable from the client was injected or sent too early. */
  behindStarttls = false;
  /** Sides whose next line may be anything: octets are missing before it. */
  readonly #lost: Record<Side, boolean> = { client: true, server: true };
  /** Sides of which something has been read, or lost. */
  readonly #begun: Record<Side, boolean> = { client: false, server: false };

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  /** Nothing encrypts what is said. */
  get isReadable(): boolean {
    return this.conversation.session.tls === undefined;
  }

  /** Before the log-in, with no way to encrypt it among the capabilities. */
  isUnprotected(capabilities: readonly string[]): boolean {
    return this.isReadable && this.state === 'not authenticated' && !capabilities.some((name) => name.toUpperCase() === 'STARTTLS');
  }

  /** The mailbox that untagged lines speak of: the one being opened, or the open one. */
  get view(): MailboxView | undefined {
    return this.commands.oldestOf(['SELECT', 'EXAMINE'])?.opens ?? this.mailbox;
  }

  /** Remembers what the UIDs of a mailbox are valid with; answers with what was said before, if it was another number. */
  uidValidity(mailbox: string, value: number): number | undefined {
    const before = this.#uidValidities.get(mailbox);
    if (before !== undefined || this.#uidValidities.size < limits.outstanding) this.#uidValidities.set(mailbox, value);
    return before === value ? undefined : before;
  }

  /** Remembers what separates the levels of names; answers whether that is new. */
  isNewDelimiter(delimiter: string | undefined): boolean {
    const before = this.#delimiter;
    this.#delimiter = delimiter ?? null;
    return before !== this.#delimiter;
  }

  /** The conversation must at least be there for this to be said. */
  atLeast(state: ImapState | undefined): void {
    if (state !== undefined && this.isTooEarly(state)) this.state = state;
  }

  /** Whether this is said too early: the conversation is not there yet. */
  isTooEarly(state: ImapState | undefined): boolean {
    return state !== undefined && RANK[state] > RANK[this.state];
  }

  /** Whether a command that needs this state is out of place here, as far as can be told. */
  isMisplaced(needs: ImapState): boolean {
    if (needs === 'not authenticated') return this.state !== needs && this.commands.oldestOf(LEADING_TO[needs]) === undefined;
    if (this.state !== 'logout' && !this.isTooEarly(needs)) return false;
    // What is not answered yet may well succeed.
    return this.commands.oldestOf(LEADING_TO[needs]) === undefined;
  }

  /** Takes what the next `+` is for. */
  nextAwaited(): Awaited | undefined {
    const at = this.awaited.findIndex(({ kind }) => kind === 'literal' || kind === 'sasl' || kind === 'idle');
    return at === -1 ? undefined : this.awaited.splice(at, 1)[0];
  }

  /** Nothing waits for the sake of this command any more. */
  settle(command: Command): void {
    const { awaited } = this;
    for (let at = awaited.length - 1; at >= 0; at--) if (awaited[at]!.command === command) awaited.splice(at, 1);
  }

  /** Whether the next line of this side may be the rest of something: after a gap, and where the capture began late. */
  isLost(side: Side): boolean {
    if (!this.#begun[side] && this.conversation.setup !== undefined) this.inStep(side);
    return this.#lost[side];
  }

  /** A line has been understood: what follows on this side is in step again. */
  inStep(side: Side): void {
    this.#lost[side] = false;
    this.#begun[side] = true;
  }

  /** The capture holds the connection from its first packet: nobody can have logged in before. */
  begin(): void {
    const { handshake } = this.conversation.session.connection;
    if (handshake !== 'complete') return;
    this.isSure = true;
    this.mayBeLoggedIn = false;
  }

  /** Octets of this side are missing. */
  lose(side: Side): void {
    this.isSure = false;
    // Missing may be LOGIN, or PREAUTH.
    this.mayBeLoggedIn ||= side === 'client' || !this.greeted;
    this.#lost[side] = true;
    this.#begun[side] = true;
  }

  /** A filled-in entry, not yet in the timeline. */
  entry(kind: EntryKind, from: Side, slice: LineSlice, place: EntryPlace, note: Note): EntryDraft {
    const entry = createEntry(kind, from, slice.extent, place, this.state, note);
    entry.text = slice.text;
    entry.lines = slice.lines;
    entry.raw = slice.raw;
    entry.ending = slice.ending;
    return entry;
  }

  /** A line whose place is not known. */
  unknown(from: Side, line: Line, secret: boolean): void {
    const key = !this.#lost[from] ? 'unknown.line' : this.#begun[from] ? 'unknown.after-gap' : 'unknown.before-start';
    const note: Note = { key, params: { from, bytes: spokenOctets(line.extent) } };
    const entry = this.entry('unknown', from, sliceOf(line), { phase: 'transaction', step: 'unclear' }, note);
    if (secret && line.text !== '') entry.secrets = [line.text];
    this.conversation.add(entry);
  }
}
