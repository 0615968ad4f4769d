/** The replies that were waited for longest. */
import type { SlowReply } from '../model/statistics.js';
import { limits } from './limits.js';

export class Slowest {
  /** Longest first; of those alike the earlier. */
  readonly replies: SlowReply[] = [];

  add(session: number, entry: number, latency: number): void {
    const { replies } = this;
    const isFull = replies.length >= limits.slowest;
    if (isFull && latency <= replies[replies.length - 1]!.latency) return;
    if (isFull) replies.pop();
    let at = replies.length;
    while (at > 0 && replies[at - 1]!.latency < latency) at--;
    replies.splice(at, 0, { session, entry, latency });
  }
}
