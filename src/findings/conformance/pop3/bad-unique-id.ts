/** A unique id that is too long, holds what it may not, or is not unique. */
import type { Rule } from '../../rule.js';

const LONGEST = 70;
const ALLOWED = /^[!-~]+$/;

export const badUniqueId: Rule<'pop3.bad-uid'> = {
  id: 'pop3.bad-uid',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 1939 §7',
  protocols: ['pop3'],
  judge: (_facts, tell) => ({
    reply(entry) {
      if (entry.note.key !== 'pop3.reply.uidl') return;
      const seen = new Map<string, number>();
      for (const { number, uid } of entry.items ?? []) {
        if (uid === undefined || number === undefined) continue;
        const fault = seen.has(uid) ? 'repeated' : uid.length > LONGEST ? 'long' : ALLOWED.test(uid) ? undefined : 'letters';
        if (fault !== undefined) tell({ number, uid, fault, other: seen.get(uid) }, { entry });
        seen.set(uid, number);
      }
    },
  }),
};
