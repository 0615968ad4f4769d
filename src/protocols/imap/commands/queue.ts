/** Commands that wait for their tagged reply, by tag (RFC 9051 §2.2.1): replies may come in any order. */
import { limits } from '../../../dialogue/limits.js';
import type { EntryDraft } from '../../../dialogue/entry-draft.js';
import type { Entry } from '../../../model/entry.js';
import type { Message } from '../../../model/message.js';
import type { CommandFacts, CommandRemarks, FetchItem, ImapVerb } from '../../../model/notes/imap.js';
import type { CommandHead } from './parser.js';
import type { Login } from '../login.js';
import type { MailboxView } from '../mailbox-view.js';
import { isImapVerb, type VerbRow } from '../verbs.js';

export interface Command extends CommandHead {
  readonly entry: EntryDraft;
  readonly row: VerbRow;
  readonly facts: CommandFacts;
  /** What does not fit the moment at which it was sent. */
  readonly remarks: CommandRemarks | undefined;
  /** What the tagged reply answers: the command, or what the client sent last for it (mail, SASL answer, DONE). */
  answered: Entry;
  /** Mails that it brought or fetched. */
  readonly messages: Message[];
  login?: Login;
  /** What a FETCH asks for, once that has been looked at. */
  asked?: readonly FetchItem[];
  /** The mailbox that it opens. */
  opens?: MailboxView;
}

/** Keeps the order of the commands as a Set does; of commands with the same verb only a few are ever looked at. */
export class CommandQueue {
  readonly #waiting = new Set<Command>();
  readonly #byTag = new Map<string, Command[]>();
  /** Of the verbs that are known; a verb's Set stays when it is empty. */
  readonly #byVerb = new Map<string, Set<Command>>();

  add(command: Command): void {
    const { oldest } = this;
    if (this.#waiting.size >= limits.outstanding && oldest !== undefined) this.take(oldest.tag);
    this.#waiting.add(command);
    const same = this.#byTag.get(command.tag);
    if (same === undefined) this.#byTag.set(command.tag, [command]);
    else same.push(command);
    if (!isImapVerb(command.name)) return;
    const alike = this.#byVerb.get(command.name);
    if (alike === undefined) this.#byVerb.set(command.name, new Set([command]));
    else alike.add(command);
  }

  /** The oldest with this tag, which waits no longer. */
  take(tag: string): Command | undefined {
    const same = this.#byTag.get(tag);
    const command = same?.shift();
    if (command === undefined) return undefined;
    if (same!.length === 0) this.#byTag.delete(tag);
    this.#waiting.delete(command);
    this.#byVerb.get(command.name)?.delete(command);
    return command;
  }

  has(tag: string): boolean {
    return this.#byTag.has(tag);
  }

  /** The oldest with this tag. */
  waiting(tag: string): Command | undefined {
    return this.#byTag.get(tag)?.[0];
  }

  get oldest(): Command | undefined {
    return first(this.#waiting);
  }

  /** The oldest of those with this verb, so many at most. */
  someOf(verb: ImapVerb, most: number): readonly Command[] {
    const some: Command[] = [];
    for (const command of this.#byVerb.get(verb) ?? []) if (some.push(command) >= most) break;
    return some;
  }

  /** The oldest of the first of these verbs that waits. */
  oldestOf(verbs: readonly ImapVerb[]): Command | undefined {
    for (const verb of verbs) {
      const alike = this.#byVerb.get(verb);
      if (alike !== undefined && alike.size > 0) return first(alike);
    }
    return undefined;
  }
}

function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}
