/**
 * Reads what the client of IMAP sends: commands with their literals, answers of a log-in, DONE. Where only the
 * server's next line can say what the octets are (RFC 9051 §4.3, §6.2), they are held until it has come.
 */
import { createEntry } from '../../dialogue/entry-draft.js';
import { SaslExchange } from '../../dialogue/sasl.js';
import type { ContentSink, Line, SideReader } from '../../dialogue/side-reader.js';
import type { Conversation } from '../../dialogue/conversation.js';
import type { Message } from '../../model/message.js';
import { describeCommand, noteOfData, noteOfPart } from './command-notes.js';
import { isPlausibleCommand, parseCommandHead, type CommandHead } from './command-parser.js';
import type { Command } from './command-queue.js';
import { CompressedRest } from './compressed-rest.js';
import { TextLiteral, type LiteralMark } from './literal.js';
import { Login } from './login.js';
import { LogicalLine, type LineSlice } from './logical-line.js';
import { MailLiteral } from './mail-literal.js';
import type { Awaited, Talk } from './talk.js';
import { parseValues, textOf, type Value } from './value-parser.js';
import { DONE, NO_VERB, verbRow } from './verbs.js';

/** A command whose end has not come yet. */
interface Reading {
  readonly head: CommandHead;
  readonly logical: LogicalLine;
  /** Set once its first part has become an entry. */
  command: Command | undefined;
  /** The literal that comes next. */
  mark: LiteralMark | undefined;
}

/** As much of what is held as a guess looks at. */
const GLIMPSE = 256;

export class ClientLines {
  readonly #talk: Talk;
  readonly #conversation: Conversation;
  readonly #toTls: (conversation: Conversation) => void;
  #reading: Reading | undefined;
  /** The mail that the client is sending. */
  #mail: Message | undefined;
  #login: Command | undefined;
  /** Whether the next line is an answer of the log-in; `maybe` where no server line says so. */
  #answering: 'no' | 'yes' | 'maybe' = 'no';
  /** Why octets are held. */
  #held: Awaited | undefined;

  constructor(talk: Talk, toTls: (conversation: Conversation) => void) {
    this.#talk = talk;
    this.#conversation = talk.conversation;
    this.#toTls = toTls;
  }

  get message(): Message | undefined {
    return this.#mail;
  }

