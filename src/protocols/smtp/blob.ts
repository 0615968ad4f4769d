/** Takes the counted octets behind XEXCH50: properties of a mail that Exchange servers tell each other, not looked into. */
import type { ContentSink } from '../../dialogue/reading.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import type { Extent } from '../../model/entry.js';
import type { Side } from '../../model/endpoint.js';
import { NOWHERE } from './mail-content.js';
import { VERBS, type SmtpState } from './verbs.js';

export class Blob implements ContentSink {
  /** Without extent, and not in the timeline, until all has come. */
  readonly entry: EntryDraft;
  readonly #done: (seen: boolean) => void;
  #size = 0;
  #missing = 0;

  /** `done` is called once; `seen`: some octet of it was captured. */
  constructor(side: Side, state: SmtpState, done: (seen: boolean) => void) {
    this.#done = done;
    this.entry = createEntry('data', side, NOWHERE, VERBS.XEXCH50, state, { key: 'smtp.blob', params: { size: 0, complete: false } });
  }

  content(_bytes: Buffer, start: number, end: number): void {
    this.#size += end - start;
  }

  gap(length: number): void {
    this.#missing += length;
  }

  end(extent: Extent | undefined, whole: boolean): void {
    if (extent !== undefined) {
      this.entry.extent = extent;
      this.entry.note = { key: 'smtp.blob', params: { size: this.#size, complete: whole && this.#missing === 0 } };
    }
    this.#done(extent !== undefined);
  }
}
