/** A greeting of asterisks: a firewall on the way rewrites what the server says. */
import type { Rule } from '../rule.js';

/** Seen with Cisco's devices: every character but 0, 2 and blanks is written over. */
const MASKED = /^[*02 ]*\*{8}[*02 ]*$/;

export const maskedGreeting: Rule<'smtp.masked-greeting'> = {
  id: 'smtp.masked-greeting',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 5321 §4.3.1',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    greeting(entry) {
      const { note } = entry;
      if (note.key === 'smtp.greeting' && note.params.words.length <= 512 && MASKED.test(note.params.words)) tell({}, { entry });
    },
  }),
};
