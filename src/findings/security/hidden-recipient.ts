/** Recipients on the envelope whom the mail itself does not name (RFC 5321 §7.2): blind copies, and what is forwarded. */
import type { Message } from '../../model/message.js';
import { isListMail } from '../list-mail.js';
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';

/** Named in a sentence. */
const SHOWN = 5;

export const hiddenRecipient: Rule<'mail.hidden-recipients'> = {
  id: 'mail.hidden-recipients',
  severity: 'info',
  category: 'security',
  reference: 'RFC 5321 §7.2',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const addresses = hiddenOf(message);
      if (addresses.length === 0) return;
      tell({ addresses: addresses.slice(0, SHOWN), count: addresses.length }, placeOf(message));
    },
  }),
};

/** None where the header names nobody at all: then everybody is hidden. */
function hiddenOf({ head, envelope, comparison }: Message): readonly string[] {
  if (head === undefined || comparison?.hidden === undefined || envelope.from === '' || isListMail(head)) return [];
  if (head.to === undefined && head.cc === undefined) return [];
  const refused = new Set(envelope.to.filter(({ accepted }) => accepted === false).map(({ address }) => address));
  return comparison.hidden.filter((address) => address.includes('@') && !refused.has(address));
}
