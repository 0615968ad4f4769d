/** Mail that goes to many by way of a list, an alias or a robot: its envelope has a life of its own (RFC 2369, RFC 2919, RFC 3834). */
import type { MessageHead } from '../model/message.js';

const LIST_FIELDS: ReadonlySet<string> = new Set(['list-id', 'list-post', 'list-unsubscribe', 'list-help', 'mailing-list', 'x-beenthere', 'resent-from', 'resent-to']);
const BULK = /^(?:list|bulk|junk)$/i;

export function isListMail({ headers }: MessageHead): boolean {
  return headers.some(({ name, value }) => {
    const field = name.toLowerCase();
    return LIST_FIELDS.has(field) || (field === 'precedence' && BULK.test(value)) || (field === 'auto-submitted' && !/^no\b/i.test(value));
  });
}
