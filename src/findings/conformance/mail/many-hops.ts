/** A mail that has passed more hosts than any way is long. */
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

/** Received fields: the standard wants a hundred tolerated; mails that arrive have some ten. */
const MOST = 30;

export const manyHops: Rule<'mail.loop'> = {
  id: 'mail.loop',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §6.3',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const hops = message.head?.received.length ?? 0;
      if (hops > MOST) tell({ hops }, { message, entry: contentOf(message) });
    },
  }),
};
