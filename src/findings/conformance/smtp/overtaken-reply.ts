/** A command sent before the reply to one that must be the last of its group. */
import { hasteOf } from './haste.js';
import type { Rule } from '../../rule.js';

export const overtakenReply: Rule<'smtp.reply-overtaken'> = {
  id: 'smtp.reply-overtaken',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 2920 §3.1',
  protocols: ['smtp'],
  once: true,
  judge: (_facts, tell) => ({
    command(entry) {
      const haste = hasteOf(entry);
      if (haste?.fault !== 'not-last') return;
      const { awaited } = haste;
      tell({ verb: entry.verb ?? '', awaited: typeof awaited === 'string' ? undefined : awaited.verb }, { entry });
    },
  }),
};
