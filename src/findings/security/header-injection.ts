/** A header field whose encoded words hide a line end (RFC 2047 §5): a program that decodes it carelessly gets more fields. */
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';
import { ALL_PROTOCOLS } from '../rule.js';

const LINE_END = /[\r\n]/;

export const headerInjection: Rule<'mail.header-injection'> = {
  id: 'mail.header-injection',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 2047 §5',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const field = message.head?.headers.find(({ value, raw }) => raw.includes('=?') && LINE_END.test(value));
      if (field !== undefined) tell({ field: field.name }, placeOf(message));
    },
  }),
};
