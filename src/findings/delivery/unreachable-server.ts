/** A server that cannot be talked to: its port is closed, or nothing answers. */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const unreachableServer: Rule<'delivery.unreachable'> = {
  id: 'delivery.unreachable',
  severity: 'notice',
  category: 'delivery',
  reference: 'RFC 9293 §3.10.7',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    tcp(entry) {
      const { key } = entry.note;
      if (key !== 'tcp.setup-refused' && key !== 'tcp.setup-unanswered') return;
      tell({ protocol: facts.session.protocol, port: facts.session.server.port, refused: key === 'tcp.setup-refused' }, { entry });
    },
  }),
};
