/** What a side sends that stays encrypted: counted, and told in one entry. */
import { secondsBetween } from '../../../bytes/time.js';
import { createEntry, type EntryDraft } from '../../../dialogue/entry-draft.js';
import type { ExtentBuilder } from '../../../dialogue/extent.js';
import type { Arrival } from '../../../model/arrival.js';
import type { Side } from '../../../model/endpoint.js';
import type { ClosedReason } from '../../../model/tls.js';
import { noteVersion } from './record-versions.js';
import { ALERT } from '../registered/content-types.js';
import { TLS_PLACE } from '../place.js';

export interface RestContext {
  /** When the connection began. */
  readonly start: Arrival;
  readonly isInside: boolean;
  /** The cipher suite encrypts nothing. */
  readonly plain: boolean;
  readonly hint: boolean;
  /** Why keys that were given did not help. */
  readonly why: ClosedReason | undefined;
}

export class EncryptedRest {
  readonly from: Side;
  #extent: ExtentBuilder | undefined;
  #records = 0;
  #alerts = 0;
  #stray = 0;
  readonly #recordVersions: number[] = [];

  constructor(from: Side) {
    this.from = from;
  }

  get extent(): ExtentBuilder | undefined {
    return this.#extent;
  }

  /** Octets of it; `take` adds them to what there is. */
  cover(take: (extent: ExtentBuilder | undefined) => ExtentBuilder): void {
    this.#extent = take(this.#extent);
  }

  countRecord(type: number, version: number | undefined): void {
    this.#records++;
    if (version !== undefined) noteVersion(this.#recordVersions, version);
    if (type === ALERT) this.#alerts++;
  }

  countStray(octets: number): void {
    this.#stray += octets;
  }

  toEntry({ start, isInside, plain, hint, why }: RestContext): EntryDraft | undefined {
    const extent = this.#extent;
    if (extent === undefined) return undefined;
    const [first, last] = [secondsBetween(start, extent.first), secondsBetween(start, extent.last)];
    const params = {
      from: this.from,
      bytes: extent.bytes,
      records: this.#records,
      alerts: this.#alerts,
      stray: this.#stray,
      recordVersions: this.#recordVersions,
      time: first === undefined || last === undefined ? undefined : { first, last },
      isInside,
      plain,
      hint,
      why,
    };
    const entry = createEntry('tls', this.from, extent, TLS_PLACE, 'encrypted', { key: 'tls.encrypted', params });
    entry.tls = { records: this.#records };
    return entry;
  }
}
