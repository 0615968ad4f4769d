/** A Bcc field that travels with the mail: whoever gets it can read who got it in secret (RFC 5322 §3.6.3). */
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';

export const survivingBcc: Rule<'mail.bcc-visible'> = {
  id: 'mail.bcc-visible',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 5322 §3.6.3',
  protocols: ['smtp', 'pop3'],
  judge: (_facts, tell) => ({
    mail(message) {
      const names = message.head?.headers.find(({ name }) => name.toLowerCase() === 'bcc')?.value ?? '';
      if (names !== '') tell({ names }, placeOf(message));
    },
  }),
};
