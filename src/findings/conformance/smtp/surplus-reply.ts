/** A reply that nothing has asked for. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

/** May come at any time (RFC 5321 §3.8). */
const SHUTTING_DOWN = 421;

export const surplusReply: Rule<'smtp.surplus-reply'> = {
  id: 'smtp.surplus-reply',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §4.2',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    let first: Entry | undefined;
    let isSure = facts.session.connection.handshake === 'complete';
    return {
      gap: () => void (isSure = false),
      tls: () => void (isSure = false),
      unknown: () => void (isSure = false),
      reply(entry) {
        const { answers, code } = entry;
        if (isSure && answers === undefined && code !== SHUTTING_DOWN && !facts.lags('client')) first ??= entry;
      },
      end() {
        if (first?.code !== undefined && facts.hearsAll('client') && facts.hearsAll('server')) tell({ code: first.code }, { entry: first });
      },
    };
  },
};
