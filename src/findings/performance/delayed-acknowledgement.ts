/**
 * Lines that a side writes in two pieces: Nagle's algorithm holds the second back until the first is acknowledged, and
 * the other side holds the acknowledgement back for 40 ms (Linux) or 200 ms (Windows, BSD), RFC 9293 §3.8.6.3, RFC 896.
 */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** One such line can be chance. */
const ENOUGH = 3;
const PIECES = 2;
const TIMERS: readonly (readonly [number, number])[] = [
  [0.036, 0.06],
  [0.18, 0.24],
];

export const delayedAcknowledgement: Rule<'timing.delayed-acknowledgement'> = {
  id: 'timing.delayed-acknowledgement',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 9293 §3.7.4',
  protocols: ALL_PROTOCOLS,
  begin: () => (_facts, tell) => {
    let lines = 0;
    let total = 0;
    let last: Entry | undefined;
    const look = (entry: Entry): void => {
      if (entry.extent.frameCount !== PIECES) return;
      const seconds = secondsBetween(entry.extent.first, entry.extent.last) ?? 0;
      if (!TIMERS.some(([shortest, longest]) => seconds >= shortest && seconds <= longest)) return;
      lines++;
      total += seconds;
      last = entry;
    };
    const end = (): void => {
      if (lines >= ENOUGH) tell({ lines, seconds: total }, { entry: last });
    };
    return { command: look, auth: look, reply: look, untagged: look, end };
  },
};
