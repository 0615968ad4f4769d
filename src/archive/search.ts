/**
 * Looks through all sessions for those with an entry that is wanted: one after the other, in the background, each up to its
 * first match. Sessions that still grow are looked at again when they have grown.
 */
import { SILENT, type AnalysisListener, type AnalysisOptions } from '../analyze.js';
import type { ArchiveSearch, SessionRow } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import type { Dissection } from './dissection.js';
import { limits } from './limits.js';

type Keeps = (entry: Entry, session: Session) => boolean;

/** What it looks through. */
export interface Searched {
  readonly rows: readonly SessionRow[];
  /** Nothing more is added. */
  isComplete(): boolean;
  changed(): void;
}

export class Search implements ArchiveSearch {
  readonly matches: number[] = [];
  looked = 0;
  done = false;
  readonly #dissection: Dissection;
  readonly #searched: Searched;
  readonly #keeps: Keeps;
  /** Sessions without a match so far that may still grow, and how many entries they had. */
  readonly #growing = new Map<number, number>();
  #next = 0;
  #isCancelled = false;
  /** An entry of the session at hand matches. */
  #isFound = false;
  readonly #options: AnalysisOptions;
  readonly #isEnough = (): boolean => this.#isFound || this.#isCancelled;
  readonly #listener: AnalysisListener = {
    ...SILENT,
    entry: (session, entry) => {
      if (!this.#isFound && this.#keeps(entry, session)) this.#isFound = true;
    },
  };

  constructor(dissection: Dissection, searched: Searched, keeps: Keeps) {
    this.#dissection = dissection;
    this.#options = dissection.without();
    this.#searched = searched;
    this.#keeps = keeps;
    void this.#run();
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  async #run(): Promise<void> {
    while (!this.#isCancelled) {
      const isLast = this.#searched.isComplete();
      await this.#lookAtNew();
      await this.#lookAgain();
      if (isLast) break;
      await new Promise((resolve) => setTimeout(resolve, limits.change).unref());
    }
    this.done = !this.#isCancelled;
    this.#searched.changed();
  }

  async #lookAtNew(): Promise<void> {
    const { rows } = this.#searched;
    for (; this.#next < rows.length && !this.#isCancelled; this.#next++) {
      await this.#look(rows[this.#next]!);
      this.looked++;
    }
  }

  async #lookAgain(): Promise<void> {
    for (const [id, entries] of this.#growing) {
      const row = this.#searched.rows[id - 1]!;
      if (this.#isCancelled) return;
      if (row.ended || row.entries > entries) await this.#look(row);
    }
  }

  async #look(row: SessionRow): Promise<void> {
    const { id, ended, entries } = row;
    this.#isFound = false;
    await this.#dissection.again(id, this.#listener, { ended, options: this.#options, isEnough: this.#isEnough });
    if (this.#isFound) this.#add(id);
    if (ended || this.#isFound) this.#growing.delete(id);
    else this.#growing.set(id, entries);
    const pause = this.#dissection.slices.giveWay();
    if (pause !== undefined) await pause;
  }

  /** Most come in their order. */
  #add(id: number): void {
    let at = this.matches.length;
    while (at > 0 && this.matches[at - 1]! > id) at--;
    this.matches.splice(at, 0, id);
    this.#searched.changed();
  }
}
