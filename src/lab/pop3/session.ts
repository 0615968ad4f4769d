/**
 * One POP3 session: RFC 1939 whole, with CAPA (RFC 2449), STLS (RFC 2595), AUTH PLAIN (RFC 5034) and response codes where
 * they say more.
 * Mails go when the session ends with QUIT, never before.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Conversation } from '../conversation.js';
import { limits } from '../limits.js';
import type { Account, Mail, MailStore } from '../mail-store.js';
import { readPlain } from '../plain-login.js';
import { dotStuffed, topOf } from './multi-line.js';

type State = 'AUTHORIZATION' | 'TRANSACTION';

/** Text of the reply, with or without lines behind it; undefined where everything is said. */
type Reply = string | { readonly text: string; readonly lines: Buffer | readonly string[] } | undefined;

interface Command {
  readonly states: readonly State[];
  /** Arguments it needs, and how many it may have at the most. */
  readonly least: number;
  readonly most: number;
  run(session: Pop3Session, args: readonly string[], line: string): Reply | Promise<Reply>;
}

const BOTH: readonly State[] = ['AUTHORIZATION', 'TRANSACTION'];
const CAPABILITIES = ['TOP', 'USER', 'SASL PLAIN', 'RESP-CODES', 'AUTH-RESP-CODE', 'PIPELINING', 'EXPIRE NEVER', 'UIDL', 'IMPLEMENTATION mailscope-lab'];

/** A refusal, in the words behind `-ERR`. */
class Refusal extends Error {}

const COMMANDS: Readonly<Record<string, Command>> = {
  CAPA: { states: BOTH, least: 0, most: 0, run: (session) => ({ text: 'what this server can do', lines: session.capabilities }) },
  STLS: { states: ['AUTHORIZATION'], least: 0, most: 0, run: (session) => session.encrypt() },
  USER: { states: ['AUTHORIZATION'], least: 1, most: 1, run: (session, [name = '']) => session.named(name) },
  // A password may hold blanks (RFC 1939 §7).
  PASS: { states: ['AUTHORIZATION'], least: 1, most: Infinity, run: (session, _args, line) => session.password(line.slice('PASS '.length)) },
  APOP: { states: ['AUTHORIZATION'], least: 2, most: 2, run: (session, [name = '', digest = '']) => session.digest(name, digest) },
  AUTH: { states: ['AUTHORIZATION'], least: 0, most: 2, run: (session, [mechanism, initial]) => session.authenticate(mechanism, initial) },
  STAT: { states: ['TRANSACTION'], least: 0, most: 0, run: (session) => session.status() },
  LIST: { states: ['TRANSACTION'], least: 0, most: 1, run: (session, [number]) => session.list(number, 'scan listing', ({ octets }) => String(octets.length)) },
  UIDL: { states: ['TRANSACTION'], least: 0, most: 1, run: (session, [number]) => session.list(number, 'unique-id listing', (mail) => session.uniqueId(mail)) },
  RETR: { states: ['TRANSACTION'], least: 1, most: 1, run: (session, [number]) => session.retrieve(number) },
  TOP: { states: ['TRANSACTION'], least: 2, most: 2, run: (session, [number, lines]) => session.top(number, lines) },
  DELE: { states: ['TRANSACTION'], least: 1, most: 1, run: (session, [number]) => session.delete(number) },
  RSET: { states: ['TRANSACTION'], least: 0, most: 0, run: (session) => session.reset() },
  NOOP: { states: ['TRANSACTION'], least: 0, most: 0, run: () => 'nothing done' },
  QUIT: { states: BOTH, least: 0, most: 0, run: (session) => session.quit() },
};

export class Pop3Session {
  readonly #conversation: Conversation;
  readonly #store: MailStore;
  readonly #name: string;
  /** Different in every session: what APOP hashes with the password (RFC 1939 §7). */
  readonly #timestamp: string;
  #state: State = 'AUTHORIZATION';
  #user: string | undefined;
  #account: Account | undefined;
  /** The maildrop as it was at log-in: numbers do not change. */
  #mails: readonly Mail[] = [];
  readonly #deleted = new Set<Mail>();
  #isOver = false;

  constructor(conversation: Conversation, store: MailStore, name: string, timestamp: string) {
    this.#conversation = conversation;
    this.#store = store;
    this.#name = name;
    this.#timestamp = timestamp;
  }

