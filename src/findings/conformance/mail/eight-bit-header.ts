/** A header with octets above 127 that SMTPUTF8 has not announced. */
import { parametersOf } from '../smtp/mail-parameters.js';
import { contentOf } from './content.js';
import type { Rule } from '../../rule.js';

export const eightBitHeader: Rule<'mail.eight-bit-header'> = {
  id: 'mail.eight-bit-header',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5322 §2.2',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.eightBitHeader;
      const parameters = parametersOf(message);
      if (count === 0 || parameters === undefined || parameters.parameters.some(({ keyword }) => keyword === 'SMTPUTF8')) return;
      tell({ octets: count, line }, { message, entry: contentOf(message) });
    },
  }),
};
