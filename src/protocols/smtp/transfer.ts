/** Where mails are handed over: begins, ends and drops their content, by DATA (RFC 5321 §4.1.1.4) and BDAT (RFC 3030). */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Message, MessageRecorder } from '../../model/message.js';
import { createAsked, type Asked } from './asked.js';
import { Blob } from './blob.js';
import { parseBlobSize, type ChunkSize } from './command-parser.js';
import { MailContent, type ContentFrame } from './mail-content.js';
import type { Talk } from './talk.js';
import { MailTransaction } from './transaction.js';
import { VERBS } from './verbs.js';

const DATA: ContentFrame = { framing: 'dots', last: true, early: false };
const EARLY_DATA: ContentFrame = { ...DATA, early: true };

export class Transfer {
  readonly #talk: Talk;
  /** Being read at this moment. */
  #content: MailContent | undefined;

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  /** The mail whose octets are being read. */
  get message(): Message | undefined {
    return this.#content?.entry.message;
  }

  /** What comes next is a mail, up to its final dot. `early`: the client has begun it before the go-ahead. */
  expectMail(early = false): void {
    this.#talk.state = 'data';
    const content = this.#begin(early ? EARLY_DATA : DATA);
    this.#talk.reader.expect({ kind: 'dots', sink: content });
  }

  /** What comes next is a chunk of a mail. */
  expectChunk({ size, last }: ChunkSize): void {
    const content = this.#begin({ framing: 'chunk', last, early: false });
    this.#talk.reader.expect({ kind: 'count', octets: size, sink: content });
  }

  /**
   * `BDAT 0 LAST` and `BURL ... LAST` end a mail without octets of their own (RFC 3030 §2, RFC 4468): their reply decides it.
   * `whole`: all of it came by.
   */
  endMail(transaction: MailTransaction, { entry, verb, row }: Asked, whole: boolean): void {
    this.#recorderOf(transaction).close(whole && !transaction.fetched);
    transaction.ended = true;
    const asked = createAsked('mail', entry, verb, row);
    asked.transaction = transaction;
    this.#talk.asked.push(asked);
  }

  /** What comes next is what XEXCH50 has announced. */
  expectBlob({ entry }: Asked): void {
    const { commander, conversation, reader, state } = this.#talk;
    const size = parseBlobSize(entry?.args ?? '')?.size;
    if (size === undefined || size === 0) return reader.expectLines();
    const blob = new Blob(commander, state, (seen) => seen && conversation.add(blob.entry));
    this.#talk.asked.push(createAsked('blob', blob.entry, 'XEXCH50', VERBS.XEXCH50));
    reader.expect({ kind: 'count', octets: size, sink: blob });
  }

  /** Chunks came, and now no last one will. */
  dropMail({ recorder }: MailTransaction, entry: EntryDraft): void {
    if (recorder === undefined) return;
    recorder.close(false);
    entry.completes = [recorder.message];
  }

  /**
   * A reply to this content has come. Seen in the wild: servers take LF . LF and the like for the end of a mail; if it
   * ends so, or if octets of it are missing, its end is past.
   */
  heardReply(content: MailContent): void {
    if (this.#content === content && content.mayHaveEnded) this.#talk.reader.expectLines();
  }

  /** To be called with the entry of that reply. */
  noteReply(content: MailContent, reply: EntryDraft): void {
    if (this.#content === content) content.earlyReplies.push(reply);
  }

  /** Octets of the mail are missing; if it has had its reply, its end is among them. Gives whether it is over. */
  gap(): boolean {
    const content = this.#content;
    if (content?.isOpenEnded !== true || content.earlyReplies.length === 0) return false;
    this.#talk.reader.expectLines();
    return true;
  }

  /** The connection is over. */
  end(): void {
    const { transaction } = this.#talk;
    if (transaction?.ended === false) transaction.recorder?.close(false);
  }

  #begin(frame: ContentFrame): MailContent {
    const { asked, commander, conversation } = this.#talk;
    const transaction = (this.#talk.transaction ??= new MailTransaction(undefined));
    const recorder = this.#recorderOf(transaction);
    const content = new MailContent(commander, 'data', recorder, frame, (done, seen) => {
      this.#content = undefined;
      transaction.ended ||= frame.last;
      if (seen) conversation.add(done.entry);
      else for (const reply of done.earlyReplies) reply.answers = undefined;
    });
    this.#content = content;
    const owed = createAsked('mail', content.entry, 'DATA', VERBS.DATA);
    owed.transaction = transaction;
    owed.content = content;
    asked.push(owed);
    return content;
  }

  #recorderOf(transaction: MailTransaction): MessageRecorder {
    if (transaction.recorder === undefined) {
      transaction.recorder = this.#talk.conversation.openMessage('submitted', transaction.envelope);
      for (const entry of transaction.entries) transaction.recorder.message.entries.push(entry);
    }
    return transaction.recorder;
  }
}
