/** An IMAP client that asks again and again whether there is new mail, although the server would tell it (RFC 2177). */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import type { Rule } from '../rule.js';

const ENOUGH = 5;
/** Seconds between two of them: closer together they are no waiting. */
const PAUSE = 5;

export const missingIdle: Rule<'timing.no-idle'> = {
  id: 'timing.no-idle',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 2177 §3',
  protocols: ['imap'],
  begin: () => (facts, tell) => {
    let polls = 0;
    let last: Entry | undefined;
    let idles = false;
    return {
      command(entry) {
        if (entry.verb === 'IDLE') idles = true;
        if (entry.verb !== 'NOOP' && entry.verb !== 'CHECK') return;
        if (last === undefined || (secondsBetween(last.extent.last, entry.extent.first) ?? 0) >= PAUSE) polls++;
        last = entry;
      },
      end() {
        if (polls >= ENOUGH && !idles && facts.offers?.has('IDLE') === true) tell({ polls }, { entry: last });
      },
    };
  },
};
