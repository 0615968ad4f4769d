/**
 * IMAP4rev1 as the lab serves it (RFC 3501): reads commands with their literals, runs them by the tables beside this file,
 * and tells what changed before it says how a command ended.
 */
import type { Conversation } from '../conversation.js';
import { limits } from '../limits.js';
import type { MailStore } from '../mail-store.js';
import { ACCESS_COMMANDS } from './access-commands.js';
import { Refusal, type ImapCommand } from './command.js';
import { MAIL_COMMANDS } from './mail-commands.js';
import { MAILBOX_COMMANDS } from './mailbox-commands.js';
import { ImapSession } from './session.js';
import { ArgumentReader, BadSyntax, LITERAL } from './syntax.js';

const COMMANDS: Readonly<Record<string, ImapCommand>> = { ...ACCESS_COMMANDS, ...MAILBOX_COMMANDS, ...MAIL_COMMANDS };

/** A command in full, or why there is none: the client has gone, or must go. */
type Read = { readonly text: string } | { readonly refused: string } | undefined;

export class ImapService {
  readonly #conversation: Conversation;
  readonly #session: ImapSession;
  readonly #name: string;

  /** `name`: of the host, for the greeting. */
  constructor(conversation: Conversation, store: MailStore, name: string) {
    this.#conversation = conversation;
    this.#session = new ImapSession(conversation, store);
    this.#name = name;
  }

  /** Until one of the two leaves. */
  async serve(): Promise<void> {
    try {
      await this.#session.untagged(`OK [CAPABILITY ${this.#session.capabilities}] ${this.#name} IMAP ready`);
      for (let mistakes = 0; !this.#session.isOver && mistakes < limits.mistakes; ) {
        const command = await this.#read();
        if (command === undefined) break;
        const understood = 'text' in command ? await this.#answer(command.text) : await this.#refuse(command.refused);
        if (!understood) mistakes++;
      }
    } finally {
      this.#conversation.close();
    }
  }

  async #read(): Promise<Read> {
    let text = '';
    for (;;) {
      const line = await this.#conversation.line();
      if (line === undefined) return undefined;
      if (line.tooLong) return { refused: `* BAD a line has ${limits.line} octets at the most` };
      text += line.text;
      const match = LITERAL.exec(line.text);
      if (match === null) return { text };
      const [, size = '', isPlain] = match;
      const length = Number(size);
      if (text.length + length > (isAppend(text) ? limits.mail + limits.line : limits.command)) {
        // A client that does not wait sends it all the same: what follows could not be told from commands.
        if (isPlain === '+') this.#session.isOver = true;
        return { refused: `${text.split(' ', 1)[0]} NO [TOOBIG] ${length} octets are too many` };
      }
      if (isPlain !== '+') await this.#conversation.send('+ go ahead\r\n');
      const octets = await this.#conversation.octets(length);
      if (octets === undefined) return undefined;
      text += `\r\n${octets.toString('latin1')}`;
    }
  }

  async #refuse(line: string): Promise<boolean> {
    await this.#conversation.send(`${line}\r\n`);
    return false;
  }

  /** Whether the line was a command. */
  async #answer(text: string): Promise<boolean> {
    const match = /^([^\x00-\x20\x7f(){"%*\\+]{1,100}) (UID )?([A-Za-z]+)/i.exec(text);
    if (match === null) return this.#refuse('* BAD a command is a tag of your choice, a blank, and its name');
    const [start, tag = '', uid, word = ''] = match;
    const verb = word.toUpperCase();
    try {
      const command = this.#command(verb, uid !== undefined);
      const ended = await command.run(this.#session, new ArgumentReader(text.slice(start.length)), uid !== undefined);
      await this.#session.tellChanges(command.keepsNumbers !== true || uid !== undefined);
      await this.#conversation.send(`${tag} OK ${ended}\r\n`);
      if (this.#session.beginsTls) await this.#conversation.encrypt();
      this.#session.beginsTls = false;
      return true;
    } catch (error) {
      if (error instanceof Refusal) await this.#conversation.send(`${tag} NO ${error.message}\r\n`);
      else if (error instanceof BadSyntax) await this.#conversation.send(`${tag} BAD ${error.message}\r\n`);
      else throw error;
      return false;
    }
  }

  #command(verb: string, uid: boolean): ImapCommand {
    const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
    if (command === undefined || (uid && command.uid !== true)) throw new BadSyntax('there is no such command');
    if (!command.states.includes(this.#session.state)) throw new BadSyntax(`${verb} is not for the ${this.#session.state} state`);
    return command;
  }
}

/** APPEND alone carries a mail. */
function isAppend(text: string): boolean {
  return /^[^ ]+ APPEND /i.test(text);
}
