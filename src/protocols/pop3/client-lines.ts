/**
 * Reads the lines of the client: commands, and the SASL data behind AUTH (RFC 5034 §4). What comes behind AUTH, STLS
 * and XTND XMIT is held until the reply says what it is.
 */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import type { Conversation } from '../../dialogue/conversation.js';
import type { Line } from '../../dialogue/reading.js';
import type { SideReader } from '../../dialogue/side-reader.js';
import type { Entry } from '../../model/entry.js';
import type { Message } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import { isHandingIn, noteOfCommand } from './command-notes.js';
import { firstWord, parseCommand, parseNumber, type Pop3Command } from './command-parser.js';
import { UNCLEAR, type Talk } from './talk.js';
import { TransferredMail } from './transferred-mail.js';
import { isPop3Verb, placeOf, verbRow } from './verbs.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';

/** First octet of a TLS record that opens a handshake (RFC 8446 §5.1). */
const TLS_HANDSHAKE = '\x16';

export class ClientLines {
  readonly #talk: Talk;
  readonly #toTls: (conversation: Conversation) => void;
  /** Whether the next line is SASL data; `maybe`: unless it is a command, since no challenge was seen. */
  #answers: 'no' | 'yes' | 'maybe' = 'no';
  #mail: TransferredMail | undefined;

  constructor(talk: Talk, toTls: (conversation: Conversation) => void) {
    this.#talk = talk;
    this.#toTls = toTls;
  }

  /** The mail that the client is handing in. */
  get message(): Message | undefined {
    return this.#mail?.message;
  }

  line(line: Line): void {
    if (this.#answers !== 'no' && this.#isCommand(line)) this.#endLogin();
    if (this.#answers !== 'no') this.#answer(line);
    else this.#command(line);
  }

  /** Where an answer is due, but lines may be missing: STAT or QUIT alone could be one in base64, what has a blank could not. */
  #isCommand({ text, afterGap }: Line): boolean {
    const { verb, args } = parseCommand(text);
    if (!isPop3Verb(verb)) return false;
    const { certain, login } = this.#talk;
    return this.#answers === 'maybe' || afterGap || (args !== undefined && (!certain || login.attempt === undefined));
  }

  /** A challenge has come. */
  expectAnswer(): void {
    this.#answers = 'yes';
    this.#reader.expectLines();
  }

  /** What was held is commands. */
  expectCommands(): void {
    this.#endLogin();
    if (this.#reader.isHeld) this.#reader.expectLines();
  }

  /** XTND XMIT was accepted: a mail follows, to which command and reply belong. */
  expectMail(...before: readonly Entry[]): void {
    const { conversation, owners, state } = this.#talk;
    const recorder = conversation.openMessage('submitted', { to: [] });
    recorder.message.entries.push(...before);
    const place = { side: 'client', state, ...placeOf('XTND', true) } as const;
    const mail = new TransferredMail(recorder, { kind: 'submitted' }, place, (entry) => {
      this.#mail = undefined;
      if (entry === undefined) return;
      owners.push({ kind: 'mail', entry, verb: 'XTND', args: '', message: mail.message });
      conversation.add(entry);
    });
    this.#mail = mail;
    this.#reader.expect({ kind: 'dots', sink: mail });
  }

  /** The server replies: a mail of which octets are missing has ended in the gap. */
  heardReply(): void {
    if (this.#mail?.isDamaged === true) this.#reader.expectLines();
  }

  beginTls(): void {
    this.#talk.behindStls = true;
    this.#toTls(this.#talk.conversation);
  }

  /** The client has gone on, though the reply that it waited for is not in the capture. */
  guess(): void {
    if (this.#reader.isHeld && this.#reader.heldSince !== undefined) this.decide();
  }

  /** No reply will say what the held octets are: they tell it themselves, or they are lines. */
  decide(): void {
    const { owners, login } = this.#talk;
    const held = this.#reader.peekHeld(64);
    const isCommand = isPop3Verb(parseCommand(held.split(/\r?\n/, 1)[0] ?? '').verb);
    if (login.exchange !== undefined) {
      this.#answers = 'maybe';
      this.#reader.expectLines();
    } else if (owners.last?.verb === 'STLS' && (held === '' || held.startsWith(TLS_HANDSHAKE))) this.beginTls();
    else if (owners.last?.verb === 'XTND' && !isCommand && held !== '') this.expectMail(owners.last.entry);
    else this.expectCommands();
  }

  get #reader(): SideReader {
    return this.#talk.conversation.client;
  }

  #endLogin(): void {
    this.#answers = 'no';
    this.#talk.login.exchange = undefined;
  }

  #command(line: Line): void {
    const talk = this.#talk;
    const command = parseCommand(line.text);
    const { verb, args } = command;
    if (line.afterGap && !isPop3Verb(verb)) return this.#unknown(line);
    talk.estimate(verb);
    talk.quit = verb === 'QUIT' ? 'yes' : 'no';
    const entry = talk.entry('command', 'client', line, placeOf(verb, talk.loggedIn), UNSAID);
    entry.verb = verb;
    entry.args = args;
    const opensExchange = verb === 'AUTH' && firstWord(args) !== undefined;
    const attempt = opensExchange ? talk.login.begin(args!, entry) : talk.login.take(command, entry);
    entry.note = this.#note(command, entry, opensExchange);
    const mechanism = opensExchange ? attempt?.mechanism : undefined;
    if (verbRow(verb).reply !== 'none') {
      talk.heardClient = true;
      talk.owners.push({ kind: 'command', entry, verb, args: args ?? '', attempt, mechanism });
    }
    if (verb === 'DELE' && parseNumber(firstWord(args)) !== undefined) talk.maildrop.pending++;
    talk.conversation.add(entry);
    if (opensExchange || verb === 'STLS' || isHandingIn(verb, args)) this.#hold();
  }

  #note(command: Pop3Command, entry: EntryDraft, opensExchange: boolean): Note {
    const { state, login, maildrop, timestamp, readable, behindStls, owners } = this.#talk;
    const certain = this.#talk.certain && !owners.awaitsLogin;
    const username = login.attempt?.username;
    const inPlace = !behindStls && (state === 'AUTHORIZATION' || !certain);
    if (opensExchange && inPlace) return entry.note;
    return noteOfCommand(command, { state, certain, behindStls, readable, maildrop, timestamp, username });
  }

  /** Only the client was captured: no reply will tell. */
  #hold(): void {
    this.#reader.hold();
    if (this.#talk.conversation.hearsOnly('client')) this.decide();
  }

  #answer(line: Line): void {
    const { conversation, login, owners } = this.#talk;
    this.#talk.heardClient = true;
    const only = this.#answers === 'maybe';
    this.#answers = only ? 'maybe' : 'no';
    const entry = this.#talk.entry('auth', 'client', line, placeOf('AUTH', false), UNSAID);
    const { mechanism } = login.exchange!;
    const answer = login.answer(line.text, entry);
    const { attempt } = login;
    owners.push({ kind: 'sasl', entry, verb: 'AUTH', args: mechanism, attempt, mechanism, cancelled: answer.cancelled === true });
    conversation.add(entry);
    if (!only) this.#hold();
  }

  #unknown(line: Line): void {
    this.#talk.heardClient = true;
    const note: Note = { key: 'unknown.after-gap', params: { from: 'client', bytes: spokenOctets(line.extent) } };
    this.#talk.conversation.add(this.#talk.entry('unknown', 'client', line, UNCLEAR, note));
  }
}

// An entry is made before its annotation, which depends on what the log-in finds in the line.
const UNSAID: Note = { key: 'pop3.command.empty', params: {} };
