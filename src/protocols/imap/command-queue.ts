/** Commands that wait for their tagged reply, by tag (RFC 9051 §2.2.1): replies may come in any order. */
import { limits } from '../../dialogue/limits.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Entry } from '../../model/entry.js';
import type { Message } from '../../model/message.js';
import type { CommandFacts, ImapVerb } from '../../model/notes/imap.js';
import type { CommandHead } from './command-parser.js';
import type { Login } from './login.js';
import type { MailboxView } from './mailbox-view.js';
import type { VerbRow } from './verbs.js';

export interface Command extends CommandHead {
  readonly entry: EntryDraft;
  readonly row: VerbRow;
  readonly facts: CommandFacts;
  /** What the tagged reply answers: the command, or what the client sent last for it (mail, SASL answer, DONE). */
  answered: Entry;
  /** Mails that it brought or fetched. */
  readonly messages: Message[];
  login?: Login;
  /** The mailbox that it opens. */
  opens?: MailboxView;
}

export class CommandQueue {
  /** In the order of the commands; a tag may stand in it twice. */
  #waiting: Command[] = [];

  add(command: Command): void {
    if (this.#waiting.length >= limits.outstanding) this.#waiting.shift();
    this.#waiting.push(command);
  }

  /** The oldest with this tag, which waits no longer. */
  take(tag: string): Command | undefined {
    const at = this.#waiting.findIndex((command) => command.tag === tag);
    return at === -1 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  has(tag: string): boolean {
    return this.#waiting.some((command) => command.tag === tag);
  }

  get oldest(): Command | undefined {
    return this.#waiting[0];
  }

  /** The oldest whose verb is one of these, the first of them first. */
  oldestOf(verbs: readonly ImapVerb[]): Command | undefined {
    for (const verb of verbs) {
      const command = this.#waiting.find(({ name }) => name === verb);
      if (command !== undefined) return command;
    }
    return undefined;
  }

  clear(): void {
    this.#waiting = [];
  }
}
