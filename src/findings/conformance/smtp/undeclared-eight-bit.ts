/** Octets above 127 in a mail that was not declared to hold any. */
import { contentOf } from '../mail/content.js';
import { parameterOf, parametersOf } from './mail-parameters.js';
import type { Rule } from '../../rule.js';

export const undeclaredEightBit: Rule<'smtp.eight-bit'> = {
  id: 'smtp.eight-bit',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §2.4',
  protocols: ['smtp'],
  judge: (facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.eightBitBody;
      if (count === 0 || parametersOf(message) === undefined) return;
      const declared = parameterOf(message, 'BODY')?.type;
      if (declared === '8BITMIME' || declared === 'BINARYMIME') return;
      tell({ octets: count, line, offered: facts.offers?.has('8BITMIME') }, { message, entry: contentOf(message) });
    },
  }),
};
