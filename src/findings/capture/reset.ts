/**
 * A connection that a side breaks off in the middle of the conversation. Behind QUIT or LOGOUT many programs close like
 * that, and inside TLS nobody can see how far the conversation had come.
 */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const GOODBYES: ReadonlySet<string> = new Set(['QUIT', 'LOGOUT']);

export const reset: Rule<'capture.reset'> = {
  id: 'capture.reset',
  severity: 'notice',
  category: 'capture',
  reference: 'RFC 9293 §3.5.2',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => ({
    tcp(entry) {
      const { note, from } = entry;
      if (note.key !== 'tcp.rst' || note.params.afterClose || !facts.isReadable) return;
      const command = facts.command?.verb;
      if (!GOODBYES.has(command ?? '')) tell({ from, command }, { entry });
    },
  }),
};
