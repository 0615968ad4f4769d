/** An address longer than every server must take. */
import type { Rule } from '../../rule.js';

/** Octets before and behind the @. */
const LOCAL = 64;
const DOMAIN = 255;

export const longAddress: Rule<'smtp.long-address'> = {
  id: 'smtp.long-address',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.5.3.1',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note, verb = '' } = entry;
      if (note.key !== 'smtp.command.mail' && note.key !== 'smtp.command.rcpt') return;
      const { address } = note.params;
      const at = address.lastIndexOf('@');
      const local = new TextEncoder().encode(at === -1 ? address : address.slice(0, at)).length;
      const domain = at === -1 ? 0 : address.length - at - 1;
      if (local > LOCAL) tell({ verb, part: 'local', octets: local, limit: LOCAL }, { entry });
      else if (domain > DOMAIN) tell({ verb, part: 'domain', octets: domain, limit: DOMAIN }, { entry });
    },
  }),
};
