/** Takes a literal that is a mail, or a part of one, hands its octets on, and makes the entry that stands for exactly them. */
import { createEntry, type EntryDraft, type EntryPlace } from '../../../dialogue/entry-draft.js';
import type { ContentSink } from '../../../dialogue/reading.js';
import type { Extent } from '../../../model/entry.js';
import type { MessageRecorder } from '../../../model/message.js';
import type { Note } from '../../../model/note.js';
import type { Side } from '../../../model/endpoint.js';
import type { FetchedMail } from './fetched-mail.js';
import type { Literal } from '../literal.js';
import { VERBS } from '../verbs.js';

const PLACES: Readonly<Record<Side, EntryPlace>> = {
  client: { phase: 'transfer', step: VERBS.APPEND.step },
  server: { phase: 'transfer', step: VERBS.FETCH.step },
};

export interface MailLiteralFrame {
  readonly from: Side;
  readonly octets: number;
  readonly state: string;
  /** Sequence number of a fetched mail. */
  readonly number: number | undefined;
  /** Where a mail is appended. */
  readonly mailbox: string | undefined;
  /** Of a mail that is fetched in parts. */
  readonly part?: FetchedMail['part'];
}

export class MailLiteral implements ContentSink, Literal {
  readonly octets: number;
  readonly text = undefined;
  readonly recorder: MessageRecorder;
  readonly #frame: MailLiteralFrame;
  readonly #done: (entry: EntryDraft | undefined) => void;
  #size = 0;
  #missing = 0;

  /** `done` is called once, with the entry where any octet of the mail was captured. */
  constructor(recorder: MessageRecorder, frame: MailLiteralFrame, done: (entry: EntryDraft | undefined) => void) {
    this.recorder = recorder;
    this.octets = frame.octets;
    this.#frame = frame;
    this.#done = done;
  }

  content(bytes: Buffer, start: number, end: number): void {
    this.#size += end - start;
    this.recorder.content(bytes, start, end);
  }

  gap(length: number): void {
    this.#missing += length;
    this.recorder.gap(length);
  }

  end(extent: Extent | undefined, whole: boolean): void {
    const note = this.#frame.part === undefined ? this.#endMail(whole) : this.#endPart(this.#frame.part, whole);
    this.#done(extent === undefined ? undefined : this.#entry(extent, note));
  }

  #entry(extent: Extent, note: Note): EntryDraft {
    const { from, state } = this.#frame;
    const entry = createEntry('message', from, extent, PLACES[from], state, note);
    entry.message = this.recorder.message;
    return entry;
  }

  #endPart({ what, mail, of }: NonNullable<FetchedMail['part']>, whole: boolean): Note {
    const [size, missing] = [this.#size, this.#missing];
    const standing = mail.end(what, size + missing, whole && missing === 0, of.size);
    const { message } = this.recorder;
    const subject = what.what !== 'text' && what.start === 0 ? message.head?.subject : undefined;
    return {
      key: 'imap.message.part',
      params: { number: this.#frame.number, what: what.what, start: what.start, size, missing, cut: !whole, subject, standing, total: message.size },
    };
  }

  #endMail(whole: boolean): Note {
    this.recorder.close(whole);
    const { from, number, mailbox } = this.#frame;
    const { head } = this.recorder.message;
    const seen = { size: this.#size, subject: head?.subject, complete: whole && this.#missing === 0, missing: this.#missing };
    return from === 'server'
      ? { key: 'imap.message.fetched', params: { number, ...seen } }
      : { key: 'imap.message.appended', params: { mailbox, ...seen } };
  }
}
