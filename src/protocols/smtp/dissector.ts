/**
 * Reads one SMTP or LMTP conversation (RFC 5321, 2033, 2920, 3030, 3207, 4954). A passive reader: it does not judge
 * what client and server do, it follows them so far that it knows what the next octets are. What the client sends
 * behind DATA, AUTH and STARTTLS is held until the reply says what it is.
 */
import { otherSide, type Conversation, type Dissector } from '../../dialogue/conversation.js';
import { createEntry, type EntryDraft, type EntryPlace } from '../../dialogue/entry-draft.js';
import { Outstanding } from '../../dialogue/outstanding.js';
import type { Line, SideReader } from '../../dialogue/side-reader.js';
import { secondsBetween } from '../../bytes/time.js';
import type { Arrival } from '../../model/arrival.js';
import type { EnvelopeRecipient, Message } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import type { Side } from '../../model/stream.js';
import { askedFor, opensSession, soleOwner, type Asked } from './asked.js';
import { noteOfCommand } from './command-notes.js';
import { parseChunkSize, parseCommand, parsePath, type SmtpCommand } from './command-parser.js';
import { Login } from './login.js';
import { MailContent, type ContentFrame } from './mail-content.js';
import { settleMail } from './mail-outcome.js';
import { ReplyAssembly, type WholeReply } from './reply-assembly.js';
import { hostIn, noteOfMailReply, noteOfReply, wordsOfAll } from './reply-notes.js';
import { parseReplyLine } from './reply-parser.js';
import { MailTransaction } from './transaction.js';
import { isSmtpVerb, verbRow, type SmtpState, type VerbRow } from './verbs.js';

const GREETING: VerbRow & EntryPlace = { phase: 'greeting', step: 'greeting', refused: 'hello', reference: 'RFC 5321 §3.1' };
/** Begins the TLS handshake that the client sends once STARTTLS is accepted. */
const TLS_HANDSHAKE = '\x16';
const MORE = 334;
const GO_AHEAD = 354;
const TLS_READY = 220;
const CLOSING = 421;

export class SmtpDissector implements Dissector {
  state: SmtpState = 'connected';
  readonly #conversation: Conversation;
  /** Who sends the commands: the client, until TURN is accepted. */
  #commander: Side = 'client';
  readonly #asked = new Outstanding<Asked>();
  #assembly: ReplyAssembly | undefined;
  #transaction: MailTransaction | undefined;
  #content: MailContent | undefined;
  #login: Login | undefined;
  #expectsAnswer = false;
  #greeted = false;
  /** Whether a line of the commander is known to be a command: not so where the capture begins late or lacks octets. */
  #inStep = false;
  #lost = false;
  /** Octets of the other side are missing, and it has not been heard since. */
  #repliesLost = false;
  /** STARTTLS was accepted: what still comes readable from the client was injected or sent too early. */
  #behindStarttls = false;
  readonly #toTls: (conversation: Conversation) => void;

  /** `toTls` takes both directions over once STARTTLS is accepted. */
  constructor(conversation: Conversation, toTls: (conversation: Conversation) => void) {
    this.#conversation = conversation;
    this.#toTls = toTls;
  }

