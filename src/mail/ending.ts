/** Where the octets of a mail end among the entries that carry them: asked by filters and by views. */
import type { Entry } from '../model/entry.js';

/** Whether the octets of a mail end with this entry. */
export function endsMail({ kind, message, extent }: Entry): boolean {
  return kind === 'message' && message?.ended === true && message.entries.findLast((entry) => entry.kind === 'message')?.extent === extent;
}
