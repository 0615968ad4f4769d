/** A command with octets above 127 although nothing has allowed them. */
import type { Rule } from '../../rule.js';

const BEYOND_ASCII = /[^\0-\x7f]/;

export const eightBitCommand: Rule<'imap.eight-bit'> = {
  id: 'imap.eight-bit',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §9',
  protocols: ['imap'],
  begin: () => (_facts, tell) => {
    let enabled = false;
    let told = false;
    return {
      command(entry) {
        const { verb = '', text = '' } = entry;
        // Also where the server may still refuse it: the client has at least asked.
        enabled ||= verb === 'ENABLE';
        if (enabled || told || !BEYOND_ASCII.test(text)) return;
        told = true;
        tell({ verb }, { entry });
      },
    };
  },
};
