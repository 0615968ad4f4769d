/**
 * Commands in clear behind STARTTLS, sent before the server could agree: a server that keeps them takes them, once TLS is
 * up, for part of what is protected (CVE-2011-0411).
 */
import type { Arrival } from '../../model/arrival.js';
import type { Entry } from '../../model/entry.js';
import type { NoteKey } from '../../model/note.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const BEHIND: ReadonlySet<NoteKey> = new Set(['smtp.command.behind-starttls', 'pop3.command.behind-stls', 'imap.command.behind-starttls']);

export const injectedCommand: Rule<'tls.injected-command'> = {
  id: 'tls.injected-command',
  severity: 'critical',
  category: 'security',
  reference: 'RFC 3207 §4.2',
  references: { pop3: 'RFC 2595 §4', imap: 'RFC 9051 §6.2.1' },
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    let told = false;
    let request: Entry | undefined;
    let agreed: Arrival | undefined;
    return {
      command(entry) {
        if (entry.verb === 'STARTTLS' || entry.verb === 'STLS') request = entry;
        if (told || !BEHIND.has(entry.note.key)) return;
        // A client that goes on in clear although TLS may begin is another matter.
        const { order } = entry.extent.first;
        if (agreed === undefined ? order !== request?.extent.last.order : order > agreed.order) return;
        told = true;
        tell({ verb: entry.verb ?? '', command: request?.verb ?? 'STARTTLS' }, { entry });
      },
      reply(entry) {
        if (agreed === undefined && !facts.isReadable) agreed = entry.extent.last;
      },
    };
  },
};
