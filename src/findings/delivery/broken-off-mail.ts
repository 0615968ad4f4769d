/** A mail in the middle of which the connection ended: nobody keeps it. */
import type { Message } from '../../model/message.js';
import type { Rule } from '../rule.js';

export const brokenOffMail: Rule<'delivery.broken-off'> = {
  id: 'delivery.broken-off',
  severity: 'warning',
  category: 'delivery',
  reference: 'RFC 5321 §4.1.1.10',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    let broken: Message | undefined;
    return {
      mail(message) {
        if (!message.complete && message.missing === 0 && message.outcome.accepted === undefined) broken = message;
      },
      end() {
        if (broken === undefined || !facts.hearsAll('client') || !facts.hasEnded) return;
        tell({ size: broken.size }, { message: broken, entry: broken.entries.findLast(({ kind }) => kind === 'message') });
      },
    };
  },
};
