/** What the replies to a mail say of its fate. */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Message } from '../../model/message.js';
import { findQueueId } from './queue-id.js';
import type { Reply } from './reply-notes.js';

/**
 * Enters a reply to the mail, or to one of its chunks or (LMTP) recipients, into the mail's outcome. One recipient
 * that was accepted makes it accepted. `last`: no further reply to this mail will come.
 */
export function settleMail(message: Message, entry: EntryDraft, reply: Reply, last: boolean): void {
  const { outcome } = message;
  const accepted = reply.code < 300;
  if (outcome.accepted !== true) {
    outcome.accepted = accepted;
    outcome.code = reply.code;
    if (reply.enhanced !== undefined) outcome.enhanced = reply.enhanced;
    outcome.text = reply.words;
    const queueId = accepted ? findQueueId(reply.words) : undefined;
    if (queueId !== undefined) outcome.queueId = queueId;
  }
  if (entry.message === undefined) {
    entry.message = message;
    message.entries.push(entry);
  }
  if (last) entry.completes = [message];
}
