/**
 * Reads the lines of whoever sends the commands: commands, and the SASL data behind AUTH (RFC 4954 §4). What comes
 * behind DATA, AUTH and STARTTLS is held until the reply says what it is.
 */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Line } from '../../dialogue/reading.js';
import type { Note } from '../../model/note.js';
import type { Haste } from '../../model/notes/smtp.js';
import { createAsked, soleOwner, type Asked } from './asked.js';
import { noteOfCommand } from './command-notes.js';
import { parseChunkSize, parseCommand, parsePath, parseReference, type SmtpCommand, startsBlank } from './command-parser.js';
import { hasteOf } from './haste.js';
import { Login } from './login.js';
import { GO_AHEAD, TLS_READY } from './reply-codes.js';
import { hostIn } from './reply-notes.js';
import { secretsOf } from './secrets.js';
import type { Talk } from './talk.js';
import { MailTransaction } from './transaction.js';
import type { Transfer } from './transfer.js';
import { isSmtpVerb, REFUSED_MAIL, VERBS, verbRow, type VerbRow } from './verbs.js';

/** Begins the TLS handshake that the client sends once STARTTLS is accepted. */
const TLS_HANDSHAKE = '\x16';
/** Octets of what is held that are looked at for a guess. */
const GLIMPSE = 256;
/** Octets of a SASL answer (RFC 4954 §4), and some more. */
const LONGEST_ANSWER = 1 << 14;
/** What a name or password consists of. */
const PRINTABLE = /^[\x20-\x7e]+$/;
const ADDRESS = /^\[|^[\d.]+$|:/;

export class ClientLines {
  readonly #talk: Talk;
  readonly #transfer: Transfer;
  /** The log-in whose data the next line is. */
  #answering: Login | undefined;

  constructor(talk: Talk, transfer: Transfer) {
    this.#talk = talk;
    this.#transfer = transfer;
  }

  line(line: Line): void {
    const login = this.#answering;
    if (login === undefined || ((login.isUnseen || line.afterGap) && isCommandLine(line.text))) this.#command(line);
    else this.#answer(line, login);
  }

  /** Octets of the commands are missing. */
  gap(): void {
    this.#talk.inStep = false;
    this.#talk.lost = true;
    this.#talk.commandLost = true;
    this.#talk.refusedMail.forget();
    this.awaitTls();
  }

  /** A challenge has come: the next line is SASL data. */
  expectAnswer(): void {
    this.#answering = this.#talk.login;
    this.#talk.reader.expectLines();
  }

  /** The log-in that a challenge belongs to although no AUTH was seen: its mechanism is not known. */
  get unseenLogin(): Login {
    return (this.#talk.login ??= new Login('', undefined, this.#talk.conversation.session));
  }

  /** The log-in is over: what waits and is no command was sent for it, and is as secret as if it had been asked for. */
  readAnswers(): void {
    while (this.#holdsLine && !isCommandLine(this.#talk.reader.peekHeld(GLIMPSE))) this.expectAnswer();
  }

  /** Replies are missing, and the commander has gone on: what it has sent since tells what they were. */
  catchUp(code: number): void {
    // These tell it themselves.
    if (code === GO_AHEAD || code === TLS_READY) return;
    const owner = soleOwner(code);
    while (this.#holdsLine) {
      if (owner === 'AUTH' && isCommandLine(this.#talk.reader.peekHeld(GLIMPSE))) return;
      this.decide();
    }
  }

  /**
   * A 220 that nothing asked for answers a STARTTLS that was lost, if octets of the commander are missing and what
   * it sends next is TLS.
   */
  awaitTls(): void {
    const talk = this.#talk;
    if (!talk.unasked220 || !talk.commandLost || talk.behindStarttls) return;
    talk.awaitsTls = true;
    talk.reader.hold();
  }

  /** No reply will tell what the held octets are: they tell it themselves, or they are lines. */
  decide(): void {
    const { reader, login } = this.#talk;
    const asked = this.#talk.asked.last;
    const held = reader.peekHeld(GLIMPSE);
    const mayBeTls = asked?.row.opens === 'tls' || this.#talk.awaitsTls;
    this.#talk.awaitsTls = false;
    if (mayBeTls && held.startsWith(TLS_HANDSHAKE)) this.#talk.beginTls();
    else if (asked === undefined || isCommandLine(held)) reader.expectLines();
    else if (asked.row.opens === 'mail' && asked.kind === 'command') this.#guessMail();
    else if (asked.row.opens === 'login' && login !== undefined) this.expectAnswer();
    else reader.expectLines();
  }

  #guessMail(): void {
    if (this.#talk.repliesLost) this.#talk.asked.clear();
    this.#transfer.expectMail();
  }

  /** Whether a whole line waits. */
  get #holdsLine(): boolean {
    const { reader } = this.#talk;
    return reader.isHeld && reader.heldSince !== undefined && reader.peekHeld(LONGEST_ANSWER).includes('\n');
  }

  /** The reply to STARTTLS was lost, but the client has begun the handshake. */
  noticeTls(): void {
    const { asked, reader } = this.#talk;
    if (asked.last?.row.opens === 'tls' && reader.peekHeld(1) === TLS_HANDSHAKE) this.#talk.beginTls();
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────────────────────

  #command(line: Line): void {
    const talk = this.#talk;
    const command = parseCommand(line.text);
    this.#answering = undefined;
    talk.inStep ||= (isSmtpVerb(command.verb) && !startsBlank(line.text)) || (talk.conversation.setup !== undefined && line.extent.offset === 0);
    if (!talk.inStep) return talk.unknown(talk.commander, line, talk.lost ? 'unknown.after-gap' : 'unknown.before-start');
    const ofRefused = talk.refusedMail.take(line, command);
    const row = ofRefused === undefined ? verbRow(command.verb) : REFUSED_MAIL;
    const note: Note =
      ofRefused === undefined
        ? this.#noteOf(command, hasteOf(line, talk))
        : { key: 'smtp.command.refused-mail', params: { line: line.text, early: ofRefused.early } };
    const entry = talk.entry('command', line, row, note);
    entry.verb = command.verb;
    entry.args = command.args;
    this.#ask(command, row, entry);
    talk.conversation.add(entry);
  }

  #noteOf(command: SmtpCommand, haste: Haste | undefined): Note {
    const { behindStarttls, offered, sizeLimit, transaction } = this.#talk;
    if (behindStarttls) return { key: 'smtp.command.behind-starttls', params: { verb: command.verb } };
    const note = noteOfCommand(command, { named: transaction?.envelope.to.length ?? 0, recipients: transaction?.accepted.length ?? 0, sizeLimit, offered });
    if (haste !== undefined) Object.assign(note.params, { haste });
    return note;
  }

  /** Remembers what the reply will be about, and tells the reader what may follow. */
  #ask(command: SmtpCommand, row: VerbRow, entry: EntryDraft): void {
    const talk = this.#talk;
    const { verb, args = '' } = command;
    // Whoever goes on has had its replies: they lie in the gap.
    if (talk.repliesLost) talk.asked.clear();
    talk.repliesLost = false;
    talk.unasked220 = false;
    talk.commandLost = false;
    const asked = createAsked('command', entry, verb, row);
    this.#enterSubject(asked, args);
    if (row.step === 'identification') this.#identify(verb, args);
    if (isOfTransaction(row)) asked.transaction?.note(entry);
    if (verb === 'BDAT') this.#askForChunk(args, asked);
    else if (verb === 'BURL') this.#askForReference(args, asked);
    else talk.asked.push(asked);
    if (row.opens === 'login') talk.login = new Login(args, entry, talk.conversation.session);
    entry.secrets ??= secretsOf(command);
    if (row.opens !== undefined) this.#hold(asked);
  }

  /** What the command is about, and what it adds to the envelope. */
  #enterSubject(asked: Asked, args: string): void {
    const { transaction } = this.#talk;
    asked.transaction = transaction;
    if (asked.row.step === 'sender') {
      asked.subject = parsePath(args, 'FROM')?.address;
      asked.before = transaction;
      this.#talk.transaction = asked.transaction = new MailTransaction(asked.subject);
    } else if (asked.verb === 'RCPT') {
      asked.subject = parsePath(args, 'TO')?.address;
      asked.transaction = this.#recipientsOf(transaction);
      asked.recipient = asked.subject === undefined ? undefined : asked.transaction?.addRecipient(asked.subject);
    } else asked.subject = args.trim() || undefined;
  }

  /** Of a transaction whose MAIL may be missing from the capture the recipients are known all the same. */
  #recipientsOf(transaction: MailTransaction | undefined): MailTransaction | undefined {
    const { lost, conversation } = this.#talk;
    if (transaction !== undefined || (!lost && conversation.setup !== undefined)) return transaction;
    return (this.#talk.transaction = new MailTransaction(undefined));
  }

  #identify(verb: string, args: string): void {
    const { session } = this.#talk.conversation;
    if (verb === 'LHLO') session.protocol = 'lmtp';
    const name = hostIn(args.trim());
    // An address literal (RFC 5321 §4.1.3) is said by clients that have no name.
    if (name !== undefined && !ADDRESS.test(name) && this.#talk.commander === 'client') session.client.name = name;
  }

  #askForChunk(args: string, asked: Asked): void {
    const { transaction } = this.#talk;
    const chunk = parseChunkSize(args);
    if (chunk !== undefined && chunk.size > 0) this.#transfer.expectChunk(chunk);
    else if (chunk?.last === true && transaction !== undefined) this.#transfer.endMail(transaction, asked, true);
    else this.#talk.asked.push(asked);
  }

  #askForReference(args: string, asked: Asked): void {
    const { transaction } = this.#talk;
    if (parseReference(args)?.last === true && transaction !== undefined) this.#transfer.endMail(transaction, asked, false);
    else this.#talk.asked.push(asked);
    if (transaction !== undefined) transaction.fetched = true;
  }

  #hold(asked: Asked): void {
    const { conversation, commander, reader } = this.#talk;
    if (conversation.hearsOnly(commander)) this.#takeForGranted(asked);
    else reader.hold();
  }

  /** Only the client was captured: what usually follows is what follows. */
  #takeForGranted(asked: Asked): void {
    const { opens } = asked.row;
    if (opens === 'mail') this.#transfer.expectMail();
    else if (opens === 'login') this.#talk.reader.hold();
    else if (opens === 'tls') this.#talk.beginTls();
    else this.#transfer.expectBlob(asked);
  }

  // ── log-in ──────────────────────────────────────────────────────────────────────────────────────────────────

  #answer(line: Line, login: Login): void {
    const { asked, conversation, reader, repliesLost } = this.#talk;
    this.#answering = undefined;
    const entry = this.#talk.entry('auth', line, VERBS.AUTH, UNSAID);
    login.answer(line.text, entry);
    if (isCommandLine(line.text)) entry.note = likeCommand(line.text, entry.note);
    if (repliesLost) asked.clear();
    asked.push(createAsked('sasl', entry, 'AUTH', VERBS.AUTH));
    conversation.add(entry);
    reader.hold();
  }
}

// An entry is made before its annotation, which depends on what the log-in finds in the line.
const UNSAID: Note = { key: 'sasl.empty', params: {} };

function isOfTransaction({ phase, step }: VerbRow): boolean {
  return phase === 'transfer' || step === 'sender' || step === 'recipient';
}

/** Where a command is sent in place of an answer, unless it is both: TURN is base64, too, of MDM. */
function likeCommand(line: string, note: Note): Note {
  const as = note.key === 'sasl.username' ? 'username' : note.key === 'sasl.password' ? 'password' : undefined;
  const value = note.key === 'sasl.username' ? note.params.username : note.key === 'sasl.password' ? note.params.password : '';
  return value !== '' && PRINTABLE.test(value) ? note : { key: 'smtp.answer-like-command', params: { line, as } };
}

function isCommandLine(held: string): boolean {
  return isSmtpVerb(parseCommand(held.split(/\r?\n/, 1)[0] ?? '').verb);
}
