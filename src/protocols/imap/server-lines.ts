/**
 * Reads what the server of IMAP sends: greeting, untagged and tagged responses, requests to go on. The octets of its
 * literals follow at once (RFC 9051 §4.3), so a mail that looks like a reply is never seen as one.
 */
import { secondsBetween } from '../../bytes/time.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { ContentSink, Line } from '../../dialogue/reading.js';
import type { SideReader } from '../../dialogue/side-reader.js';
import { urlTokens } from '../../dialogue/url-tokens.js';
import type { Arrival } from '../../model/arrival.js';
import type { Message } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import type { ClientLines } from './client-lines.js';
import type { Command } from './commands/queue.js';
import { announcedMail, linkMail, mailsInLine, type FetchedMail } from './mails/fetched-mail.js';
import { canGreet, hostIn } from './responses/greeting.js';
import { TextLiteral, type LiteralMark } from './literal.js';
import { LogicalLine, sliceOf, type LineSlice } from './logical-line.js';
import { MailLiteral } from './mails/mail-literal.js';
import { applyReply, noteOfContinuation, noteOfReply } from './responses/reply-notes.js';
import { parseResponse, type Response } from './responses/parser.js';
import { causesOf, isResponseWord, isResult, placeOf } from './responses/words.js';
import type { Talk } from './talk.js';
import { describeFetchEnd, describeStatus, describeUntagged } from './responses/untagged-notes.js';
import { allWordsOf, parseValues, ValueParser, type Value } from './value-parser.js';
import { VERBS } from './verbs.js';

type DataResponse = Extract<Response, { kind: 'data' }>;
type StatusResponse = Extract<Response, { kind: 'status' }>;
type TaggedResponse = Extract<Response, { kind: 'tagged' }>;

/** Responses whose literals may be mails. */
const FETCHING: ReadonlySet<string> = new Set(['FETCH', 'UIDFETCH']);

/** Responses in which URLs with their tokens stand. */
const WITH_URLS: ReadonlySet<string> = new Set(['GENURLAUTH', 'URLFETCH']);

/** An untagged response whose end has not come yet. */
interface Reading {
  readonly response: DataResponse;
  readonly logical: LogicalLine;
  readonly parser: ValueParser;
  /** The command that it was caused by, as far as can be told. */
  readonly cause: Command | undefined;
  /** How many of its pieces have become entries. */
  written: number;
  /** Mails in it so far. */
  readonly messages: Message[];
}

