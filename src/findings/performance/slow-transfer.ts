/** A mail that trickles. */
import { secondsBetween } from '../../bytes/time.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Seconds that it takes at least, and octets a second that it does not reach. */
const LONG = 10;
const SLOW = 16_000;

export const slowTransfer: Rule<'timing.slow-transfer'> = {
  id: 'timing.slow-transfer',
  severity: 'info',
  category: 'performance',
  reference: 'RFC 5321 §4.5.3.2.5',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    message(entry) {
      const { extent } = entry;
      const seconds = secondsBetween(extent.first, extent.last) ?? 0;
      if (seconds >= LONG && extent.bytes / seconds < SLOW) tell({ size: extent.bytes, seconds }, { entry, message: entry.message });
    },
  }),
};
