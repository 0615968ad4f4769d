/**
 * Lines in clear behind the server's agreement to TLS, in the same packet: a client that keeps them takes them, once TLS is
 * up, for the server's own (CVE-2020-14954 and others).
 */
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const injectedReply: Rule<'tls.injected-reply'> = {
  id: 'tls.injected-reply',
  severity: 'critical',
  category: 'security',
  reference: 'RFC 3207 §4.2',
  references: { pop3: 'RFC 2595 §4', imap: 'RFC 9051 §6.2.1' },
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    let agreement: Entry | undefined;
    let isOver = facts.session.tls?.mode === 'implicit';
    const look = (entry: Entry): void => {
      if (isOver || facts.isReadable || entry.from !== 'server') return;
      if (agreement === undefined) agreement = entry;
      else {
        isOver = true;
        if (entry.extent.first.order === agreement.extent.last.order && entry.text !== undefined) tell({ text: entry.text }, { entry });
      }
    };
    return { reply: look, untagged: look, continuation: look, unknown: look };
  },
};
