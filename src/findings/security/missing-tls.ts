/** A server that takes log-ins, and submitted mail, without a way to encrypt them. */
import { useOf } from '../readable-use.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** RFC 6409 §3.1. */
const SUBMISSION = 587;

export const missingTls: Rule<'tls.not-offered'> = {
  id: 'tls.not-offered',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 8314 §3',
  protocols: ALL_PROTOCOLS,
  once: true,
  begin: () => (facts, tell) => {
    let offered = false;
    return {
      command(entry) {
        const { offers, isExposed, session } = facts;
        if (offers === undefined) return;
        // Once logged in, a server names STARTTLS no longer: it has offered it all the same.
        offered ||= offers.has('STARTTLS') || offers.has('STLS');
        if (offered || !isExposed) return;
        const use = useOf(entry);
        // Between mail servers a mail may travel in clear; where there is no log-in, it is not submitted.
        if (use === undefined || (use === 'mail' && session.server.port !== SUBMISSION)) return;
        tell({ use, port: session.server.port }, { entry });
      },
    };
  },
};
