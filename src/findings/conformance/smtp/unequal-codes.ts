/** A reply of several lines whose codes are not all the same. */
import type { Rule } from '../../rule.js';

export const unequalCodes: Rule<'smtp.unequal-codes'> = {
  id: 'smtp.unequal-codes',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §4.2.1',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { lines, code } = entry;
      const other = lines?.find((line) => /^\d{3}(?:[ -]|$)/.test(line) && !line.startsWith(String(code)));
      if (code === undefined || other === undefined) return;
      tell({ code, other: Number(other.slice(0, 3)) }, { entry });
    },
  }),
};
