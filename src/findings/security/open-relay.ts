/**
 * A server that takes, from a client that has not logged in, a recipient with a second way inside: it may pass mail on for
 * strangers. A source route alone proves nothing, since every server has to ignore it (RFC 5321 §3.3).
 */
import { relayFormOf } from '../relay-route.js';
import type { Rule } from '../rule.js';

export const openRelay: Rule<'relay.granted'> = {
  id: 'relay.granted',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 5321 §7.9',
  protocols: ['smtp'],
  judge: (facts, tell) => ({
    reply(entry) {
      const { note, answers } = entry;
      if (note.key !== 'smtp.reply.recipient-accepted' || answers?.args === undefined || facts.isLoggedIn) return;
      const { address } = note.params;
      const form = relayFormOf(answers.args, address);
      if (form === undefined || form === 'source-route') return;
      tell({ address, form }, { entry });
    },
  }),
};
