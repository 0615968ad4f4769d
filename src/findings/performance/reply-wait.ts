/**
 * How long replies are waited for. Of commands that were sent together the second is answered behind the first: what
 * counts there is the time since that reply.
 */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';

export class ReplyWait {
  #last: Entry | undefined;

  /** In seconds; undefined for a reply to nothing known. To be asked once for each reply of a session, in order. */
  of(reply: Entry): number | undefined {
    const { answers } = reply;
    const before = this.#last;
    this.#last = reply;
    if (answers === undefined) return undefined;
    const sinceCommand = secondsBetween(answers.extent.last, reply.extent.first);
    const sinceReply = before === undefined ? undefined : secondsBetween(before.extent.last, reply.extent.first);
    return sinceCommand === undefined || sinceReply === undefined ? sinceCommand : Math.min(sinceCommand, sinceReply);
  }
}
