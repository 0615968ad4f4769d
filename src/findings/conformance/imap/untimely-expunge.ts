/** EXPUNGE while only commands wait that speak of mails by their numbers, or none at all. */
import type { Rule } from '../../rule.js';

/** Commands that are remembered; with more, nothing is sure. */
const MOST = 1000;
const NUMBERED: ReadonlySet<string> = new Set(['FETCH', 'STORE', 'SEARCH', 'SORT', 'THREAD']);

export const untimelyExpunge: Rule<'imap.untimely-expunge'> = {
  id: 'imap.untimely-expunge',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §7.5.1',
  protocols: ['imap'],
  begin: () => (facts, tell) => {
    const waiting = new Map<string, string>();
    let isSure = facts.session.connection.handshake === 'complete';
    return {
      gap: () => void (isSure = false),
      command(entry) {
        const { tag, verb = '' } = entry;
        // NOTIFY allows them at any time (RFC 5465 §5.3).
        if (verb === 'NOTIFY' || waiting.size >= MOST) isSure = false;
        if (tag !== undefined && isSure) waiting.set(tag, verb);
      },
      reply: (entry) => void waiting.delete(entry.tag ?? ''),
      untagged(entry) {
        const { note } = entry;
        if (!isSure || note.key !== 'imap.untagged.expunge') return;
        const verbs = [...waiting.values()];
        if (verbs.every((verb) => NUMBERED.has(verb))) tell({ number: note.params.number, verb: verbs[0] }, { entry });
      },
    };
  },
};
