/** A mail that only some of its recipients get. */
import type { Rule } from '../rule.js';

export const partialAcceptance: Rule<'delivery.partly'> = {
  id: 'delivery.partly',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 5321 §3.3',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { to } = message.envelope;
      const accepted = to.filter((recipient) => recipient.accepted === true).length;
      const refused = to.filter((recipient) => recipient.accepted === false).length;
      if (accepted > 0 && refused > 0) tell({ accepted, refused }, { message, entry: message.entries.at(-1) });
    },
  }),
};
