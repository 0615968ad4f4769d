/** Takes the octets of DATA or of one BDAT chunk, and makes the entry that stands for them. */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import type { ContentSink } from '../../dialogue/reading.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import type { Extent } from '../../model/entry.js';
import type { MessageRecorder } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import type { Side } from '../../model/endpoint.js';
import { VERBS, type SmtpState } from './verbs.js';

/** Octets of the line with the single dot that ends DATA. */
const FINAL_DOT = 3;

export interface ContentFrame {
  /** `dots` for DATA, `chunk` for BDAT. */
  readonly framing: 'dots' | 'chunk';
  /** Nothing of this mail comes behind it. */
  readonly last: boolean;
  /** The client has not waited for the go-ahead. */
  readonly early: boolean;
}

/** Octets that tell whether the content ends like a final dot. */
const TAIL = 8;
/**
 * A line with a single dot, as DotBlock hands it on where its line ends, or those of the line before it, are not CR LF:
 * behind CR LF the dot was taken for transparency.
 */
const LOOSE_DOT = /(?:\n\.\r*\n|\r\n\n|\r\n\r{2,}\n)$/;

export class MailContent implements ContentSink {
  /** The entry; without extent, and not in the timeline, until the content has ended. */
  readonly entry: EntryDraft;
  /** It has ended, and no octet of it was captured: its entry will never be in the timeline. */
  lost = false;
  /** Replies that came before its end: they answer nothing where it turns out lost. */
  readonly earlyReplies: EntryDraft[] = [];
  readonly #recorder: MessageRecorder;
  readonly #frame: ContentFrame;
  readonly #done: (content: MailContent, seen: boolean) => void;
  #size = 0;
  #missing = 0;
  // The content begins at the start of a line.
  readonly #tail = Buffer.from('      \r\n', 'latin1');

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

  /** Its length is not told: it ends with a dot, which may be missed. */
  get isOpenEnded(): boolean {
    return this.#frame.framing === 'dots';
  }

  /** Whether its end may have been missed: octets lack, or what came so far ends with a dot in a loose form. */
  get mayHaveEnded(): boolean {
    return this.isOpenEnded && (this.#missing > 0 || LOOSE_DOT.test(this.#tail.toString('latin1')));
  }

  content(bytes: Buffer, start: number, end: number): void {
    this.#size += end - start;
    const kept = Math.min(TAIL, end - start);
    this.#tail.copyWithin(0, kept);
    bytes.copy(this.#tail, TAIL - kept, end - kept, end);
    this.#recorder.content(bytes, start, end);
  }

  looseDot(behind: 'lf' | 'cr'): void {
    this.#recorder.looseDot(behind);
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
    const stuffed = complete && spokenOctets(extent) - FINAL_DOT > size;
    const subject = this.#recorder.message.head?.subject;
    return { key: 'smtp.message', params: { size, stuffed, subject, complete, missing: this.#missing, early: this.#frame.early } };
  }
}

// The entry exists before its octets do, so that a reply that comes early can name what it answers.
export const NOWHERE: Extent = {
  offset: 0,
  bytes: 0,
  frames: [],
  frameCount: 0,
  first: undefined as never,
  last: undefined as never,
};
const UNSAID: Note = { key: 'smtp.chunk', params: { size: 0, last: false, complete: false } };
