/**
 * Characters that turn the direction of what follows: in a file name they make "exe.txt" of "txt.exe" (Unicode UTR #36).
 * Right-to-left scripts need no overrides; marks and isolates are left alone.
 */
import type { Message } from '../../model/message.js';
import { placeOf } from '../mail-place.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const OVERRIDE = /[\u202d\u202e]/;
const SHOWN: ReadonlySet<string> = new Set(['subject', 'from', 'reply-to', 'sender']);

export const bidiOverride: Rule<'mail.bidi-override'> = {
  id: 'mail.bidi-override',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 6532 §4',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const place = placeIn(message);
      if (place !== undefined) tell(place, placeOf(message));
    },
  }),
};

function placeIn({ head, parts }: Message): { field: string | undefined; text: string } | undefined {
  const filename = parts.find((part) => part.filename !== undefined && OVERRIDE.test(part.filename))?.filename;
  if (filename !== undefined) return { field: undefined, text: filename };
  const field = head?.headers.find(({ name, value }) => SHOWN.has(name.toLowerCase()) && OVERRIDE.test(value));
  return field && { field: field.name, text: field.value };
}
