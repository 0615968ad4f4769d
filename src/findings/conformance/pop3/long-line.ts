/** A command or a reply that is longer than allowed: by RFC 1939, or with CAPA by RFC 2449. */
import { spokenOctets } from '../../../bytes/spoken-octets.js';
import type { Rule } from '../../rule.js';

/** Octets of a line, its end included, and of an argument before RFC 2449. */
const COMMAND = 255;
const REPLY = 512;
const ARGUMENT = 40;
const LINE_END = 2;

export const longLine: Rule<'pop3.long-line'> = {
  id: 'pop3.long-line',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 2449 §4',
  protocols: ['pop3'],
  begin: () => (facts, tell) => {
    /** The server has shown that it knows RFC 2449. */
    let extended = false;
    return {
      command(entry) {
        const { verb = '', args = '' } = entry;
        const octets = spokenOctets(entry.extent);
        const argument = args.split(' ').reduce((longest, { length }) => Math.max(longest, length), 0);
        if (octets > COMMAND) tell({ from: 'client', what: 'line', verb, octets, limit: COMMAND }, { entry });
        else if (!extended && argument > ARGUMENT && verb !== 'AUTH') tell({ from: 'client', what: 'argument', verb, octets: argument, limit: ARGUMENT }, { entry });
      },
      reply(entry) {
        extended ||= entry.note.key === 'pop3.reply.capabilities' && facts.offers !== undefined;
        const octets = (entry.text ?? '').length + LINE_END;
        if (octets > REPLY) tell({ from: 'server', what: 'line', verb: undefined, octets, limit: REPLY }, { entry });
      },
    };
  },
};
