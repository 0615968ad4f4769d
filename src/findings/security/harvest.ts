/** A client that asks for one address after the other, most of which do not exist: it looks for those that do (RFC 5321 §7.3). */
import type { Entry } from '../../model/entry.js';
import type { Rule } from '../rule.js';

/** Unknown ones from which on it is no list with a few dead addresses. */
const MANY = 10;
const UNKNOWN: ReadonlySet<number> = new Set([550, 551, 553]);
const POLICY = /^5\.(?:7|4)\./;

export const harvest: Rule<'smtp.harvest'> = {
  id: 'smtp.harvest',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 5321 §7.3',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    let asked = 0;
    let unknown = 0;
    let last: Entry | undefined;
    return {
      reply(entry) {
        const outcome = outcomeOf(entry);
        if (outcome === undefined) return;
        asked++;
        if (outcome !== 'unknown') return;
        unknown++;
        last = entry;
      },
      end: () => (unknown >= MANY && unknown * 2 > asked ? tell({ asked, unknown }, { entry: last }) : undefined),
    };
  },
};

/** Of RCPT, VRFY and EXPN. */
function outcomeOf({ note }: Entry): 'known' | 'unknown' | undefined {
  switch (note.key) {
    case 'smtp.reply.recipient-accepted':
    case 'smtp.reply.recipient-forwarded':
    case 'smtp.reply.verified':
    case 'smtp.reply.not-verified':
    case 'smtp.reply.expanded':
      return 'known';
    case 'smtp.reply.refused': {
      const { command, code, enhanced = '', words } = note.params;
      if (command !== 'recipient' && command !== 'verification') return undefined;
      return UNKNOWN.has(code) && !POLICY.test(enhanced) && !/\brelay/i.test(words) ? 'unknown' : undefined;
    }
    default:
      return undefined;
  }
}
