/** Commands of SMTP inside a mail, directly behind a line that some servers take for its end: a second mail in the first one. */
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';

export const smuggledMail: Rule<'mail.smuggled'> = {
  id: 'mail.smuggled',
  severity: 'critical',
  category: 'security',
  reference: 'RFC 5321 §4.1.1.4',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { looseDots, smuggled } = message.lines;
      if (smuggled !== undefined) tell({ dots: looseDots, verb: smuggled.verb, line: smuggled.line }, placeOf(message));
    },
  }),
};