/** The name of a mail or a part of it, with a value that is no literal. */
const MAIL_IN_LINE = /(?:BODY\[\]|BINARY\[\]|RFC822)(?:<\d+>)? (?:"|NIL|~?\{0)/i;

export class ServerLines {
  readonly #talk: Talk;
  readonly #client: ClientLines;
  #reading: Reading | undefined;
  /** The mail that the server is sending. */
  #mail: Message | undefined;

  constructor(talk: Talk, client: ClientLines) {
    this.#talk = talk;
    this.#client = client;
  }

  get message(): Message | undefined {
    return this.#mail;
  }

  /** The latest packet of a response whose literal, or rest behind it, is still to come. */
  get unfinishedSince(): Arrival | undefined {
    return this.#reading?.logical.latest;
  }

  line(line: Line): void {
    if (this.#reading !== undefined) return this.#advance(this.#reading, this.#reading.logical.add(line, true));
    const response = parseResponse(line.text);
    if (response === undefined || this.#isLost(line, response)) {
      return this.#talk.unknown('server', line, false);
    }
    this.#talk.inStep('server');
    if (response.kind === 'data') this.#begin(line, response);
    else this.#single(line, response);
  }

  /** Octets between lines are missing. */
  gap(): void {
    this.end();
    this.#talk.lose('server');
  }

  /** What is half read becomes an entry. */
  end(): void {
    const reading = this.#reading;
    if (reading !== undefined) this.#finish(reading);
  }

  /** Whether the line may be the rest of something, a mail above all. */
  #isLost(line: Line, response: Response): boolean {
    if (!this.#talk.isLost('server')) return false;
    if (response.kind === 'data') return !isResponseWord(response.word);
    if (response.kind === 'continuation') return this.#talk.awaited.length === 0 && line.afterGap;
    if (response.kind === 'status' || this.#talk.commands.has(response.tag)) return false;
    // "I have no idea" in the middle of a mail is no reply: tags carry a digit, and servers shout.
    return !/^[^\s\d]*\d\S* (?:OK|NO|BAD) /.test(line.text);
  }

  // ── untagged data ───────────────────────────────────────────────────────────────────────────────────────────

  #begin(line: Line, response: DataResponse): void {
    const logical = new LogicalLine();
    const { commands } = this.#talk;
    const cause = commands.oldestOf(causesOf(response.word));
    if (cause !== undefined && isResult(response.word, cause.name)) cause.facts.results++;
    this.#talk.greeted = true;
    const reading: Reading = { response, logical, parser: new ValueParser(), cause, written: 0, messages: [] };
    this.#advance(reading, logical.add(line, true));
  }

  #advance(reading: Reading, mark: LiteralMark | undefined): void {
    this.#reading = reading;
    if (mark === undefined) return this.#finish(reading);
    const mail = mark.octets > 0 && FETCHING.has(reading.response.word) ? announcedMail(reading, this.#talk) : undefined;
    const sink = mail === undefined ? this.#textSink(reading, mark) : this.#mailSink(reading, mark, mail);
    this.#reader.expect({ kind: 'count', octets: mark.octets, sink });
  }

  get #reader(): SideReader {
    return this.#talk.conversation.server;
  }

  #textSink({ logical }: Reading, mark: LiteralMark): ContentSink {
    const literal = new TextLiteral(mark.octets, (extent) => logical.addLiteral(literal, extent));
    return literal;
  }

  #mailSink(reading: Reading, mark: LiteralMark, mail: FetchedMail): ContentSink {
    const { conversation, state } = this.#talk;
    const { response, logical } = reading;
    const { recorder, part } = mail;
    linkMail(mail, reading);
    this.#write(reading, { mark, mail });
    this.#mail = recorder.message;
    const frame = { from: 'server', octets: mark.octets, state, number: response.word === 'UIDFETCH' ? undefined : response.number, mailbox: undefined, part } as const;
    const literal = new MailLiteral(recorder, frame, (entry) => {
      this.#mail = undefined;
      logical.addLiteral(literal, undefined);
      reading.written = logical.literals.length;
      if (entry !== undefined) conversation.add(entry);
    });
    return literal;
  }

  /** The response is whole, or its rest is lost. */
  #finish(reading: Reading): void {
    this.#reading = undefined;
    const entry = reading.logical.isOpen ? this.#write(reading, undefined) : undefined;
    if (reading.messages.length === 0) return;
    this.#talk.parts.closeSections();
    // Nobody is known to have asked: no tagged reply will complete these mails.
    if (reading.cause === undefined && entry !== undefined) this.#tellEnded(reading.messages, entry);
  }

  /** The entry is the last of those mails that are over; of others more parts may come. */
  #tellEnded(messages: readonly Message[], entry: EntryDraft): void {
    const ended = [...messages.filter((message) => message.ended), ...this.#talk.parts.takeOver()];
    if (ended.length > 0) entry.completes = ended;
  }

  /** Writes what has come since the last entry; `next`: up to the mail that comes next. */
  #write(reading: Reading, next: { readonly mark: LiteralMark; readonly mail: FetchedMail } | undefined): EntryDraft {
    const { response, logical, written, cause } = reading;
    const slice = logical.slice()!;
    const place = cause?.row ?? this.#talk.commands.oldest?.row ?? placeOf(response.word);
    const known = written === 0 ? logical.literals : logical.literals.slice(written);
    const literals = next === undefined ? known : [...known, { octets: next.mark.octets, text: undefined }];
    const part = next?.mail.part?.item;
    const texts = written === 0 ? logical.texts : logical.texts.slice(written);
    const values = parseValues(texts, literals, written === 0 ? response.start : 0);
    const { note, decoded } =
      written === 0
        ? describeUntagged({ word: response.word, number: response.number, values, mail: next?.mark.octets, part, cause, hasLiterals: known.length > 0, line: slice.text, cut: slice.ending === 'none' }, this.#talk)
        : describeFetchEnd(values, next !== undefined, part, this.#talk);
    const entry = this.#talk.entry(written === 0 ? 'untagged' : 'data', 'server', slice, place, note);
    entry.decoded = decoded;
    entry.secrets = secretsIn(response, values);
    entry.message = next?.mail.recorder.message;
    this.#talk.conversation.add(entry);
    if (FETCHING.has(response.word) && (slice.lines ?? [slice.text]).some((line) => MAIL_IN_LINE.test(line))) mailsInLine(values, entry, slice.raw === undefined, reading, this.#talk);
    if (next === undefined) for (const before of reading.messages) before.entries.push(entry);
    return entry;
  }

  // ── responses of one line ───────────────────────────────────────────────────────────────────────────────────

  #single(line: Line, response: Exclude<Response, DataResponse>): void {
    const slice = sliceOf(line);
    if (response.kind === 'continuation') this.#continuation(slice, response.words);
    else if (response.kind === 'tagged') this.#reply(slice, response);
    else if (this.#isGreeting(response)) this.#greet(slice, response);
    else this.#status(slice, response);
    if (response.kind !== 'continuation') this.#talk.greeted = true;
  }

  #isGreeting({ text }: StatusResponse): boolean {
    const { greeted, commands, conversation, isSure } = this.#talk;
    // A client that does not wait for the greeting gets it first all the same, or the capture lacks it.
    if (commands.oldest !== undefined) return !greeted && isSure && canGreet(text);
    return !greeted && (conversation.setup !== undefined || canGreet(text));
  }

  #greet(slice: LineSlice, { status, text }: StatusResponse): void {
    const talk = this.#talk;
    const { setup, session } = talk.conversation;
    const host = hostIn(text.words);
    if (host !== undefined && status !== 'BYE') session.server.name = host;
    const params = { code: text.code, words: text.words };
    const delay = setup === undefined ? undefined : secondsBetween(setup.extent.last, slice.extent.first);
    const unprotected = text.code?.name === 'CAPABILITY' && talk.isUnprotected(text.code.words);
    const note: Note =
      status === 'BYE' || status === 'NO' || status === 'BAD'
        ? { key: 'imap.greeting.refused', params }
        : status === 'PREAUTH'
          ? { key: 'imap.greeting.preauth', params: { host, ...params } }
          : { key: 'imap.greeting', params: { host, delay, unprotected, ...params } };
    talk.isSure = true;
    if (status === 'PREAUTH') talk.state = 'authenticated';
    if (status === 'BYE') talk.state = 'logout';
    const entry = talk.entry('greeting', 'server', slice, { phase: 'greeting', step: 'greeting' }, note);
    entry.status = status;
    entry.responseCode = text.responseCode;
    entry.answers = setup;
    talk.conversation.add(entry);
  }

  #status(slice: LineSlice, { status, text }: StatusResponse): void {
    const talk = this.#talk;
    const { oldest } = talk.commands;
    const note = describeStatus(status, text, talk);
    const place = status === 'BYE' ? VERBS.LOGOUT : (oldest?.row ?? { phase: 'transaction', step: 'status' });
    const entry = talk.entry('untagged', 'server', slice, place, note);
    entry.status = status;
    entry.responseCode = text.responseCode;
    talk.conversation.add(entry);
  }

  #reply(slice: LineSlice, { tag, status, text }: TaggedResponse): void {
    const talk = this.#talk;
    const command = talk.commands.take(tag) ?? this.#takeHeld(tag);
    talk.unseenLogin.end();
    if (command !== undefined) applyReply(command, status, text.code?.name, talk);
    const note = noteOfReply({ tag, status, text }, command, talk);
    const place = command?.row ?? { phase: 'transaction', step: 'unclear' };
    const entry = talk.entry('reply', 'server', slice, place, note);
    entry.tag = tag;
    entry.status = status;
    entry.responseCode = text.responseCode;
    entry.answers = command?.answered;
    if (command !== undefined) this.#complete(command, entry, status === 'OK', text.words);
    talk.conversation.add(entry);
    if (command === undefined) return;
    talk.settle(command);
    this.#client.settled(command, status === 'OK');
  }

  /** A reply to a command that is still held: the line that should have released it was lost. */
  #takeHeld(tag: string): Command | undefined {
    if (!this.#client.isWaiting) return undefined;
    this.#client.undecided();
    return this.#talk.commands.take(tag);
  }

  /** The mails of the command are over with its reply. */
  #complete({ messages, name }: Command, entry: EntryDraft, accepted: boolean, words: string): void {
    if (messages.length === 0) return;
    this.#tellEnded(messages, entry);
    if (messages.length === 1) entry.message = messages[0];
    else for (const message of messages) message.entries.push(entry);
    if (name !== 'FETCH') for (const { outcome } of messages) Object.assign(outcome, { accepted, text: words });
  }

  #continuation(slice: LineSlice, words: string): void {
    const talk = this.#talk;
    this.#client.passLogin();
    const awaited = talk.nextAwaited();
    const command = awaited?.command;
    const { note, decoded, secrets } = noteOfContinuation(awaited, words, talk);
    const entry = talk.entry('continuation', 'server', slice, command?.row ?? { phase: 'transaction', step: 'unclear' }, note);
    entry.decoded = decoded;
    entry.secrets = secrets;
    entry.answers = command?.answered;
    talk.conversation.add(entry);
    if (awaited?.kind === 'literal') this.#client.goAhead();
    if (awaited?.kind === 'sasl') this.#client.expectAnswer();
  }
}

function secretsIn({ word }: DataResponse, values: readonly Value[]): readonly string[] | undefined {
  return WITH_URLS.has(word) ? urlTokens(allWordsOf(values)) : undefined;
}
