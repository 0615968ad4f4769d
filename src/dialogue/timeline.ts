/**
 * Puts the entries of a session into the order of their last octet and numbers them, as early as that can be done:
 * an entry goes out when nothing undecided could still come before it and what it answers has its number.
 */
import type { Arrival } from '../model/arrival.js';
import type { Entry } from '../model/entry.js';
import type { EntryDraft } from './entry-draft.js';
import { limits } from './limits.js';

/** Negative where `a` stands before `b`: by time, then by frame (order of reading), then by place in the stream. */
function compare(a: Entry, b: Entry): number {
  const x = a.extent.last;
  const y = b.extent.last;
  if (x.seconds !== y.seconds && x.seconds === x.seconds && y.seconds === y.seconds) return x.seconds - y.seconds;
  if (x.nanos !== y.nanos && x.nanos === x.nanos && y.nanos === y.nanos) return x.nanos - y.nanos;
  return x.order - y.order || a.extent.offset - b.extent.offset;
}

/** What an early reply answers may never come: then it answers nothing that has a number. */
function forgetUnseen(entry: EntryDraft): void {
  if (entry.answers?.id === 0) entry.answers = undefined;
}

/** What may stand inside something else, or behind it in the same packet. */
const BEHIND: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>(['gap', 'tcp', 'tls']);

export class Timeline {
  readonly #take: (entry: Entry) => void;
  #waiting: Entry[] = [];
  #lastId = 0;

  /** `take` gets each entry once, in order, with its `id`. */
  constructor(take: (entry: Entry) => void) {
    this.#take = take;
  }

  /** Nothing waits. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(entry: Entry): void {
    const waiting = this.#waiting;
    let at = waiting.length;
    while (at > 0 && compare(waiting[at - 1]!, entry) > 0) at--;
    if (at === waiting.length) waiting.push(entry);
    else waiting.splice(at, 0, entry);
  }

  /** Lets go what is decided. `undecidedSince`: the first packet whose octets may still become an entry of that time. */
  settle(undecidedSince: Arrival | undefined): void {
    const waiting = this.#waiting;
    let count = undecidedSince === undefined ? waiting.length : this.#upTo(undecidedSince);
    for (let open = this.#firstOpen(count); open !== -1; open = this.#firstOpen(count)) count = open;
    this.#release(Math.max(count, waiting.length - limits.undecided));
  }

  /** Lets go everything: nothing more will come. */
  end(): void {
    this.#release(this.#waiting.length);
  }

  /**
   * How many entries were complete before, or with, that packet. A gap inside what the packet began, records in it that
   * stay closed, and a FIN at its end, stand behind that.
   */
  #upTo(arrival: Arrival): number {
    const beyond = this.#waiting.findIndex(({ kind, extent: { last } }) => {
      return last.order > arrival.order || (last.order === arrival.order && BEHIND.has(kind));
    });
    return beyond === -1 ? this.#waiting.length : beyond;
  }

  /** The first of `count` entries whose `answers` is neither numbered nor among them; -1 where there is none. */
  #firstOpen(count: number): number {
    for (let i = 0; i < count; i++) {
      const { answers } = this.#waiting[i]!;
      if (answers?.id !== 0) continue;
      const at = this.#waiting.indexOf(answers);
      if (at === -1 || at >= count) return i;
    }
    return -1;
  }

  /** Numbers first and tells then: an early reply names the number of what comes behind it. */
  #release(count: number): void {
    if (count === 0) return;
    const released = this.#waiting;
    this.#waiting = released.splice(count);
    for (const entry of released) entry.id = ++this.#lastId;
    for (const entry of released) forgetUnseen(entry);
    for (const entry of released) this.#take(entry);
  }
}
