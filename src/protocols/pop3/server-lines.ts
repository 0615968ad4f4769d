/**
 * Reads the lines of the server: status lines, challenges, and what follows a +OK up to the line with a single dot
 * (RFC 1939 §3). The sizes that status lines name are words; they decide nothing.
 */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Line } from '../../dialogue/reading.js';
import { takeSaslLine } from '../../dialogue/sasl/attempt.js';
import type { Arrival } from '../../model/arrival.js';
import type { Message } from '../../model/message.js';
import { isHandingIn } from './command-notes.js';
import type { ClientLines } from './client-lines.js';
import { canBeGreeting, mustBeGreeting } from './greeting.js';
import { itemsOf } from './listing-items.js';
import { Listing, type LineBlock } from './listing.js';
import { contextOf, settleReply } from './reply-effects.js';
import { looseList, restOfList, unknownLines } from './loose-lines.js';
import { announcedIn, noteOfReply } from './reply-notes.js';
import { placeOfReply, shapeOf, type Asked } from './reply-owners.js';
import { isCertainStatus, parseContinuation, parseStatus, type Status } from './reply-parser.js';
import { requestOf, retrieve } from './retrieval.js';
import { greetingEntry, handedInEntry, statusEntry, unaskedEntry } from './status-entry.js';
import type { Talk } from './talk.js';
import type { MailRequest, TransferredMail } from './transferred-mail.js';
import { isPop3Verb, placeOf } from './verbs.js';

/** A header field (RFC 5322 §2.2): a list does not begin like that. */
const HEADER_FIELD = /^[!-9;-~]+[ \t]*:/;

export class ServerLines {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  /** Read line by line at the moment. */
  #block: LineBlock | undefined;
  /** The mail that is being sent, by whichever way it is read. */
  #mail: TransferredMail | undefined;
  /** A +OK of which it is not known what follows it. */
  #open: { readonly status: Status; readonly asked: Asked | undefined } | undefined;
  #greeted = false;

  constructor(talk: Talk, client: ClientLines) {
    this.#talk = talk;
    this.#client = client;
  }

  /** The mail that the server is sending. */
  get message(): Message | undefined {
    return this.#mail?.message;
  }

  /** The latest packet of a list or mail that is read line by line. */
  get unfinishedSince(): Arrival | undefined {
    return this.#block?.latest;
  }

  line(line: Line): void {
    if (this.#talk.owners.lacksReplies) this.#client.guess();
    const block = this.#block;
    if (block !== undefined) this.#blockLine(block, line);
    else this.#plainLine(line);
    this.#talk.heardServer = true;
  }

  /** Octets of the server are missing. */
  gap(inContent: boolean): void {
    this.#greeted = true;
    this.#open = undefined;
    this.#block?.damage();
    this.#mail?.damage();
    this.#talk.owners.loseReplies(inContent);
    this.#client.guess();
    this.#checkMail();
  }

  /** The client has given a command. */
  heardCommand(): void {
    this.#checkMail();
  }

  end(): void {
    this.#endBlock(undefined);
  }

  // ── what a line is ──────────────────────────────────────────────────────────────────────────────────────────

  #plainLine(line: Line): void {
    const status = parseStatus(line.text);
    if (status !== undefined) return this.#status(status, line);
    const challenge = parseContinuation(line.text);
    if (challenge !== undefined && this.#canBeChallenge) this.#challenge(challenge, line);
    else this.#stray(line);
  }

  #blockLine(block: LineBlock, line: Line): void {
    if (isFinalDot(line)) return this.#endBlock(line);
    const ends = isCertainStatus(line.text) || this.#isDueChallenge(block, line.text);
    if (!ends || !block.yieldsTo(this.#awaitsReply)) return block.add(line);
    this.#endBlock(undefined);
    this.#plainLine(line);
  }

  #endBlock(dot: Line | undefined): void {
    const block = this.#block;
    this.#block = undefined;
    block?.endLines(dot);
  }

  /** Whether a reply can come next. Of a client that was not captured nothing else can be said. */
  get #awaitsReply(): boolean {
    return this.#talk.owners.length > 0 || this.#talk.conversation.hearsOnly('server');
  }

  /** Whether a line of an unfinished block is what an AUTH behind it waits for. */
  #isDueChallenge(block: LineBlock, text: string): boolean {
    if (!text.startsWith('+') || parseContinuation(text) === undefined) return false;
    const asked = this.#talk.owners.next();
    return asked?.mechanism !== undefined || (block.isLoose && asked !== undefined && this.#canBeChallenge);
  }