  line(line: Line): void {
    if (this.#answering !== 'no') this.#answerOrCommand(line);
    else if (this.#reading === undefined) this.#begin(line);
    else this.#advance(this.#reading, this.#reading.logical.add(line, true));
  }

  /** Octets between lines are missing. */
  gap(): void {
    this.end();
    this.#talk.lost.client = true;
  }

  /** What is half read becomes an entry. */
  end(): void {
    const reading = this.#reading;
    if (reading?.logical.isOpen === true) this.#finish(reading);
    this.#reading = undefined;
  }

  /** The server has said `+` to a literal. */
  goAhead(): void {
    const reading = this.#reading;
    this.#held = undefined;
    if (reading?.mark === undefined) this.#reader.expectLines();
    else this.#readLiteral(reading, reading.mark);
  }

  /** The server asks for an answer of the log-in. */
  expectAnswer(): void {
    this.#held = undefined;
    this.#answering = 'yes';
    this.#reader.expectLines();
  }

  /** The tagged reply to `command` has come: it no longer waits. `accepted`: with OK. */
  settled(command: Command, accepted: boolean): void {
    const held = this.#held;
    if (held === undefined || held.command !== command) return;
    if (held.kind === 'starttls' && accepted) this.#goTls();
    else if (held.kind === 'compress' && accepted) this.#goCompressed();
    else if (held.kind === 'literal' && (accepted || !this.#looksLikeCommand())) this.goAhead();
    else if (held.kind === 'sasl' && !this.#looksLikeCommand()) this.#perhapsAnswer();
    else this.#giveUp();
  }

  /** No line of the server will say what the held octets are. */
  undecided(): void {
    const kind = this.#held?.kind;
    if (kind === 'starttls') {
      if (this.#reader.peekHeld(1) === '\x16') this.#goTls();
      else this.#giveUp();
    } else if (kind === undefined || this.#looksLikeCommand()) this.#giveUp();
    else if (kind === 'compress') this.#goCompressed();
    else if (kind === 'sasl') this.#perhapsAnswer();
    else this.goAhead();
  }

  get #reader(): SideReader {
    return this.#conversation.client;
  }

  /** Nothing of the server is in the capture, so that no reply can be waited for. */
  get #alone(): boolean {
    return this.#conversation.hearsOnly('client');
  }

  #looksLikeCommand(): boolean {
    const held = this.#reader.peekHeld(GLIMPSE);
    return held === '' || isPlausibleCommand(held.split(/\r?\n/, 1)[0]!);
  }

  /** What is held are lines: the literal or the answer will not come. */
  #giveUp(): void {
    this.#held = undefined;
    this.#reading = undefined;
    this.#reader.expectLines();
  }

  #perhapsAnswer(): void {
    this.#held = undefined;
    this.#answering = 'maybe';
    this.#reader.expectLines();
  }

  #goTls(): void {
    this.#held = undefined;
    this.#talk.behindStarttls = true;
    this.#toTls(this.#conversation);
  }

  #goCompressed(): void {
    this.#held = undefined;
    for (const side of ['client', 'server'] as const) {
      this.#conversation.reader(side).expect({ kind: 'opaque', sink: new CompressedRest(this.#talk, side) });
    }
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────────────────────

  #begin(line: Line): void {
    if (/^DONE[ \t]*$/i.test(line.text) && (this.#talk.commands.oldestOf(['IDLE']) !== undefined || this.#talk.lost.client)) {
      return this.#done(line);
    }
    if (this.#isLost(line)) return this.#talk.unknown('client', line, false);
    if (this.#talk.behindStarttls) return this.#tooEarly(line);
    const logical = new LogicalLine();
    const mark = logical.add(line, true);
    this.#advance({ head: parseCommandHead(line.text), logical, command: undefined, mark }, mark);
  }

  /** Whether the line may be the rest of something; a plausible command ends that. */
  #isLost(line: Line): boolean {
    const { lost } = this.#talk;
    if (lost.client && (isPlausibleCommand(line.text) || (!line.afterGap && this.#conversation.setup !== undefined))) {
      this.#talk.inStep('client');
    }
    return lost.client;
  }

  /** Ends IDLE. The tagged reply answers DONE, so that its latency is the server's and not the length of the idling. */
  #done(line: Line): void {
    const idle = this.#talk.commands.oldestOf(['IDLE']);
    const slice: LineSlice = { extent: line.extent, text: line.text, lines: undefined, raw: line.raw };
    const entry = this.#talk.entry('command', 'client', slice, DONE, { key: 'imap.command.done', params: {} });
    entry.verb = 'DONE';
    if (idle !== undefined) idle.answered = entry;
    this.#talk.inStep('client');
    this.#conversation.add(entry);
  }

  /** Readable behind STARTTLS: a command, of which nothing more is believed. */
  #tooEarly(line: Line): void {
    const head = parseCommandHead(line.text);
    const logical = new LogicalLine();
    logical.add(line, false);
    const command = this.#open({ head, logical, command: undefined, mark: undefined }, logical.slice()!);
    command.entry.note = { key: 'imap.command.behind-starttls', params: { verb: head.verb } };
  }

  /** A line of the command has come; `mark`: it announces a literal. */
  #advance(reading: Reading, mark: LiteralMark | undefined): void {
    reading.mark = mark;
    this.#reading = reading;
    if (mark === undefined) return this.#finish(reading);
    const waits = mark.waits && !this.#alone;
    const isMail = this.#isMail(reading);
    if (waits || isMail) this.#writePart(reading, mark);
    if (waits) this.#hold({ kind: 'literal', command: reading.command!, literal: { octets: mark.octets, isMail } });
    else this.#readLiteral(reading, mark);
  }

  #hold(awaited: Awaited): void {
    this.#held = awaited;
    this.#talk.awaited.push(awaited);
    this.#reader.hold();
  }

