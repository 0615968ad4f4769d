/** A client that logs in, or hands a mail in, in clear although the server offers TLS. */
import type { Rule } from '../rule.js';
import { ALL_PROTOCOLS } from '../rule.js';
import { useOf } from '../readable-use.js';

export const unusedTls: Rule<'tls.not-used'> = {
  id: 'tls.not-used',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 3207 §6',
  references: { pop3: 'RFC 8314 §3', imap: 'RFC 8314 §3' },
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    let told = false;
    let tried = false;
    return {
      command(entry) {
        if (entry.verb === 'STARTTLS' || entry.verb === 'STLS') tried = true;
        const use = useOf(entry);
        if (use === undefined || told || tried || !facts.isExposed) return;
        const command = ['STARTTLS', 'STLS'].find((word) => facts.offers?.has(word));
        if (command === undefined) return;
        told = true;
        tell({ use, command }, { entry });
      },
    };
  },
};
