/** Takes the octets of DATA or of one BDAT chunk, and makes the entry that stands for them. */
import type { ContentSink } from '../../dialogue/side-reader.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import type { Extent } from '../../model/entry.js';
import type { MessageRecorder } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import type { Side } from '../../model/stream.js';
import { VERBS, type SmtpState } from './verbs.js';

/** Octets of the line with the single dot that ends DATA. */
const FINAL_DOT = 3;

export interface ContentFrame {
  /** `dots` for DATA, `chunk` for BDAT. */
  readonly framing: 'dots' | 'chunk';
  /** Nothing of this mail comes behind it. */
  readonly last: boolean;
}

export class MailContent implements ContentSink {
  /** The entry; without extent, and not in the timeline, until the content has ended. */
  readonly entry: EntryDraft;
  /** It has ended, and no octet of it was captured: its entry will never be in the timeline. */
  lost = false;
  readonly #recorder: MessageRecorder;
  readonly #frame: ContentFrame;
  readonly #done: (content: MailContent, seen: boolean) => void;
  #size = 0;
  #missing = 0;

  /** `done` is called once, when the content has ended; `seen`: some octet of it was captured. */
  constructor(
    side: Side,
    state: SmtpState,
    recorder: MessageRecorder,
    frame: ContentFrame,
    done: (content: MailContent, seen: boolean) => void,
  ) {
    this.#recorder = recorder;
    this.#frame = frame;
    this.#done = done;
    this.entry = createEntry('message', side, NOWHERE, VERBS.DATA, state, UNSAID);
    this.entry.message = recorder.message;
  }

  get size(): number {
    return this.#size;
  }

  get isLast(): boolean {
    return this.#frame.last;
  }

  content(bytes: Buffer, start: number, end: number): void {
    this.#size += end - start;
    this.#recorder.content(bytes, start, end);
  }

  gap(length: number): void {
    this.#missing += length;
    this.#recorder.gap(length);
  }

  end(extent: Extent | undefined, whole: boolean): void {
    if (this.#frame.last || !whole) this.#recorder.close(whole);
    if (extent !== undefined) {
      this.entry.extent = extent;
      this.entry.note = this.#note(extent, whole);
    }
    this.lost = extent === undefined;
    this.#done(this, extent !== undefined);
  }

  #note(extent: Extent, whole: boolean): Note {
    const size = this.#size;
    const complete = whole && this.#missing === 0;
    if (this.#frame.framing === 'chunk') {
      return { key: 'smtp.chunk', params: { size, last: this.#frame.last, complete } };
    }
    const stuffed = complete && extent.bytes - FINAL_DOT > size;
    const subject = this.#recorder.message.head?.subject;
    return { key: 'smtp.message', params: { size, stuffed, subject, complete, missing: this.#missing } };
  }
}

// The entry exists before its octets do, so that a reply that comes early can name what it answers.
const NOWHERE: Extent = {
  offset: 0,
  bytes: 0,
  frames: [],
  frameCount: 0,
  first: undefined as never,
  last: undefined as never,
};
const UNSAID: Note = { key: 'smtp.chunk', params: { size: 0, last: false, complete: false } };
