/** A literal sent without waiting, to a server that has not offered it. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

/** Octets that LITERAL- allows. */
const SMALL = 4096;

export const unannouncedLiteral: Rule<'imap.literal-unoffered'> = {
  id: 'imap.literal-unoffered',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 7888 §3',
  protocols: ['imap'],
  judge: (facts, tell) => {
    const look = (entry: Entry): void => {
      const { offers } = facts;
      const octets = Number(/\{(\d{1,15})\+\}$/.exec(entry.text ?? '')?.[1] ?? NaN);
      if (offers === undefined || Number.isNaN(octets) || offers.has('LITERAL+')) return;
      const small = offers.has('LITERAL-') || offers.has('IMAP4REV2');
      if (!small || octets > SMALL) tell({ octets, small }, { entry });
    };
    return { command: look, data: look };
  },
};