  /** The literal of APPEND that stands behind the mailbox name; those of CATENATE are parts of a mail. */
  #isMail({ head, logical, mark }: Reading): boolean {
    if (mark === undefined || mark.octets === 0 || (head.name !== 'APPEND' && head.name !== 'REPLACE')) return false;
    const values = valuesOf(head, logical);
    const isCatenate = values.some((value) => value.kind === 'atom' && value.text.toUpperCase() === 'CATENATE');
    return !isCatenate && values.length > (head.name === 'REPLACE' ? 1 : 0);
  }

  #readLiteral(reading: Reading, mark: LiteralMark): void {
    const isMail = this.#isMail(reading);
    reading.mark = undefined;
    const sink = isMail ? this.#mailSink(reading, mark) : this.#textSink(reading, mark);
    this.#reader.expect({ kind: 'count', octets: mark.octets, sink });
  }

  #textSink({ logical }: Reading, mark: LiteralMark): ContentSink {
    const literal = new TextLiteral(mark.octets, (extent) => logical.addLiteral(literal, extent));
    return literal;
  }

  #mailSink({ logical, command }: Reading, mark: LiteralMark): ContentSink {
    const { state } = this.#talk;
    const owner = command!;
    const recorder = this.#conversation.openMessage('appended', { to: [] });
    recorder.message.entries.push(owner.entry);
    this.#mail = recorder.message;
    const mailbox = owner.facts.mailbox;
    const frame = { from: 'client', octets: mark.octets, state, number: undefined, mailbox } as const;
    const literal = new MailLiteral(recorder, frame, (entry) => {
      this.#mail = undefined;
      logical.addLiteral(literal, undefined);
      owner.messages.push(recorder.message);
      if (entry === undefined) return;
      owner.answered = entry;
      this.#conversation.add(entry);
    });
    return literal;
  }

  /** What has come so far becomes an entry: the rest waits for `+`, or is a mail. */
  #writePart(reading: Reading, mark: LiteralMark): void {
    const slice = reading.logical.slice()!;
    const values = valuesOf(reading.head, reading.logical);
    const isMail = this.#isMail(reading);
    if (reading.command === undefined) {
      const command = this.#open(reading, slice);
      command.entry.note = noteOfPart(command, values, mark, isMail, this.#talk);
    } else this.#writeData(reading.command, slice, values, { mark, isMail });
  }

  /** The command is whole. */
  #finish(reading: Reading): void {
    const { logical, head } = reading;
    this.#reading = undefined;
    const slice = logical.slice();
    if (slice === undefined) return;
    const values = valuesOf(head, logical);
    const begun = reading.command;
    const command = begun ?? this.#open(reading, slice);
    if (begun !== undefined) this.#writeData(command, slice, values, undefined);
    else command.entry.note = describeCommand(command, values, this.#talk);
    this.#afterCommand(command, values);
  }

  /** Makes the command's own entry. */
  #open(reading: Reading, slice: LineSlice): Command {
    const { head, logical } = reading;
    const { talk, row } = { talk: this.#talk, row: head.verb === '' ? NO_VERB : verbRow(head.name) };
    if (!talk.greeted) talk.atLeast(row.needs);
    const entry = talk.entry('command', 'client', slice, row, { key: 'imap.command.empty', params: {} });
    if (head.tag !== '') entry.tag = head.tag;
    entry.verb = head.verb;
    entry.args = argsOf(head, logical);
    const command: Command = { ...head, entry, row, facts: { uid: head.uid, results: 0 }, answered: entry, messages: [] };
    reading.command = command;
    if (head.tag !== '') talk.commands.add(command);
    if (head.name === 'LOGIN') command.login = new Login(entry, this.#conversation.session);
    command.login?.take(valuesOf(head, logical), entry, true);
    this.#conversation.add(entry);
    return command;
  }

  #writeData(command: Command, slice: LineSlice, values: readonly Value[], next: { mark: LiteralMark; isMail: boolean } | undefined): void {
    const note = noteOfData(command, values, slice.text, next, this.#talk);
    const entry = this.#talk.entry('data', 'client', slice, command.row, note);
    const value = textOf(values.at(-1));
    if (command.login !== undefined) command.login.take(values, entry, false);
    else if (command.facts.mailbox !== undefined && command.messages.length === 0) entry.decoded = { mailbox: command.facts.mailbox };
    else if (value !== undefined && slice.text.startsWith(value)) entry.decoded = { value };
    this.#conversation.add(entry);
    for (const message of command.messages) message.entries.push(entry);
  }

  #afterCommand(command: Command, values: readonly Value[]): void {
    const { name } = command;
    if (name === 'AUTHENTICATE') this.#openLogin(command, values);
    else if (name === 'STARTTLS' && this.#alone) this.#goTls();
    else if (name === 'COMPRESS' && this.#alone) this.#goCompressed();
    else if (name === 'STARTTLS') this.#hold({ kind: 'starttls', command });
    else if (name === 'COMPRESS') this.#hold({ kind: 'compress', command });
    else if (name === 'IDLE') this.#talk.awaited.push({ kind: 'idle', command });
  }

  // ── log-in ──────────────────────────────────────────────────────────────────────────────────────────────────

  #openLogin(command: Command, values: readonly Value[]): void {
    const mechanism = textOf(values[0]) ?? '';
    const login = new Login(command.entry, this.#conversation.session, new SaslExchange(mechanism));
    command.login = login;
    command.entry.note = login.open(textOf(values[1]), command.entry);
    command.facts.mechanism = login.mechanism;
    this.#login = command;
    if (this.#alone) this.#answering = 'maybe';
    else this.#hold({ kind: 'sasl', command });
  }

  #answerOrCommand(line: Line): void {
    const certain = this.#answering === 'yes' && !line.afterGap;
    this.#answering = this.#alone ? 'maybe' : 'no';
    if (!certain && isPlausibleCommand(line.text)) {
      this.#answering = 'no';
      return this.#begin(line);
    }
    if (line.afterGap) return this.#talk.unknown('client', line, true);
    this.#answer(line, this.#login!);
  }

  #answer(line: Line, command: Command): void {
    const entry = createEntry('auth', 'client', line.extent, command.row, this.#talk.state, {
      key: 'sasl.empty',
      params: {},
    });
    entry.text = line.text;
    entry.raw = line.raw;
    entry.note = command.login!.answer(line.text, entry).note;
    command.answered = entry;
    this.#conversation.add(entry);
    // A tagged reply that came before this line has already ended the exchange.
    if (!this.#alone && this.#talk.commands.has(command.tag)) this.#hold({ kind: 'sasl', command });
  }
}

function valuesOf(head: CommandHead, logical: LogicalLine): readonly Value[] {
  return parseValues(logical.texts, logical.literals, head.argsStart);
}

/** The arguments verbatim, with the text of short literals in the place of their marks. */
function argsOf(head: CommandHead, { texts, literals, marks }: LogicalLine): string | undefined {
  const args = texts.map((text, i) => (i === 0 ? text.slice(head.argsStart) : text) + (literals[i]?.text ?? marks[i] ?? ''));
  return head.argsStart > texts[0]!.length && marks.length === 0 ? undefined : args.join('');
}
