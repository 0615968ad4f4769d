/** A mail with a line that is longer than allowed. */
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';
import { isBinary } from '../smtp/mail-parameters.js';
import { contentOf } from './content.js';

/** Octets, the line end left out. */
const LONGEST = 998;

export const longLines: Rule<'mail.long-line'> = {
  id: 'mail.long-line',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5322 §2.1.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const { octets, line } = message.lines.longest;
      if (octets > LONGEST && !isBinary(message)) tell({ octets, line }, { message, entry: contentOf(message) });
    },
  }),
};
