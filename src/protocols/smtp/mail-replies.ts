/** Carries out the reply to a mail, to one of its chunks (RFC 3030 §2) or to one of its recipients (RFC 2033 §4.2). */
import type { EnvelopeRecipient, Message } from '../../model/message.js';
import type { Note } from '../../model/note.js';
import type { Asked } from './asked.js';
import { exceeded } from './extensions.js';
import { settleMail, settleRecipient } from './mail-outcome.js';
import { BY_RECIPIENT, CLOSING, TOO_LARGE } from './reply-codes.js';
import type { WholeReply } from './reply-assembly.js';
import { noteOfMailReply } from './reply-notes.js';
import type { Talk } from './talk.js';
import type { Transfer } from './transfer.js';

export class MailReplies {
  readonly #talk: Talk;
  readonly #transfer: Transfer;

  constructor(talk: Talk, transfer: Transfer) {
    this.#talk = talk;
    this.#transfer = transfer;
  }

  /** `asked`: the mail, which waits on where more replies to it will come. */
  take(reply: WholeReply, asked: Asked): void {
    const talk = this.#talk;
    const { content } = asked;
    const transaction = asked.transaction!;
    const { message } = transaction.recorder!;
    if (content !== undefined) this.#transfer.heardReply(content);
    const isLast = content?.isLast ?? true;
    if (isLast && reply.code === BY_RECIPIENT) return this.#announceRecipients(reply, asked, message);
    const recipient = isLast ? this.#nextRecipient(asked) : undefined;
    const note = noteOfMailReply(reply, isLast ? message.size : content!.size, isLast, recipient?.address);
    nameLimit(note, exceeded(talk.sizeLimit, message.size));
    if (recipient !== undefined) settleRecipient(recipient, reply);
    const decided = isLast && !asked.recipients?.length;
    if (decided || !isLast) talk.asked.shift();
    this.#track(reply, decided);
    const entry = talk.write(reply, note, asked);
    entry.message = message;
    if (content !== undefined) this.#transfer.noteReply(content, entry);
    if (isLast || reply.code >= 400) settleMail(message, entry, reply, decided);
    if (decided && talk.transaction === transaction) talk.transaction = undefined;
  }

  #track({ code }: WholeReply, decided: boolean): void {
    if (code === CLOSING) this.#talk.state = 'closed';
    else if (decided) this.#talk.state = 'ready';
  }

  /** PRDR: every recipient gets a reply, and then the mail as a whole. */
  #announceRecipients(reply: WholeReply, asked: Asked, message: Message): void {
    const recipients = asked.transaction!.accepted;
    asked.recipients = [...recipients, undefined];
    const { code, enhanced, words } = reply;
    const note: Note = { key: 'smtp.reply.by-recipient', params: { code, enhanced, words, recipients: recipients.length } };
    this.#talk.write(reply, note, asked).message = message;
  }

  #nextRecipient(asked: Asked): EnvelopeRecipient | undefined {
    if (this.#talk.conversation.session.protocol === 'lmtp') asked.recipients ??= [...asked.transaction!.accepted];
    return asked.recipients?.shift();
  }
}

function nameLimit(note: Note, limit: number | undefined): void {
  if (note.key === 'smtp.reply.refused' && note.params.code === TOO_LARGE) note.params.limit = limit;
}
