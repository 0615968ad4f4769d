/** Was nach einem Zustellbericht aus einer Mail geworden ist (RFC 3464 §2.3.3), auf Deutsch. */
import { shorten } from './format.js';

const DELIVERIES: ReadonlyMap<string, string> = new Map([
  ['failed', 'Sie war nicht zustellbar und wird aufgegeben'],
  ['delayed', 'Sie ist noch nicht zugestellt; weitere Versuche folgen'],
  ['delivered', 'Sie wurde zugestellt'],
  ['relayed', 'Sie wurde an ein System weitergegeben, das keine solchen Berichte schickt'],
  ['expanded', 'Sie wurde zugestellt und an mehrere Adressen weitergegeben'],
]);

export function deliveryOf(action: string): string {
  return DELIVERIES.get(action) ?? shorten(action);
}
