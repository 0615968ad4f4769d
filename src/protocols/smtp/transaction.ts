/** A mail transaction (RFC 5321 §3.3): the envelope from MAIL to the end of the mail, and the mail that goes with it. */
import type { Entry } from '../../model/entry.js';
import type { Envelope, EnvelopeRecipient, MessageRecorder } from '../../model/message.js';

export class MailTransaction {
  readonly envelope: Envelope;
  /** Commands and replies so far; they become entries of the mail once there is one. */
  readonly entries: Entry[] = [];
  recorder: MessageRecorder | undefined;
  /** The reply to MAIL; undefined while it is still to come or not in the capture. */
  senderAccepted: boolean | undefined;
  /** All content has been read. */
  ended = false;
  /** The server was told to fetch some of the content itself (BURL): the capture cannot hold all of it. */
  fetched = false;

  constructor(from: string | undefined) {
    this.envelope = from === undefined ? { to: [] } : { from, to: [] };
  }

  addRecipient(address: string): EnvelopeRecipient {
    const recipient: EnvelopeRecipient = { address };
    this.envelope.to.push(recipient);
    return recipient;
  }

  /** Recipients that were not refused. */
  get accepted(): readonly EnvelopeRecipient[] {
    return this.envelope.to.filter((recipient) => recipient.accepted !== false);
  }

  note(entry: Entry): void {
    if (this.recorder === undefined) this.entries.push(entry);
    else this.recorder.message.entries.push(entry);
  }
}
