/**
 * Takes the octets of one mail (RETR, TOP; XTND XMIT from the client) and makes the entry that stands for them. It is
 * read as a block; line by line where a gap leaves open whether the block goes on, or the server ends lines with LF.
 */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import { createEntry, type EntryDraft, type EntryPlace } from '../../dialogue/entry-draft.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { ContentSink, Line } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { Extent } from '../../model/entry.js';
import type { Message, MessageRecorder } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import type { Side } from '../../model/endpoint.js';
import type { LineBlock } from './listing.js';
import type { Pop3State } from './verbs.js';

/** What the command asked for. */
export interface MailRequest {
  /** `unasked`: the command is not in the capture, it may have been TOP as well. */
  readonly kind: 'whole' | 'top' | 'unasked' | 'submitted';
  readonly number?: number | undefined;
  /** Of the body, in TOP. */
  readonly lines?: number | undefined;
  /** The size that the status line named. */
  readonly announced?: number | undefined;
}

export interface MailPlace extends EntryPlace {
  readonly side: Side;
  readonly state: Pop3State;
}

/** Octets of the line with the single dot. */
const FINAL_DOT = 3;
const CRLF = Buffer.from('\r\n');
const LF = Buffer.from('\n');

export class TransferredMail implements ContentSink, LineBlock {
  readonly isLoose = false;
  /** Lines are handed in one by one; the reader's block is over. */
  #byLine = false;
  #extent: ExtentBuilder | undefined;
  #stuffed = false;
  /** Its beginning, its end or something between is not there. */
  #damaged = false;
  #missing = 0;
  #size = 0;
  readonly #recorder: MessageRecorder;
  readonly #request: MailRequest;
  readonly #place: MailPlace;
  readonly #done: (entry: EntryDraft | undefined, whole: boolean) => void;

  /** `done` is called once, with the entry where any octet was captured; `whole`: the end and all before it was. */
  constructor(
    recorder: MessageRecorder,
    request: MailRequest,
    place: MailPlace,
    done: (entry: EntryDraft | undefined, whole: boolean) => void,
  ) {
    this.#recorder = recorder;
    this.#request = request;
    this.#place = place;
    this.#done = done;
  }

  get message(): Message {
    return this.#recorder.message;
  }

  get latest(): Arrival | undefined {
    return this.#extent?.last;
  }

  get isDamaged(): boolean {
    return this.#damaged;
  }

  /** An undamaged mail may well hold lines that look like replies. */
  yieldsTo(waiting: boolean): boolean {
    return this.#damaged && waiting;
  }

  /** From now on `add` and `endLines` are called; what the reader's block ended with is no end. */
  readByLine(): void {
    this.#byLine = true;
  }

  damage(): void {
    this.#damaged = true;
  }

  content(bytes: Buffer, start: number, end: number): void {
    this.#size += end - start;
    this.#recorder.content(bytes, start, end);
  }

  gap(length: number): void {
    this.#missing += length;
    this.#damaged = true;
    this.#recorder.gap(length);
  }

  add(line: Line): void {
    this.#cover(line.extent);
    const octets = line.raw ?? Buffer.from(line.text);
    const start = line.text.startsWith('.') ? 1 : 0;
    this.#stuffed ||= start > 0;
    this.#damaged ||= line.cut;
    this.content(octets, start, octets.length);
    if (line.ending === 'crlf') this.content(CRLF, 0, CRLF.length);
    else if (line.ending === 'lf') this.content(LF, 0, LF.length);
  }

  end(extent: Extent | undefined, whole: boolean): void {
    if (extent !== undefined) this.#cover(extent);
    if (this.#byLine) return;
    const octets = this.#extent === undefined ? 0 : spokenOctets(this.#extent);
    this.#stuffed ||= whole && !this.#damaged && octets - FINAL_DOT > this.#size;
    this.#finish(whole);
  }

  endLines(dot: Line | undefined): void {
    if (dot !== undefined) this.#cover(dot.extent);
    this.#finish(dot !== undefined);
  }

  #cover(extent: Extent): void {
    this.#extent ??= new ExtentBuilder(extent.offset, 0, extent.first);
    this.#extent.append(extent);
  }

  #finish(whole: boolean): void {
    const seen = whole && !this.#damaged;
    this.#recorder.close(seen && this.#isComplete);
    if (this.#extent === undefined) return this.#done(undefined, seen);
    const { side, state } = this.#place;
    const entry = createEntry('message', side, this.#extent, this.#place, state, this.#note(seen));
    entry.message = this.message;
    if (this.#request.kind !== 'submitted') entry.completes = [this.message];
    this.#done(entry, seen);
  }

  /** Whether its end is the mail's end. RETR is known from TOP by the size on the status line, where it is not seen. */
  get #isComplete(): boolean {
    const { kind, announced, lines } = this.#request;
    // No mail of that many octets has more lines than were asked for.
    if (kind === 'top') return lines !== undefined && lines > this.#size;
    return kind === 'unasked' ? announced === this.#size : true;
  }

  #note(whole: boolean): Note {
    const { kind, number, lines, announced } = this.#request;
    const size = this.#size;
    const subject = this.message.head?.subject;
    if (kind === 'submitted') return { key: 'pop3.message.submitted', params: { size, subject, whole } };
    if (kind === 'top') return { key: 'pop3.message.top', params: { number, lines, size, subject, whole } };
    const other = whole && announced !== size ? announced : undefined;
    const params = { number, size, subject, stuffed: this.#stuffed, announced: other, whole, missing: this.#missing };
    return { key: 'pop3.message', params };
  }
}
