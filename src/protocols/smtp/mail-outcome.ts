/** What the replies to a mail say of its fate. */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { EnvelopeRecipient, Message } from '../../model/message.js';
import { queueIdIn } from './queue-id.js';
import { wordsOfAll } from './reply-notes.js';
import type { Reply } from './reply.js';

/**
 * Enters a reply to the mail, or to one of its chunks or (LMTP) recipients, into the mail's outcome. One recipient
 * that was accepted makes it accepted; of refusals the first counts, the others often only follow from it.
 * `last`: no further reply to this mail will come.
 */
export function settleMail(message: Message, entry: EntryDraft, reply: Reply, last: boolean): void {
  const { outcome } = message;
  const accepted = reply.code < 300;
  if (outcome.accepted === undefined || (accepted && !outcome.accepted)) {
    outcome.accepted = accepted;
    if (reply.codeless) delete outcome.code;
    else outcome.code = reply.code;
    if (reply.enhanced === undefined) delete outcome.enhanced;
    else outcome.enhanced = reply.enhanced;
    outcome.text = wordsOfAll(reply);
  }
  const queueId = accepted && outcome.queueId === undefined ? queueIdIn(reply) : undefined;
  if (queueId !== undefined) outcome.queueId = queueId;
  if (entry.message === undefined) {
    entry.message = message;
    message.entries.push(entry);
  }
  if (last) entry.completes = [message];
}

export function settleRecipient(recipient: EnvelopeRecipient, reply: Reply): void {
  recipient.accepted = reply.code < 300;
  if (!reply.codeless) recipient.code = reply.code;
  if (reply.enhanced !== undefined) recipient.enhanced = reply.enhanced;
}
