/** A handshake that a side breaks off with an alert, as far as it stands in clear (RFC 8446 §6.2). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const failedHandshake: Rule<'tls.handshake-failed'> = {
  id: 'tls.handshake-failed',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 8446 §6.2',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const { note } = entry;
      if (note.key !== 'tls.alert' || !note.params.fatal || note.params.late) return;
      const { from, code, name } = note.params;
      tell({ from, alert: name ?? String(code) }, { entry });
    },
  }),
};
