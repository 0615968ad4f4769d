/**
 * What is known of the mailbox behind a session: how many mails it held at log-in, which are marked for deletion.
 * Marks are taken back by RSET and carried out by QUIT alone (RFC 1939 §5, §6); a connection that ends in any
 * other way deletes nothing.
 */
import type { MailNumbers } from '../../model/notes/pop3.js';

/** Ranges that a list of numbers names before it breaks off. */
const RANGES = 8;

export class Maildrop {
  /** Mails in the mailbox, marked ones included; undefined until the server has counted them. */
  mails: number | undefined;
  /** DELE commands whose reply has not been seen. */
  pending = 0;
  /** Octets are missing, or the beginning of the session: mails may have come unseen. */
  isBlind = true;
  readonly #marked = new Set<number>();
  readonly #fetched = new Set<number>();

  /** Marked mails, in ascending order. */
  get marked(): MailNumbers {
    return numbersOf(this.#marked);
  }

  /** How many are marked: cheap, asked for with every reply. */
  get markedCount(): number {
    return this.#marked.size;
  }

  /** Mails that came whole. */
  get fetched(): MailNumbers {
    return numbersOf(this.#fetched);
  }

  /** Marked mails that did not come; none where something of the session was not captured. */
  get unfetched(): MailNumbers {
    return numbersOf(new Set(this.isBlind ? [] : [...this.#marked].filter((number) => !this.#fetched.has(number))));
  }

  /** STAT, LIST and UIDL leave out what is marked. */
  count(unmarked: number): void {
    this.mails = unmarked + this.#marked.size;
  }

  fetch(number: number): void {
    this.#fetched.add(number);
  }

  /** The reply to a DELE. */
  answer(number: number, ok: boolean): void {
    this.pending = Math.max(0, this.pending - 1);
    if (ok) this.#marked.add(number);
  }

  isMarked(number: number): boolean {
    return this.#marked.has(number);
  }

  /** Whether there can be no mail of that number. */
  lacks(number: number): boolean {
    return number === 0 || (this.mails !== undefined && number > this.mails);
  }

  /** Another mailbox is open in the place of this one, whose session is over. */
  leave(): void {
    this.reset();
    this.mails = undefined;
    this.#fetched.clear();
  }

  /** All marks are gone. */
  reset(): void {
    this.#marked.clear();
    this.pending = 0;
  }
}

function numbersOf(set: ReadonlySet<number>): MailNumbers {
  return { count: set.size, numbers: rangesOf([...set].sort((a, b) => a - b)) };
}

/** 1, 2, 3, 5 → "1–3, 5" */
function rangesOf(numbers: readonly number[]): string {
  const ranges: string[] = [];
  for (let i = 0; i < numbers.length && ranges.length <= RANGES; i++) {
    const first = numbers[i]!;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    const last = numbers[i]!;
    ranges.push(first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first}–${last}`);
  }
  return ranges.length > RANGES ? `${ranges.slice(0, RANGES).join(', ')} …` : ranges.join(', ');
}