  /** Until one of the two leaves. */
  async serve(): Promise<void> {
    try {
      await this.#conversation.send(`+OK ${this.#name} POP3 ready ${this.#timestamp}\r\n`);
      for (let mistakes = 0; !this.#isOver && mistakes < limits.mistakes; ) {
        const line = await this.#conversation.line();
        if (line === undefined) break;
        if (!(await this.#answer(line.tooLong ? undefined : line.text))) mistakes++;
      }
    } finally {
      if (this.#account !== undefined) this.#account.locked = false;
      this.#conversation.close();
    }
  }

  get capabilities(): readonly string[] {
    return this.#conversation.isEncrypted ? CAPABILITIES : [...CAPABILITIES, 'STLS'];
  }

  async encrypt(): Promise<Reply> {
    if (this.#conversation.isEncrypted) throw new Refusal('TLS is there already');
    await this.#conversation.send('+OK TLS may begin\r\n');
    await this.#conversation.encrypt();
    // What was said in the clear does not count (RFC 2595 §4).
    this.#user = undefined;
    return undefined;
  }

  named(name: string): Reply {
    this.#user = name;
    // Whether there is such a user is not told (RFC 1939 §7).
    return `user ${name}: the password, please`;
  }

  password(password: string): Reply {
    const user = this.#user;
    this.#user = undefined;
    if (user === undefined) throw new Refusal('USER comes first');
    return this.#enter(this.#store.logIn(user, password));
  }

  digest(name: string, digest: string): Reply {
    const account = this.#store.account(name);
    const expected = createHash('md5').update(`${this.#timestamp}${account?.password ?? ''}`, 'latin1').digest('hex');
    const given = digest.toLowerCase();
    const isRight = given.length === expected.length && timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(expected, 'latin1'));
    return this.#enter(isRight ? account : undefined);
  }

  async authenticate(mechanism: string | undefined, initial: string | undefined): Promise<Reply> {
    if (mechanism === undefined) return { text: 'mechanisms', lines: ['PLAIN'] };
    if (mechanism.toUpperCase() !== 'PLAIN') throw new Refusal('the only mechanism here is PLAIN');
    let response = initial;
    if (response === undefined) {
      await this.#conversation.send('+ \r\n');
      response = (await this.#conversation.line())?.text ?? '*';
    }
    if (response === '*') throw new Refusal('given up, as you wish');
    const login = readPlain(response);
    if (login === undefined) throw new Refusal('that is no base64 of NUL, user, NUL, password');
    return this.#enter(this.#store.logIn(login.user, login.password));
  }

  status(): Reply {
    const mails = this.#mails.filter((mail) => !this.#deleted.has(mail));
    return `${mails.length} ${sum(mails)}`;
  }

  list(number: string | undefined, title: string, value: (mail: Mail) => string): Reply {
    if (number !== undefined) return `${Number(number)} ${value(this.#mail(number))}`;
    const lines = this.#mails.flatMap((mail, at) => (this.#deleted.has(mail) ? [] : [`${at + 1} ${value(mail)}`]));
    return { text: `${title}: ${counted(lines.length)}`, lines };
  }

  uniqueId({ uid }: Mail): string {
    return `${this.#account!.inbox.uidValidity.toString(16)}.${uid}`;
  }

  retrieve(number: string | undefined): Reply {
    const mail = this.#mail(number);
    mail.flags.add('\\Seen');
    mail.revision++;
    this.#account?.inbox.changed();
    return { text: `${mail.octets.length} octets`, lines: mail.octets };
  }

  top(number: string | undefined, lines: string | undefined): Reply {
    const mail = this.#mail(number);
    if (lines === undefined || !/^\d{1,9}$/.test(lines)) throw new Refusal('TOP takes a mail and a number of lines');
    return { text: `header and ${Number(lines)} lines`, lines: topOf(mail.octets, Number(lines)) };
  }

  delete(number: string | undefined): Reply {
    this.#deleted.add(this.#mail(number));
    return `mail ${Number(number)} marked as deleted; it goes at QUIT`;
  }

  reset(): Reply {
    this.#deleted.clear();
    return `no mail is marked: ${counted(this.#mails.length)}, ${sum(this.#mails)} octets`;
  }

  quit(): Reply {
    this.#isOver = true;
    this.#account?.inbox.remove(this.#deleted);
    return this.#state === 'AUTHORIZATION' ? 'bye' : `bye; mails deleted: ${this.#deleted.size}`;
  }

  /** Whether the line was a command. */
  async #answer(line: string | undefined): Promise<boolean> {
    try {
      await this.#send(await this.#run(line));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.#conversation.send(`-ERR ${error.message}\r\n`);
      return false;
    }
  }

  #run(line: string | undefined): Reply | Promise<Reply> {
    if (line === undefined) throw new Refusal(`a line has ${limits.line} octets at the most`);
    const [word = '', ...args] = line.split(' ').filter((part) => part !== '');
    const verb = word.toUpperCase();
    const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
    if (command === undefined) throw new Refusal('no such command');
    if (!command.states.includes(this.#state)) throw new Refusal(`${verb} is not for the ${this.#state} state`);
    if (args.length < command.least) throw new Refusal(`${verb} needs more arguments`);
    if (args.length > command.most) throw new Refusal(`${verb} takes fewer arguments`);
    return command.run(this, args, line);
  }

  async #send(reply: Reply): Promise<void> {
    if (reply === undefined) return;
    if (typeof reply === 'string') return this.#conversation.send(`+OK ${reply}\r\n`);
    const { text, lines } = reply;
    const octets = Buffer.isBuffer(lines) ? lines : Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
    await this.#conversation.send(`+OK ${text}\r\n`);
    await this.#conversation.send(Buffer.concat([dotStuffed(octets), Buffer.from('.\r\n')]));
  }

  #enter(account: Account | undefined): Reply {
    if (account === undefined) throw new Refusal('[AUTH] user name or password is wrong');
    if (account.locked) throw new Refusal('[IN-USE] another POP3 session has this maildrop');
    account.locked = true;
    this.#account = account;
    this.#mails = account.inbox.mails;
    this.#state = 'TRANSACTION';
    return `${account.user}'s maildrop: ${counted(this.#mails.length)}, ${sum(this.#mails)} octets`;
  }

  #mail(number: string | undefined): Mail {
    const mail = number !== undefined && /^\d{1,9}$/.test(number) ? this.#mails[Number(number) - 1] : undefined;
    if (mail === undefined) throw new Refusal(`no such mail; the maildrop holds ${counted(this.#mails.length)}`);
    if (this.#deleted.has(mail)) throw new Refusal(`mail ${Number(number)} is marked as deleted`);
    return mail;
  }
}

function sum(mails: readonly Mail[]): number {
  return mails.reduce((octets, mail) => octets + mail.octets.length, 0);
}

function counted(mails: number): string {
  return `${mails} mail${mails === 1 ? '' : 's'}`;
}
