/**
 * Reads what the client of IMAP sends: commands with their literals, answers of a log-in, DONE. Where only the
 * server's next line can say what the octets are (RFC 9051 §4.3, §6.2), they are held until it has come.
 */
import { SaslExchange } from '../../dialogue/sasl/exchange.js';
import type { ContentSink, Line } from '../../dialogue/reading.js';
import type { Conversation } from '../../dialogue/conversation.js';
import type { Arrival } from '../../model/arrival.js';
import type { Message } from '../../model/message.js';
import { endCatenated, pieceOfMail } from './mails/catenated-mail.js';
import { appendedMail, textOfCommand } from './commands/literals.js';
import { describeCommand, remark } from './commands/notes.js';
import { openCommand } from './commands/opening.js';
import { decodedData, noteOfData, noteOfPart } from './commands/part-notes.js';
import { canBeginCommand, GLIMPSE, isDone, isPlausibleCommand, parseCommandHead } from './commands/parser.js';
import type { Command } from './commands/queue.js';
import { CommandReading } from './commands/reading.js';
import { beginCompressed } from './compressed.js';
import type { LiteralMark } from './literal.js';
import { Login } from './login.js';
import { LogicalLine, sliceOf, type LineSlice } from './logical-line.js';
import type { Awaited, Talk } from './talk.js';
import { takeUnseenAnswer } from './unseen-answer.js';
import { textOf, type Value } from './value-parser.js';
import { DONE } from './verbs.js';

/** Mails of one command that a further line of it counts for. */
const MOST_MAILS = 100;

export class ClientLines {
  readonly #talk: Talk;
  readonly #conversation: Conversation;
  readonly #toTls: (conversation: Conversation) => void;
  #reading: CommandReading | undefined;
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

  /** Octets are, or would be, held until the server has spoken. */
  get isWaiting(): boolean {
    return this.#held !== undefined;
  }

  get message(): Message | undefined {
    return this.#mail;
  }

  /** The latest packet of a command whose literal, or rest behind it, is still to come. */
  get unfinishedSince(): Arrival | undefined {
    return this.#reading?.logical.latest;
  }

