/** What a delivery report says became of a mail (RFC 3464 §2.3.3), in English. */
import { shorten } from './format.js';

const DELIVERIES: ReadonlyMap<string, string> = new Map([
  ['failed', 'the mail could not be delivered and is given up'],
  ['delayed', 'the mail has not been delivered yet; further attempts follow'],
  ['delivered', 'the mail was delivered'],
  ['relayed', 'the mail was passed on to a system that sends no such reports'],
  ['expanded', 'the mail was delivered and passed on to several addresses'],
]);

export function deliveryOf(action: string): string {
  return DELIVERIES.get(action) ?? shorten(action);
}
