/** Replies that were waited for one by one, although the server takes a whole group of commands at once (RFC 2920). */
import type { Entry } from '../../model/entry.js';
import type { Rule } from '../rule.js';

/** Seconds of a round trip below which nobody gains much, and the gain from which on it is worth a word. */
const NEAR = 0.01;
const WORTH = 0.1;

export const missingPipelining: Rule<'timing.no-pipelining'> = {
  id: 'timing.no-pipelining',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 2920 §3.1',
  protocols: ['smtp'],
  begin: () => (facts, tell) => {
    let commands = 0;
    let last: Entry | undefined;
    let pipelines = false;
    return {
      command(entry) {
        if ('haste' in entry.note.params && entry.note.params.haste !== undefined) pipelines = true;
        if (facts.offers?.has('PIPELINING') !== true || (entry.verb !== 'RCPT' && entry.verb !== 'DATA')) return;
        commands++;
        last = entry;
      },
      end() {
        const roundTrip = facts.session.connection.roundTrip ?? 0;
        const seconds = commands * roundTrip;
        if (!pipelines && roundTrip >= NEAR && seconds >= WORTH) tell({ commands, seconds }, { entry: last });
      },
    };
  },
};