  get #canBeChallenge(): boolean {
    const { login, owners, certain } = this.#talk;
    if (login.exchange !== undefined || owners.length === 0 || owners.isLossy) return true;
    // The capture may begin inside the line with AUTH.
    return !certain && owners.length === 1 && !isPop3Verb(owners.next()!.verb);
  }

  /**
   * A mail with a gap may have ended inside it. As soon as another reply is due its lines are looked at one by
   * one: the first that can only be a status line ends it.
   */
  #checkMail(): void {
    const mail = this.#mail;
    if (mail === undefined || mail === this.#block || !mail.isDamaged || !this.#awaitsReply) return;
    mail.readByLine();
    this.#block = mail;
    this.#talk.conversation.server.expectLines();
  }

  /** Neither reply nor challenge. */
  #stray(line: Line): void {
    const open = this.#open;
    this.#open = undefined;
    const asked = this.#talk.owners.next();
    const shape = asked === undefined ? 'line' : shapeOf(asked);
    if (open !== undefined) this.#openLines(line, open.status, open.asked);
    else if (asked !== undefined && shape === 'mail') this.#restOfMail(line, this.#talk.owners.take()!);
    else if (asked !== undefined && shape === 'lines') this.#begin(line, restOfList(this.#talk, line, this.#talk.owners.take()!));
    else this.#begin(line, unknownLines(this.#talk, line));
  }

  /** Lines behind a +OK whose command does not tell what they are: they end with a dot like all others. */
  #openLines(line: Line, status: Status, asked: Asked | undefined): void {
    if (HEADER_FIELD.test(line.text)) {
      this.#talk.prove('TRANSACTION');
      const mail = this.#createMail({ kind: 'unasked', announced: announcedIn(status.words) }, asked);
      mail.add(line);
      this.#expect(mail, line);
    } else this.#begin(line, looseList(this.#talk, line, asked));
  }

  #restOfMail(line: Line, asked: Asked): void {
    const mail = this.#createMail(requestOf(asked, undefined), asked);
    mail.readByLine();
    mail.damage();
    this.#block = mail;
    this.#blockLine(mail, line);
  }

  #begin(line: Line, list: Listing): void {
    if (isFinalDot(line)) list.endEmpty();
    else this.#block = list;
  }

  // ── replies ─────────────────────────────────────────────────────────────────────────────────────────────────

  #status(status: Status, line: Line): void {
    this.#open = undefined;
    this.#client.heardReply();
    if (this.#isGreeting(status)) return this.#talk.conversation.add(greetingEntry(this.#talk, status, line));
    const asked = this.#talk.owners.take();
    if (asked === undefined) this.#unasked(status, line);
    else if (asked.kind === 'mail') this.#talk.conversation.add(handedInEntry(this.#talk, status, asked, line));
    else this.#reply(status, asked, line);
  }

  #isGreeting(status: Status): boolean {
    if (this.#greeted) return false;
    this.#greeted = true;
    const { conversation, heardClient } = this.#talk;
    const begins = conversation.setup !== undefined;
    return heardClient ? begins && mustBeGreeting(status) : begins || canBeGreeting(status);
  }

  #unasked(status: Status, line: Line): void {
    const entry = unaskedEntry(this.#talk, status, line);
    if (status.ok) this.#open = { status, asked: undefined };
    this.#talk.conversation.add(entry);
  }

  #reply(status: Status, asked: Asked, line: Line): void {
    const shape = status.ok ? shapeOf(asked) : 'line';
    if (shape === 'lines') {
      this.#block = new Listing(line, (listing) => this.#finish(status, asked, listing.first, listing));
      return;
    }
    const mail = shape === 'mail' ? this.#createMail(requestOf(asked, announcedIn(status.words)), asked) : undefined;
    const entry = this.#finish(status, asked, line, undefined, mail);
    if (shape === 'open') this.#open = { status, asked };
    if (mail !== undefined) this.#expect(mail, line);
    this.#tellClient(status, asked, entry);
  }

  /** Writes a reply down, with the list behind it if there is one, after what it means for what comes next. */
  #finish(status: Status, asked: Asked, line: Line, listing?: Listing, mail?: TransferredMail): EntryDraft {
    const { verb, args } = asked;
    const { maildrop, conversation } = this.#talk;
    const place = placeOfReply(asked);
    const lines = listing?.lines.slice(1);
    const items = status.ok ? itemsOf(verb, args, status.words, lines) : undefined;
    const whole = listing?.whole ?? line.ending !== 'none';
    const context = contextOf(this.#talk, asked);
    settleReply(this.#talk, status, asked, whole ? items : undefined);
    const note = noteOfReply(status, context, { lines: lines?.length ?? 0, items: items ?? [], whole });
    if (verb === 'RSET' && status.ok) maildrop.reset();
    const entry = statusEntry(this.#talk, 'reply', status, line, place, note);
    entry.answers = asked.entry;
    entry.lines = listing?.lines;
    entry.items = items;
    entry.message = mail?.message;
    conversation.add(entry);
    return entry;
  }

  /** The client's octets may have waited for this reply. */
  #tellClient({ ok }: Status, asked: Asked, reply: EntryDraft): void {
    const { kind, verb, args, mechanism } = asked;
    if (verb === 'STLS' && ok) this.#client.beginTls();
    else if (kind === 'command' && isHandingIn(verb, args) && ok) this.#client.expectMail(asked.entry, reply);
    else if (verb === 'STLS' || isHandingIn(verb, args) || mechanism !== undefined) this.#client.expectCommands();
  }

  #challenge(text: string, line: Line): void {
    const { login, owners, conversation } = this.#talk;
    const exchange = login.exchange ?? login.beginUnseen();
    const asked = owners.take();
    const step = exchange.challenge(text);
    const entry = this.#talk.entry('continuation', 'server', line, placeOf('AUTH', false), step.note);
    takeSaslLine(step, entry);
    entry.answers = asked?.entry;
    conversation.add(entry);
    this.#client.expectAnswer();
  }

  // ── mails ───────────────────────────────────────────────────────────────────────────────────────────────────

  #createMail(request: MailRequest, asked: Asked | undefined): TransferredMail {
    const mail = retrieve(this.#talk, request, asked, () => {
      this.#mail = undefined;
    });
    this.#mail = mail;
    return mail;
  }

  /** A server that ends a line with LF alone, or with CR CR LF, ends its mails so, too. */
  #expect(mail: TransferredMail, before: Line): void {
    if (before.ending === 'lf' || before.text.endsWith('\r')) {
      mail.readByLine();
      this.#block = mail;
    } else this.#talk.conversation.server.expect({ kind: 'dots', sink: mail });
  }
}

function isFinalDot({ text, ending }: Line): boolean {
  return ending !== 'none' && text.startsWith('.') && /^\.\r*$/.test(text);
}
