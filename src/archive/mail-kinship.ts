/**
 * Which mails, and lines of logs, may be about one mail on its way through several sessions: those that share a name, kept as
 * numbers of four octets. Two that share one need not be about the same mail; who asks dissects them again and looks (src/journey).
 */
import type { Entry } from '../model/entry.js';
import type { Hop, Message } from '../model/message.js';
import type { LogParams } from '../model/notes/context.js';
import type { MailPlace } from '../model/archive.js';
import { column32 } from './column.js';
import { limits } from './limits.js';

export class MailKinship {
  /** Beside each other: a name, and the number of what bears it. */
  readonly #names = column32();
  readonly #bearers = column32();
  /** By that number: its session, and the id of the mail, 0 for a line of a log. */
  readonly #sessions = column32();
  readonly #messages = column32();

  /** A mail is told. */
  told(message: Message): void {
    this.#add(message.session, message.id, namesOf(message));
  }

  /** An entry of a session; most are no lines of a log. */
  logged(session: number, { note }: Entry): void {
    if (note.key === 'context.log' && note.params.queueId !== undefined) this.#add(session, 0, namesIn(session, note.params));
  }

  /** The mail itself and what shares a name with it, or with what does: as many as are looked at, in the order in which they were told. */
  async of(message: number, giveWay: () => Promise<void> | undefined): Promise<readonly MailPlace[]> {
    const found = new Set(this.#bearersOf(message));
    const names = new Set<number>();
    for (let before = 0; before < found.size && found.size < limits.kin; ) {
      before = found.size;
      this.#each((name, bearer) => void (found.has(bearer) && names.add(name)));
      this.#each((name, bearer) => void (names.has(name) && found.size < limits.kin && found.add(bearer)));
      await giveWay();
    }
    return [...found].sort((a, b) => a - b).map((bearer) => ({ session: this.#sessions.get(bearer), message: this.#messages.get(bearer) || undefined }));
  }

  #add(session: number, message: number, names: ReadonlySet<number>): void {
    const bearer = this.#sessions.push(session);
    this.#messages.push(message);
    for (const name of names) {
      this.#names.push(name);
      this.#bearers.push(bearer);
    }
  }

  #bearersOf(message: number): readonly number[] {
    const bearers: number[] = [];
    for (let bearer = 0; bearer < this.#messages.length; bearer++) if (this.#messages.get(bearer) === message) bearers.push(bearer);
    return bearers;
  }

  #each(tell: (name: number, bearer: number) => void): void {
    for (let at = 0; at < this.#names.length; at++) tell(this.#names.get(at), this.#bearers.get(at));
  }
}

/** What hosts leave as it is, or write of each other: Message-ID, queue ids, and the author's date with the subject where there is no Message-ID. */
function namesOf({ session, direction, outcome, head }: Message): ReadonlySet<number> {
  const { names, add } = createNames();
  add('queue', outcome.queueId);
  // A line of a log there may be about it all the same.
  if (outcome.queueId === undefined && direction === 'submitted') add('session', String(session));
  if (head === undefined) return names;
  add('id', head.messageId);
  add('date', head.date === undefined ? undefined : `${head.date} ${head.subject ?? ''}`);
  for (const hop of head.received.slice(0, limits.kinHops)) add('queue', queueIdOf(hop));
  return names;
}

/** What looks like an id in the words of the next host is one perhaps. */
function namesIn(session: number, { queueId, messageId, words = '' }: LogParams): ReadonlySet<number> {
  const { names, add } = createNames();
  add('session', String(session));
  add('queue', queueId);
  add('id', messageId === undefined ? undefined : `<${messageId}>`);
  for (const word of words.slice(0, limits.kinName).split(/[^\w.-]+/)) if (/^[\w-]{6,}$/.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word)) add('queue', word);
  return names;
}

interface Names {
  readonly names: ReadonlySet<number>;
  add(kind: string, text: string | undefined): void;
}

function createNames(): Names {
  const names = new Set<number>();
  return { names, add: (kind, text) => void (text === undefined || text === '' || names.add(numberOf(kind, text))) };
}

/** What stands behind it is a comment. */
function queueIdOf({ id }: Hop): string | undefined {
  return id?.trim().split(/[\s;]/, 1)[0];
}

/** FNV-1a over UTF-16 units; names are told apart by what bears them, too. */
function numberOf(kind: string, text: string): number {
  let number = 0x811c9dc5;
  const name = `${kind} ${text.slice(0, limits.kinName)}`;
  for (let at = 0; at < name.length; at++) number = Math.imul(number ^ name.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
