/** A reply code whose second digit is none that the standard knows. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

/** `Reply-code = %x32-35 %x30-35 %x30-39` */
const HIGHEST = 5;

export const oddCode: Rule<'smtp.odd-code'> = {
  id: 'smtp.odd-code',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.2',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    const told = new Set<number>();
    const look = (entry: Entry): void => {
      const { code } = entry;
      if (code === undefined || Math.floor(code / 10) % 10 <= HIGHEST || told.has(code)) return;
      told.add(code);
      tell({ code }, { entry });
    };
    return { greeting: look, reply: look };
  },
};