  line(side: Side, line: Line): void {
    if (side !== this.#commander) this.#replyLine(line);
    else if (this.#expectsAnswer) this.#answer(line);
    else this.#command(line);
  }

  gap(side: Side, inContent: boolean): void {
    if (inContent) return;
    if (side === this.#commander) {
      this.#inStep = false;
      this.#lost = true;
      return;
    }
    this.#endAssembly();
    this.#asked.keepLast();
    this.#repliesLost = true;
    this.#noticeTls();
  }

  undecided(side: Side): void {
    const reader = this.#conversation.reader(side);
    const { last } = this.#asked;
    if (side !== this.#commander || last === undefined) reader.expectLines();
    else this.#guess(last, reader);
  }

  messageOf(side: Side): Message | undefined {
    return side === this.#commander ? this.#content?.entry.message : undefined;
  }

  get unfinishedSince(): Arrival | undefined {
    return this.#assembly?.extent.last;
  }

  end(): void {
    this.#endAssembly();
    if (this.#transaction?.ended === false) this.#transaction.recorder?.close(false);
  }

  get #client(): SideReader {
    return this.#conversation.reader(this.#commander);
  }

  /** No reply will tell what the held octets are: they tell it themselves, or they are lines. */
  #guess(last: Asked, reader: SideReader): void {
    const held = reader.peekHeld(256);
    if (last.verb === 'DATA' && last.kind === 'command' && !isCommandLine(held)) this.#expectMail();
    else if (this.#login !== undefined && !isCommandLine(held)) this.#expectAnswer();
    else if (last.verb === 'STARTTLS' && held.startsWith(TLS_HANDSHAKE)) this.#goTls();
    else reader.expectLines();
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────────────────────

  #command(line: Line): void {
    const command = parseCommand(line.text);
    this.#inStep ||= isSmtpVerb(command.verb) || (this.#conversation.setup !== undefined && line.extent.offset === 0);
    if (!this.#inStep) return this.#unknown(this.#commander, line, this.#lost ? 'unknown.after-gap' : 'unknown.before-start');
    const row = verbRow(command.verb);
    const entry = this.#entry('command', this.#commander, line, row, this.#noteOf(command));
    entry.verb = command.verb;
    entry.args = command.args;
    this.#ask(command, row, entry);
    this.#conversation.add(entry);
  }

  #noteOf(command: SmtpCommand): Note {
    if (this.#behindStarttls) return { key: 'smtp.command.behind-starttls', params: { verb: command.verb } };
    return noteOfCommand(command, { recipients: this.#transaction?.accepted.length ?? 0 });
  }

  /** Remembers what the reply will be about, and tells the reader what may follow. */
  #ask(command: SmtpCommand, row: VerbRow, entry: EntryDraft): void {
    const { verb, args = '' } = command;
    // Whoever goes on has had its replies: they lie in the gap.
    if (this.#repliesLost) this.#asked.clear();
    this.#repliesLost = false;
    if (verb === 'AUTH') this.#login = new Login(args, entry, this.#conversation.session);
    if (verb === 'LHLO') this.#conversation.session.protocol = 'lmtp';
    if (row.step === 'identification') this.#nameClient(args);
    const asked: Asked = { kind: 'command', entry, verb, row, ...this.#envelope(command) };
    if (row.phase === 'transfer' || row.step === 'sender' || row.step === 'recipient') asked.transaction?.note(entry);
    if (verb === 'BDAT') this.#askForChunk(args, asked);
    else this.#asked.push(asked);
    if (verb === 'DATA' || verb === 'AUTH' || verb === 'STARTTLS') this.#hold(asked);
  }

  /** What the command adds to the envelope, or whatever else it is about. */
  #envelope({ verb, args = '' }: SmtpCommand): Pick<Asked, 'subject' | 'recipient' | 'transaction' | 'before'> {
    const before = this.#transaction;
    if (verb !== 'MAIL' && verb !== 'RCPT') return { subject: args.trim() || undefined, transaction: before };
    const address = parsePath(args)?.address;
    if (verb === 'RCPT') {
      return { subject: address, recipient: address === undefined ? undefined : before?.addRecipient(address), transaction: before };
    }
    this.#transaction = new MailTransaction(address);
    return { subject: address, transaction: this.#transaction, before };
  }

  #hold(asked: Asked): void {
    if (this.#conversation.hearsOnly(this.#commander)) this.#guessAhead(asked);
    else this.#client.hold();
  }

  /** Only the client was captured: what usually follows is taken for granted. */
  #guessAhead(asked: Asked): void {
    if (asked.verb === 'DATA') this.#expectMail();
    else if (asked.verb === 'AUTH') this.#client.hold();
    else this.#goTls();
  }

  #askForChunk(args: string, asked: Asked): void {
    const chunk = parseChunkSize(args);
    if (chunk === undefined) this.#asked.push(asked);
    else if (chunk.size > 0) this.#expectContent({ framing: 'chunk', last: chunk.last }, chunk.size);
    else if (chunk.last && this.#transaction !== undefined) this.#endMail(this.#transaction, asked);
    else this.#asked.push(asked);
  }

  /** `BDAT 0 LAST` ends a mail whose octets came in earlier chunks (RFC 3030 §2): its reply decides the mail. */
  #endMail(transaction: MailTransaction, asked: Asked): void {
    this.#recorderOf(transaction).close(true);
    transaction.ended = true;
    this.#asked.push({ ...asked, kind: 'mail', transaction });
  }

  #nameClient(args: string): void {
    const name = hostIn(args.trim());
    if (name !== undefined && this.#commander === 'client') this.#conversation.session.client.name = name;
  }

  // ── mail content ────────────────────────────────────────────────────────────────────────────────────────────

  #expectMail(): void {
    this.state = 'data';
    this.#expectContent({ framing: 'dots', last: true }, 0);
  }

  #expectContent(frame: ContentFrame, octets: number): void {
    const transaction = (this.#transaction ??= new MailTransaction(undefined));
    const recorder = this.#recorderOf(transaction);
    const content = new MailContent(this.#commander, 'data', recorder, frame, (done, seen) => {
      this.#content = undefined;
      transaction.ended ||= frame.last;
      if (seen) this.#conversation.add(done.entry);
    });
    this.#content = content;
    const row = verbRow('DATA');
    this.#asked.push({ kind: 'mail', entry: content.entry, verb: 'DATA', row, transaction, content });
    this.#client.expect(frame.framing === 'dots' ? { kind: 'dots', sink: content } : { kind: 'count', octets, sink: content });
  }

  #recorderOf(transaction: MailTransaction): NonNullable<MailTransaction['recorder']> {
    if (transaction.recorder === undefined) {
      transaction.recorder = this.#conversation.openMessage('submitted', transaction.envelope);
      transaction.recorder.message.entries.push(...transaction.entries);
    }
    return transaction.recorder;
  }

  // ── log-in ──────────────────────────────────────────────────────────────────────────────────────────────────

  #expectAnswer(): void {
    this.#expectsAnswer = true;
    this.#client.expectLines();
  }

  #answer(line: Line): void {
    this.#expectsAnswer = false;
    const row = verbRow('AUTH');
    const entry = this.#entry('auth', this.#commander, line, row, { key: 'sasl.empty', params: {} });
    entry.note = this.#login!.answer(line.text, entry).note;
    this.#asked.push({ kind: 'sasl', entry, verb: 'AUTH', row });
    this.#conversation.add(entry);
    this.#client.hold();
  }

