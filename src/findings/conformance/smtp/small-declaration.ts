/** A mail that is larger than MAIL has declared. */
import { parameterOf } from './mail-parameters.js';
import type { Rule } from '../../rule.js';

export const smallDeclaration: Rule<'smtp.size-declared'> = {
  id: 'smtp.size-declared',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 1870 §6.3',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const declared = parameterOf(message, 'SIZE')?.octets;
      if (declared === undefined || declared === 0 || message.size <= declared) return;
      tell({ declared, size: message.size }, { entry: message.entries[0], message });
    },
  }),
};