  line(line: Line): void {
    if (this.#answering !== 'no') this.#answerOrCommand(line);
    else if (this.#reading === undefined) this.#begin(line);
    else this.#advance(this.#reading, this.#reading.logical.add(line, true));
  }

  /** Octets between lines are missing. */
  gap(): void {
    this.end();
    this.#talk.lose('client');
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

  /** The server asks for an answer of the log-in; or what the client has sent may be one. */
  expectAnswer(certainty: 'yes' | 'maybe' = 'yes'): void {
    this.#held = undefined;
    this.#answering = certainty;
    this.#reader.expectLines();
  }

  /** The tagged reply to `command` has come: it no longer waits. `accepted`: with OK. */
  settled(command: Command, accepted: boolean): void {
    const held = this.#held;
    if (held === undefined || held.command !== command) return;
    if (held.kind === 'starttls' && accepted) this.#goTls();
    else if (held.kind === 'compress' && accepted) this.#goCompressed();
    else if (held.kind === 'literal' && (accepted || !this.#looksLikeCommand())) this.goAhead();
    else if (held.kind === 'sasl' && !this.#looksLikeCommand()) this.expectAnswer('maybe');
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
    else if (kind === 'sasl') this.expectAnswer('maybe');
    else this.goAhead();
  }

  /** The server asks for more, and lines of it are missing: where the client has gone on with a command, the log-in is over. */
  passLogin(): void {
    if (this.#held?.kind !== 'sasl' || this.#talk.isSure || this.#reader.peekHeld(1) === '' || !this.#looksLikeCommand()) return;
    this.#talk.settle(this.#held.command);
    this.#giveUp();
  }

  get #reader(): Conversation['client'] {
    return this.#conversation.client;
  }

  /** Nothing of the server is in the capture, so that no reply can be waited for. */
  get #alone(): boolean {
    return this.#conversation.hearsOnly('client');
  }

  #looksLikeCommand(): boolean {
    return canBeginCommand(this.#reader.peekHeld(GLIMPSE));
  }

  /** What is held are lines: the literal or the answer will not come. */
  #giveUp(): void {
    this.#held = undefined;
    this.#reading = undefined;
    this.#reader.expectLines();
  }

  #goTls(): void {
    this.#held = undefined;
    this.#talk.behindStarttls = true;
    this.#toTls(this.#conversation);
  }

  #goCompressed(): void {
    this.#held = undefined;
    beginCompressed(this.#talk);
  }

  #begin(line: Line): void {
    if (isDone(line.text) && (this.#talk.commands.oldestOf(['IDLE']) !== undefined || this.#talk.isLost('client'))) {
      return this.#done(line);
    }
    if (this.#talk.isLost('client') && !isPlausibleCommand(line.text)) return takeUnseenAnswer(line, this.#talk);
    this.#talk.inStep('client');
    if (this.#talk.behindStarttls) return this.#tooEarly(line);
    const logical = new LogicalLine();
    const mark = logical.add(line, true);
    this.#advance(new CommandReading(parseCommandHead(line.text), logical), mark);
  }

  /** Ends IDLE. The tagged reply answers DONE, so that its latency is the server's and not the length of the idling. */
  #done(line: Line): void {
    const idle = this.#talk.commands.oldestOf(['IDLE']);
    const entry = this.#talk.entry('command', 'client', sliceOf(line), DONE, { key: 'imap.command.done', params: {} });
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
    const command = this.#open(new CommandReading(head, logical), logical.slice()!);
    command.entry.note = { key: 'imap.command.behind-starttls', params: { verb: head.verb } };
  }

  /** A line of the command has come; `mark`: it announces a literal. */
  #advance(reading: CommandReading, mark: LiteralMark | undefined): void {
    reading.mark = mark;
    this.#reading = reading;
    if (mark === undefined) return this.#finish(reading);
    const waits = mark.waits && !this.#alone;
    const isMail = reading.announcesMail;
    if (waits || isMail) this.#writePart(reading, mark);
    if (waits) this.#hold({ kind: 'literal', command: reading.command!, literal: { octets: mark.octets, isMail } });
    else this.#readLiteral(reading, mark);
  }

  #hold(awaited: Awaited): void {
    this.#held = awaited;
    this.#talk.awaited.push(awaited);
    this.#reader.hold();
  }

  #readLiteral(reading: CommandReading, mark: LiteralMark): void {
    const sink = this.#sinkOf(reading, mark);
    reading.mark = undefined;
    this.#reader.expect({ kind: 'count', octets: mark.octets, sink });
  }

  #sinkOf(reading: CommandReading, mark: LiteralMark): ContentSink {
    if (reading.announcesMail) return appendedMail(this.#talk, reading, mark, (message) => (this.#mail = message));
    return reading.announcesPiece === 'TEXT' ? pieceOfMail(this.#talk, reading, mark) : textOfCommand(reading, mark);
  }

  /** What has come so far becomes an entry: the rest waits for `+`, or is a mail. */
  #writePart(reading: CommandReading, mark: LiteralMark): void {
    const slice = reading.logical.slice()!;
    const { values } = reading;
    const isMail = reading.announcesMail;
    if (reading.command === undefined) {
      const command = this.#open(reading, slice);
      command.entry.note = remark(noteOfPart(command, values, mark, isMail, this.#talk), command.remarks);
    } else this.#writeData(reading.command, slice, values, { mark, isMail });
  }

  /** The command is whole. */
  #finish(reading: CommandReading): void {
    this.#reading = undefined;
    const slice = reading.logical.slice();
    if (slice === undefined) return endCatenated(reading, reading.command, false);
    const { values } = reading;
    const begun = reading.command;
    const command = begun ?? this.#open(reading, slice);
    if (begun !== undefined) this.#writeData(command, slice, values, undefined);
    else command.entry.note = remark(describeCommand(command, values, this.#talk), command.remarks);
    endCatenated(reading, command, !reading.logical.broken);
    this.#afterCommand(command, values);
  }

  /** Makes the command's own entry. */
  #open(reading: CommandReading, slice: LineSlice): Command {
    const command = openCommand(reading, slice, this.#talk);
    this.#conversation.add(command.entry);
    return command;
  }

  #writeData(command: Command, slice: LineSlice, values: readonly Value[], next: { mark: LiteralMark; isMail: boolean } | undefined): void {
    const note = noteOfData(command, values, slice.text, next, this.#talk);
    const entry = this.#talk.entry('data', 'client', slice, command.row, note);
    if (command.login === undefined) entry.decoded = decodedData(command, values, slice.text);
    else command.login.take(values, entry, false);
    this.#conversation.add(entry);
    for (const message of command.messages.slice(-MOST_MAILS)) message.entries.push(entry);
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

  #openLogin(command: Command, values: readonly Value[]): void {
    const mechanism = textOf(values[0]) ?? '';
    const login = new Login(command.entry, this.#conversation.session, new SaslExchange(mechanism));
    command.login = login;
    login.open(textOf(values[1]), command.entry);
    remark(command.entry.note, command.remarks);
    command.facts.mechanism = login.mechanism;
    this.#login = command;
    if (this.#alone) this.#answering = 'maybe';
    else this.#hold({ kind: 'sasl', command });
  }

  #answerOrCommand(line: Line): void {
    const certain = this.#answering === 'yes' && !line.afterGap && this.#talk.isSure;
    this.#answering = this.#alone ? 'maybe' : 'no';
    if (!certain && isPlausibleCommand(line.text)) {
      this.#answering = 'no';
      return this.#begin(line);
    }
    if (line.afterGap) return this.#talk.unknown('client', line, true);
    this.#answer(line, this.#login!);
  }

  #answer(line: Line, command: Command): void {
    const entry = this.#talk.entry('auth', 'client', sliceOf(line), command.row, { key: 'sasl.empty', params: {} });
    command.login!.answer(line.text, entry);
    command.answered = entry;
    this.#conversation.add(entry);
    // A tagged reply that came before this line has already ended the exchange.
    if (!this.#alone && this.#talk.commands.has(command.tag)) this.#hold({ kind: 'sasl', command });
  }
}
