/**
 * Reads the lines of whoever sends the commands: commands, and the SASL data behind AUTH (RFC 4954 §4). What comes
 * behind DATA, AUTH and STARTTLS is held until the reply says what it is.
 */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Line } from '../../dialogue/side-reader.js';
import type { Note } from '../../model/note.js';
import { createAsked, type Asked } from './asked.js';
import { noteOfCommand } from './command-notes.js';
import { parseChunkSize, parseCommand, parsePath, type SmtpCommand } from './command-parser.js';
import { Login } from './login.js';
import { hostIn } from './reply-notes.js';
import type { Talk } from './talk.js';
import { MailTransaction } from './transaction.js';
import type { Transfer } from './transfer.js';
import { isSmtpVerb, VERBS, verbRow, type VerbRow } from './verbs.js';

/** Begins the TLS handshake that the client sends once STARTTLS is accepted. */
const TLS_HANDSHAKE = '\x16';
/** Octets of what is held that are looked at for a guess. */
const GLIMPSE = 256;

export class ClientLines {
  readonly #talk: Talk;
  readonly #transfer: Transfer;
  #expectsAnswer = false;

  constructor(talk: Talk, transfer: Transfer) {
    this.#talk = talk;
    this.#transfer = transfer;
  }

  line(line: Line): void {
    if (this.#expectsAnswer) this.#answer(line);
    else this.#command(line);
  }

  /** Octets of the commands are missing. */
  gap(): void {
    this.#talk.inStep = false;
    this.#talk.lost = true;
  }

  /** A challenge has come: the next line is SASL data. */
  expectAnswer(): void {
    this.#expectsAnswer = true;
    this.#talk.reader.expectLines();
  }

  /** No reply will tell what the held octets are: they tell it themselves, or they are lines. */
  decide(): void {
    const { reader, login } = this.#talk;
    const asked = this.#talk.asked.last;
    const held = reader.peekHeld(GLIMPSE);
    if (asked === undefined) reader.expectLines();
    else if (asked.verb === 'DATA' && asked.kind === 'command' && !isCommandLine(held)) this.#transfer.expectMail();
    else if (login !== undefined && !isCommandLine(held)) this.expectAnswer();
    else if (asked.verb === 'STARTTLS' && held.startsWith(TLS_HANDSHAKE)) this.#talk.beginTls();
    else reader.expectLines();
  }

  /** The reply to STARTTLS was lost, but the client has begun the handshake. */
  noticeTls(): void {
    const { asked, reader } = this.#talk;
    if (asked.last?.verb === 'STARTTLS' && reader.peekHeld(1) === TLS_HANDSHAKE) this.#talk.beginTls();
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────────────────────

  #command(line: Line): void {
    const talk = this.#talk;
    const command = parseCommand(line.text);
    talk.inStep ||= isSmtpVerb(command.verb) || (talk.conversation.setup !== undefined && line.extent.offset === 0);
    if (!talk.inStep) return talk.unknown(talk.commander, line, talk.lost ? 'unknown.after-gap' : 'unknown.before-start');
    const row = verbRow(command.verb);
    const entry = talk.entry('command', line, row, this.#noteOf(command));
    entry.verb = command.verb;
    entry.args = command.args;
    this.#ask(command, row, entry);
    talk.conversation.add(entry);
  }

  #noteOf(command: SmtpCommand): Note {
    const { behindStarttls, transaction } = this.#talk;
    if (behindStarttls) return { key: 'smtp.command.behind-starttls', params: { verb: command.verb } };
    return noteOfCommand(command, { recipients: transaction?.accepted.length ?? 0 });
  }

  /** Remembers what the reply will be about, and tells the reader what may follow. */
  #ask(command: SmtpCommand, row: VerbRow, entry: EntryDraft): void {
    const talk = this.#talk;
    const { verb, args = '' } = command;
    // Whoever goes on has had its replies: they lie in the gap.
    if (talk.repliesLost) talk.asked.clear();
    talk.repliesLost = false;
    const asked = createAsked('command', entry, verb, row);
    this.#enterSubject(asked, args);
    if (row.step === 'identification') this.#identify(verb, args);
    if (isOfTransaction(row)) asked.transaction?.note(entry);
    if (verb === 'BDAT') this.#askForChunk(args, asked);
    else talk.asked.push(asked);
    if (verb === 'AUTH') talk.login = new Login(args, entry, talk.conversation.session);
    if (verb === 'DATA' || verb === 'AUTH' || verb === 'STARTTLS') this.#hold(asked);
  }

  /** What the command is about, and what it adds to the envelope. */
  #enterSubject(asked: Asked, args: string): void {
    const { transaction } = this.#talk;
    asked.transaction = transaction;
    if (asked.verb === 'MAIL') {
      asked.subject = parsePath(args)?.address;
      asked.before = transaction;
      this.#talk.transaction = asked.transaction = new MailTransaction(asked.subject);
    } else if (asked.verb === 'RCPT') {
      asked.subject = parsePath(args)?.address;
      asked.recipient = asked.subject === undefined ? undefined : transaction?.addRecipient(asked.subject);
    } else asked.subject = args.trim() || undefined;
  }

  #identify(verb: string, args: string): void {
    const { session } = this.#talk.conversation;
    if (verb === 'LHLO') session.protocol = 'lmtp';
    const name = hostIn(args.trim());
    if (name !== undefined && this.#talk.commander === 'client') session.client.name = name;
  }

  #askForChunk(args: string, asked: Asked): void {
    const { transaction } = this.#talk;
    const chunk = parseChunkSize(args);
    if (chunk !== undefined && chunk.size > 0) this.#transfer.expectChunk(chunk);
    else if (chunk?.last === true && transaction !== undefined) this.#transfer.endMail(transaction, asked);
    else this.#talk.asked.push(asked);
  }

  #hold(asked: Asked): void {
    const { conversation, commander, reader } = this.#talk;
    if (conversation.hearsOnly(commander)) this.#takeForGranted(asked);
    else reader.hold();
  }

  /** Only the client was captured: what usually follows is what follows. */
  #takeForGranted(asked: Asked): void {
    if (asked.verb === 'DATA') this.#transfer.expectMail();
    else if (asked.verb === 'AUTH') this.#talk.reader.hold();
    else this.#talk.beginTls();
  }

  // ── log-in ──────────────────────────────────────────────────────────────────────────────────────────────────

  #answer(line: Line): void {
    const { login, asked, conversation, reader } = this.#talk;
    this.#expectsAnswer = false;
    const entry = this.#talk.entry('auth', line, VERBS.AUTH, UNSAID);
    entry.note = login!.answer(line.text, entry).note;
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

function isCommandLine(held: string): boolean {
  return isSmtpVerb(parseCommand(held.split(/\r?\n/, 1)[0] ?? '').verb);
}
