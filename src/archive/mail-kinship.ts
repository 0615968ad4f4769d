/**
 * Which mails may be one on its way through several sessions: those that share a name, kept as numbers of four octets. Two that
 * share one need not be the same mail; who asks dissects them again and looks (src/journey).
 */
import type { Hop, Message } from '../model/message.js';
import type { MailPlace } from '../model/archive.js';
import { column32 } from './column.js';
import { limits } from './limits.js';

export class MailKinship {
  /** Beside each other: a name, and the id of a mail that bears it. */
  readonly #names = column32();
  readonly #bearers = column32();
  /** By mail. */
  readonly #sessions = column32();

  /** A mail is told. */
  told(message: Message): void {
    this.#sessions.set(message.id, message.session);
    for (const name of namesOf(message)) {
      this.#names.push(name);
      this.#bearers.push(message.id);
    }
  }

  /** The mail itself and those that share a name with it, or with one of them: as many as are looked at, in the order in which they were told. */
  async of(message: number, giveWay: () => Promise<void> | undefined): Promise<readonly MailPlace[]> {
    const found = new Set([message]);
    const names = new Set<number>();
    for (let before = 0; before < found.size && found.size < limits.kin; ) {
      before = found.size;
      this.#each((name, bearer) => void (found.has(bearer) && names.add(name)));
      this.#each((name, bearer) => void (names.has(name) && found.size < limits.kin && found.add(bearer)));
      await giveWay();
    }
    return [...found].sort((a, b) => a - b).map((id) => ({ session: this.#sessions.get(id), message: id }));
  }

  #each(tell: (name: number, bearer: number) => void): void {
    for (let at = 0; at < this.#names.length; at++) tell(this.#names.get(at), this.#bearers.get(at));
  }
}

/** What hosts leave as it is, or write of each other: Message-ID, queue ids, and the author's date with the subject where there is no Message-ID. */
function namesOf({ outcome, head }: Message): ReadonlySet<number> {
  const names = new Set<number>();
  const add = (kind: string, text: string | undefined): void => void (text === undefined || text === '' || names.add(numberOf(kind, text)));
  add('queue', outcome.queueId);
  if (head === undefined) return names;
  add('id', head.messageId);
  add('date', head.date === undefined ? undefined : `${head.date} ${head.subject ?? ''}`);
  for (const hop of head.received.slice(0, limits.kinHops)) add('queue', queueIdOf(hop));
  return names;
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
