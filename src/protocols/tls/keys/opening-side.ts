/**
 * Opens the records of one direction with the keys that are due, and keeps count of them. The number of a record is not
 * on the wire: behind a loss a bounded number of the next ones is tried, and the keys that come next, too.
 */
import { HEADER_OCTETS } from '../records/record-header.js';
import type { OpenedRecord, RecordProtection, SealedRecord } from './record-protection.js';

/** Keys of one side until the next change of them. */
export interface Generation {
  readonly protection: RecordProtection;
  /** Those of 0-RTT, which the server may refuse. */
  readonly isEarly?: boolean;
  /** Those behind a KeyUpdate. */
  next?(): Generation;
}

/** Records that may have been lost at a time, as far as numbers are tried. */
const MOST_SKIPPED = 128;
/** The same once several records in a row were not to be opened: those behind are hardly better. */
const FEW_SKIPPED = 8;

export interface SideOpening extends OpenedRecord {
  /** Records passed over since the last that was opened. */
  readonly skipped: number;
  /** It was sent before the server had answered (0-RTT). */
  readonly isEarly: boolean;
}

export class OpeningSide {
  #due: readonly Generation[] = [];
  #sequence = 0;
  /** How many numbers may have been passed over. */
  #doubt = 0;
  #failed = 0;
  /** Some record was opened. */
  hasOpened = false;

  /** There are keys. */
  get isKeyed(): boolean {
    return this.#due.length > 0;
  }

  /** Octets that a record has beside its content, at least. */
  get overhead(): number {
    return this.#due[0]?.protection.overhead ?? HEADER_OCTETS;
  }

  /** What follows is protected with these, one after the other. */
  begin(due: readonly Generation[]): void {
    // What was lost before there were keys may have been protected with these.
    const doubt = this.isKeyed ? 0 : this.#doubt;
    this.#due = due;
    this.#settle(0);
    this.#doubt = doubt;
  }

  /** The next keys are due, where there are any. */
  advance(): void {
    if (this.#due.length > 1) this.begin(this.#due.slice(1));
  }

  /** A KeyUpdate was sent. */
  update(): void {
    const next = this.#due.length === 1 ? this.#due[0]!.next?.() : undefined;
    if (next !== undefined) this.begin([next]);
  }

  /** `octets` of the wire are missing, or were no record. */
  lost(octets: number): void {
    this.#doubt = Math.min(MOST_SKIPPED, this.#doubt + 1 + Math.floor(octets / this.overhead));
    this.#failed = 0;
  }

  open(record: SealedRecord): SideOpening | undefined {
    const opened = this.#tryAll(record);
    this.#due[0]?.protection.passed(record);
    if (opened === undefined) {
      this.#failed++;
      this.#doubt = Math.min(this.#failed > FEW_SKIPPED ? FEW_SKIPPED : MOST_SKIPPED, this.#doubt + 1);
    }
    return opened;
  }

  #tryAll(record: SealedRecord): SideOpening | undefined {
    const candidates = this.#candidates();
    for (let i = 0; i < candidates.length; i++) {
      const first = i === 0 ? this.#sequence : 0;
      for (let number = first; number <= first + this.#doubt; number++) {
        const opened = candidates[i]!.protection.open(record, number);
        if (opened === undefined) continue;
        if (i > 0) this.#due = candidates.slice(i);
        this.#settle(number + 1);
        this.hasOpened = true;
        const { type, plain, head } = opened;
        return { type, plain, head, skipped: number - first, isEarly: this.#due[0]!.isEarly === true };
      }
    }
    return undefined;
  }

  /** The keys that are due, those that come behind them, and where they may have been updated out of sight, the newer ones. */
  #candidates(): readonly Generation[] {
    const due = this.#due;
    if (due.length !== 1 || this.#doubt === 0) return due;
    const next = due[0]!.next?.();
    return next === undefined ? due : [due[0]!, next];
  }

  #settle(sequence: number): void {
    this.#sequence = sequence;
    this.#doubt = 0;
    this.#failed = 0;
  }
}
