/**
 * Which command the next reply answers. POP3 replies carry no mark: they come in the order of the commands (RFC 2449
 * §6.6). Where octets were lost, a reply or a command may be among them, and the order alone misleads.
 */
import { Outstanding } from '../../dialogue/outstanding.js';
import type { EntryDraft, EntryPlace } from '../../dialogue/entry-draft.js';
import type { AuthAttempt } from '../../model/session.js';
import type { Message } from '../../model/message.js';
import { replyShape, verbRow, type ReplyShape } from './verbs.js';

/** Something that a reply is owed to. */
export interface Asked {
  /** `sasl`: an answer of the client within AUTH; `mail`: one that the client handed in. */
  readonly kind: 'command' | 'sasl' | 'mail';
  readonly entry: EntryDraft;
  readonly verb: string;
  readonly args: string;
  readonly attempt?: AuthAttempt | undefined;
  readonly mechanism?: string | undefined;
  readonly cancelled?: boolean;
  readonly message?: Message;
}

/** The shape of the reply, if it is +OK. */
export function shapeOf({ kind, verb, args }: Asked): ReplyShape {
  return kind === 'command' ? replyShape(verb, args) : 'line';
}

/** Where the reply stands in the conversation: with its command. */
export function placeOfReply(asked: Asked | undefined): EntryPlace {
  return asked === undefined ? { phase: 'transaction', step: 'unclear' } : { phase: asked.entry.phase, step: asked.entry.step };
}

/** More than so many commands without a reply: the client does not wait for them. */
const PIPELINE = 2;

export class ReplyOwners {
  readonly #asked = new Outstanding<Asked>();
  #lossy = false;
  #repliesLost = false;
  #pipelines = false;
  /** The last command that would open the mailbox, while it waits. */
  #login: Asked | undefined;

  get length(): number {
    return this.#asked.length;
  }

  get last(): Asked | undefined {
    return this.#asked.last;
  }

  /** Octets were lost, and no reply since has put the order right. */
  get isLossy(): boolean {
    return this.#lossy;
  }

  /** Replies may have been among them. */
  get lacksReplies(): boolean {
    return this.#repliesLost;
  }

  get awaitsLogin(): boolean {
    return this.#login !== undefined;
  }

  push(asked: Asked): void {
    this.#asked.push(asked);
    if (verbRow(asked.verb).opensMailbox === true) this.#login = asked;
    if (!this.#lossy && this.#asked.length > PIPELINE) this.#pipelines = true;
  }

  /** Octets of the client are missing. */
  loseCommands(): void {
    this.#lossy = true;
  }

  /** Octets of the server are missing. Inside a mail, they may well have been the mail's alone. */
  loseReplies(inContent: boolean): void {
    this.#lossy = true;
    this.#repliesLost = true;
    if (!inContent && this.#pipelines) this.#keepLast();
  }

  /** The owner of the reply that stands next. */
  next(): Asked | undefined {
    // A client that waits for each reply has only one command open: the others were answered in the gap.
    if (this.#lossy && !this.#pipelines) this.#keepLast();
    return this.#asked.next;
  }

  take(): Asked | undefined {
    const asked = this.next();
    this.#asked.shift();
    if (asked === this.#login) this.#login = undefined;
    if (asked !== undefined && this.#asked.length === 0) {
      this.#lossy = false;
      this.#repliesLost = false;
    }
    return asked;
  }

  #keepLast(): void {
    this.#asked.keepLast();
    if (this.#asked.last !== this.#login) this.#login = undefined;
  }
}
