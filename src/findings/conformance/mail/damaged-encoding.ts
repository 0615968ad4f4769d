/** A part whose octets are not what its encoding allows. */
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

export const damagedEncoding: Rule<'mail.damaged-encoding'> = {
  id: 'mail.damaged-encoding',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 2045 §6',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      for (const { path, contentType, encoding = '', filename, defects } of message.complete ? message.parts : []) {
        if (defects?.includes('encoding') === true) tell({ path, contentType, encoding, filename }, { message, entry: contentOf(message) });
      }
    },
  }),
};
