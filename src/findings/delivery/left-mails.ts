/** POP3: mails that were fetched and stay on the server. */
import type { Rule } from '../rule.js';

/** Numbers that are remembered. */
const MOST = 10_000;

export const leftMails: Rule<'delivery.left-on-server'> = {
  id: 'delivery.left-on-server',
  severity: 'info',
  category: 'delivery',
  reference: 'RFC 1939 §8',
  protocols: ['pop3'],
  begin: () => (_facts, tell) => {
    const fetched = new Set<number>();
    const deleted = new Set<number>();
    return {
      message({ note }) {
        if (note.key === 'pop3.message' && note.params.number !== undefined && fetched.size < MOST) fetched.add(note.params.number);
      },
      reply(entry) {
        const { note } = entry;
        if (note.key === 'pop3.reply.dele' && deleted.size < MOST) deleted.add(note.params.number);
        else if (note.key === 'pop3.reply.rset') deleted.clear();
        else if (note.key === 'pop3.reply.quit') {
          const mails = [...fetched].filter((number) => !deleted.has(number)).length;
          if (mails > 0) tell({ mails }, { entry });
        }
      },
    };
  },
};
