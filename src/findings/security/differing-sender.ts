/** A mail whose header names another sender, from another domain, than its envelope (RFC 5321 §7.1). Lists and robots do that. */
import type { Message } from '../../model/message.js';
import { areRelated, domainOf } from '../domain.js';
import { isListMail } from '../list-mail.js';
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';

export const differingSender: Rule<'mail.sender-differs'> = {
  id: 'mail.sender-differs',
  severity: 'info',
  category: 'security',
  reference: 'RFC 5321 §7.1',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const shown = shownSender(message);
      const { from } = message.envelope;
      if (shown === undefined || from === undefined || !from.includes('@') || areRelated(domainOf(shown), domainOf(from))) return;
      tell({ header: shown, envelope: from }, placeOf(message));
    },
  }),
};

function shownSender({ head, comparison }: Message): string | undefined {
  if (comparison?.sender !== 'other' || head === undefined || isListMail(head)) return undefined;
  const address = head.from?.[0]?.address;
  return address?.includes('@') === true ? address : undefined;
}
