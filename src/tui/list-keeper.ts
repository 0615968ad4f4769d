/** Keeps the list up to date: what it holds, in which order, and what is looked for in the background. Works in stretches: keys come in between. */
import type { Archive, ArchiveSearch } from '../model/archive.js';
import type { Order, Selection } from './arrangement.js';
import type { ReadFilter } from './filters.js';
import { Listing } from './listing.js';
import type { Matcher } from './matcher.js';

/** Milliseconds at a stretch. */
const STRETCH = 8;

export class ListKeeper {
  readonly listing = new Listing();
  readonly #archive: Archive;
  readonly #changed: () => void;
  #matcher: Matcher | undefined;
  #search: ArchiveSearch | undefined;
  #isScheduled = false;
  #isStopped = false;

  /** `changed`: the list is another one now. */
  constructor(archive: Archive, changed: () => void) {
    this.#archive = archive;
    this.#changed = changed;
  }

  get search(): ArchiveSearch | undefined {
    return this.#search;
  }

  /** Takes in what has come. */
  update(): void {
    const { rows, progress } = this.#archive;
    this.listing.update(rows, progress.done && this.#search?.done !== false, performance.now());
    this.#work();
  }

  /** `read`: undefined where everything is shown. */
  filter(read: Exclude<ReadFilter, { readonly kind: 'mistake' }> | undefined, order: Order): void {
    this.#search?.cancel();
    this.#matcher = read?.matcher;
    this.#search = read?.kind === 'expression' ? this.#archive.search(read.keeps) : undefined;
    this.arrange(order);
  }

  arrange(order: Order): void {
    this.listing.arrange(this.#archive.rows, order, this.#selection());
    this.#work();
  }

  stop(): void {
    this.#isStopped = true;
    this.#search?.cancel();
  }

  #selection(): Selection {
    const matcher = this.#matcher;
    if (this.#search !== undefined) return { kind: 'found', ids: this.#search.matches };
    return matcher === undefined ? { kind: 'all' } : { kind: 'kept', keeps: (row) => matcher.matchesRow(row) };
  }

  #work(): void {
    if (this.#isScheduled || !this.listing.isWorking) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      if (this.#isStopped) return;
      const now = (): number => performance.now();
      if (this.listing.work(now() + STRETCH, now)) this.#changed();
      this.#work();
    });
  }
}