  // ── replies ─────────────────────────────────────────────────────────────────────────────────────────────────

  #replyLine(line: Line): void {
    const parsed = parseReplyLine(line.text);
    if (parsed === undefined && this.#repliesLost) this.#noticeTls();
    if (this.#assembly === undefined) {
      if (parsed === undefined) return this.#strayLine(line);
      this.#assembly = new ReplyAssembly(line);
    } else this.#assembly.add(line);
    if (parsed?.continues !== true && (parsed !== undefined || line.ending === 'none')) this.#endAssembly();
  }

  #strayLine(line: Line): void {
    const server = otherSide(this.#commander);
    const begins = this.#conversation.setup === undefined && line.extent.offset === 0;
    this.#unknown(server, line, line.afterGap ? 'unknown.after-gap' : begins ? 'unknown.before-start' : 'unknown.line');
  }

  #endAssembly(): void {
    const assembly = this.#assembly;
    if (assembly === undefined) return;
    this.#assembly = undefined;
    this.#reply(assembly.reply);
  }

  #reply(reply: WholeReply): void {
    this.#inStep = true;
    if (!this.#greeted && this.#isGreeting(reply)) return this.#greet(reply);
    this.#repliesLost = false;
    const asked = askedFor(this.#asked, reply.code);
    if (asked === undefined) return this.#unasked(reply);
    if (asked.kind === 'mail') return this.#mailReply(reply, asked);
    this.#asked.shift();
    if (asked.verb === 'AUTH') return this.#loginReply(reply, asked);
    this.#apply(reply, asked);
  }

  /** The command is not in the capture; some codes betray it all the same. */
  #unasked(reply: WholeReply): void {
    const { code } = reply;
    const verb = soleOwner(code);
    const row = verb === undefined ? undefined : verbRow(verb);
    if (code === CLOSING) this.state = 'closed';
    else if (row?.after !== undefined) this.state = row.after;
    const note = noteOfReply(reply, verb === undefined ? undefined : { verb, subject: undefined, readable: false });
    this.#write(reply, note, verb === undefined ? undefined : { kind: 'command', entry: undefined, verb, row: verbRow(verb) });
    if (this.#conversation.hearsOnly(otherSide(this.#commander)) || this.#client.isHeld) return;
    if (code === GO_AHEAD) this.#expectMail();
    if (code === TLS_READY) this.#goTls();
  }

  #isGreeting(reply: WholeReply): boolean {
    this.#greeted = true;
    if (this.#conversation.setup !== undefined) return true;
    return this.#asked.length === 0 && opensSession(reply.code);
  }

  #greet(reply: WholeReply): void {
    const { setup, session } = this.#conversation;
    const host = hostIn(reply.words);
    if (host !== undefined && this.#commander === 'client') session.server.name = host;
    const delay = setup === undefined ? undefined : secondsBetween(setup.extent.last, reply.extent.first);
    const { code, enhanced, words } = reply;
    const note: Note =
      code < 400
        ? { key: 'smtp.greeting', params: { code, enhanced, words, host, extended: /\bESMTP\b|\bLMTP\b/i.test(words), delay } }
        : { key: 'smtp.greeting-refused', params: { code, enhanced, words: wordsOfAll(reply), host } };
    this.#write(reply, note, { kind: 'greeting', entry: setup, verb: '', row: GREETING }, 'greeting');
  }

  /** Carries out what a reply to a command means for what comes next, then writes it down. */
  #apply(reply: WholeReply, asked: Asked): void {
    const { verb, transaction, recipient, row } = asked;
    if (verb === 'DATA' && reply.code < 300) return this.#lostGoAhead(reply);
    const readable = this.#conversation.session.tls === undefined;
    const note = noteOfReply(reply, { verb, subject: asked.subject, readable });
    if (recipient !== undefined) settleRecipient(recipient, reply);
    if (reply.code === CLOSING) this.state = 'closed';
    else if (reply.code < 300 && row.after !== undefined) this.state = row.after;
    if (verb === 'MAIL' && reply.code >= 400 && this.#transaction === transaction) this.#transaction = asked.before;
    const entry = this.#write(reply, note, asked);
    if (asked.row.phase === 'transfer' || recipient !== undefined || verb === 'MAIL') transaction?.note(entry);
    if (reply.code < 300) this.#accepted(asked, entry);
    if (verb === 'DATA') this.#afterData(reply);
    if (verb === 'STARTTLS') this.#afterStarttls(reply);
  }

  #accepted(asked: Asked, entry: EntryDraft): void {
    const { verb, transaction } = asked;
    if (verb === 'TURN') this.#turn();
    if (verb === 'MAIL' && asked.before?.ended === false) this.#dropMail(asked.before, entry);
    if (verb !== 'RSET' && asked.row.step !== 'identification') return;
    if (transaction !== undefined && !transaction.ended) this.#dropMail(transaction, entry);
    if (this.#transaction === transaction) this.#transaction = undefined;
  }

  /** Chunks came, and now no last one will. */
  #dropMail({ recorder }: MailTransaction, entry: EntryDraft): void {
    if (recorder === undefined) return;
    recorder.close(false);
    entry.completes = [recorder.message];
  }

  #afterData(reply: WholeReply): void {
    if (reply.code === GO_AHEAD) this.#expectMail();
    else this.#client.expectLines();
  }

  /** A 2yz behind DATA can only be the reply to the mail: the 354 before it is not in the capture. */
  #lostGoAhead(reply: WholeReply): void {
    this.#expectMail();
    this.#reply(reply);
  }

  #afterStarttls(reply: WholeReply): void {
    if (reply.code === TLS_READY) this.#goTls();
    else this.#client.expectLines();
  }

  /** The reply to STARTTLS was lost, but the client has begun the handshake. */
  #noticeTls(): void {
    if (this.#asked.last?.verb === 'STARTTLS' && this.#client.peekHeld(1) === TLS_HANDSHAKE) this.#goTls();
  }

  #goTls(): void {
    this.#behindStarttls = true;
    this.#greeted = true;
    this.#toTls(this.#conversation);
  }

  /** RFC 821 §3.8: whoever sent commands now sends replies, beginning with a greeting. */
  #turn(): void {
    this.#commander = otherSide(this.#commander);
    this.#greeted = false;
    this.#conversation.setup = undefined;
    this.#asked.clear();
  }

  #mailReply(reply: WholeReply, asked: Asked): void {
    const { content } = asked;
    const transaction = asked.transaction!;
    const { message } = transaction.recorder!;
    if (content !== undefined && this.#content === content && message.missing > 0) this.#client.breakOff();
    const isLast = content?.isLast ?? true;
    const recipient = isLast ? this.#nextRecipient(asked) : undefined;
    const note = noteOfMailReply(reply, isLast ? message.size : content!.size, isLast, recipient?.address);
    if (recipient !== undefined) settleRecipient(recipient, reply);
    const decided = isLast && !asked.recipients?.length;
    if (decided || !isLast) this.#asked.shift();
    if (reply.code === CLOSING) this.state = 'closed';
    else if (decided) this.state = 'ready';
    const entry = this.#write(reply, note, asked);
    entry.message = message;
    if (isLast || reply.code >= 400) settleMail(message, entry, reply, decided);
    if (decided && this.#transaction === transaction) this.#transaction = undefined;
  }

  #nextRecipient(asked: Asked): EnvelopeRecipient | undefined {
    if (this.#conversation.session.protocol !== 'lmtp') return undefined;
    asked.recipients ??= [...asked.transaction!.accepted];
    return asked.recipients.shift();
  }

  #loginReply(reply: WholeReply, asked: Asked): void {
    const login = this.#login;
    if (login !== undefined && reply.code === MORE) {
      const step = login.exchange.challenge(reply.words);
      const entry = this.#write(reply, step.note, asked);
      entry.decoded = step.decoded;
      this.#expectAnswer();
      return;
    }
    login?.end(reply.code < 300);
    const readable = this.#conversation.session.tls === undefined;
    this.#write(reply, noteOfReply(reply, { verb: 'AUTH', subject: login?.username, readable }), asked);
    this.#login = undefined;
    this.#client.expectLines();
  }

  // ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────

  #write(reply: WholeReply, note: Note, asked: Asked | undefined, kind: 'reply' | 'greeting' = 'reply'): EntryDraft {
    const place = asked?.row ?? { phase: 'transaction', step: 'unclear' };
    const entry = createEntry(kind, otherSide(this.#commander), reply.extent, place, this.state, note);
    entry.code = reply.code;
    entry.enhanced = reply.enhanced;
    entry.text = reply.lines[0];
    if (reply.lines.length > 1) entry.lines = reply.lines;
    entry.raw = reply.raw;
    entry.answers = asked?.content?.lost === true ? undefined : asked?.entry;
    if (asked?.kind === 'mail') entry.message = asked.transaction?.recorder?.message;
    this.#conversation.add(entry);
    return entry;
  }

  #entry(kind: 'command' | 'auth' | 'unknown', side: Side, line: Line, place: EntryPlace, note: Note): EntryDraft {
    const entry = createEntry(kind, side, line.extent, place, this.state, note);
    entry.text = line.text;
    entry.raw = line.raw;
    return entry;
  }

  #unknown(side: Side, line: Line, key: 'unknown.after-gap' | 'unknown.before-start' | 'unknown.line'): void {
    const note: Note = { key, params: { from: side, bytes: line.extent.bytes } };
    this.#conversation.add(this.#entry('unknown', side, line, { phase: 'transaction', step: 'unclear' }, note));
  }
}

function isCommandLine(held: string): boolean {
  return isSmtpVerb(parseCommand(held.split(/\r?\n/, 1)[0] ?? '').verb);
}

function settleRecipient(recipient: EnvelopeRecipient, reply: WholeReply): void {
  recipient.accepted = reply.code < 300;
  recipient.code = reply.code;
  if (reply.enhanced !== undefined) recipient.enhanced = reply.enhanced;
}
