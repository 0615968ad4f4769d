/** A Date that is none. */
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

export const unreadableDate: Rule<'mail.bad-date'> = {
  id: 'mail.bad-date',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5322 §3.3',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const { head } = message;
      if (head === undefined || head.date !== undefined) return;
      const field = head.headers.find(({ name }) => name.toLowerCase() === 'date');
      if (field !== undefined) tell({ value: field.value }, { message, entry: contentOf(message) });
    },
  }),
};
