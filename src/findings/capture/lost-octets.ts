/**
 * Octets that were sent and are not in the capture, told once for each side. What was sent before the capture began, and
 * what the snap length has cut off, is told by other rules.
 */
import type { Entry } from '../../model/entry.js';
import type { Side } from '../../model/endpoint.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

interface Lost {
  readonly first: Entry;
  octets: number;
  places: number;
}

export const lostOctets: Rule<'capture.gap'> = {
  id: 'capture.gap',
  severity: 'notice',
  category: 'capture',
  reference: 'RFC 9293 §3.4',
  protocols: ALL_PROTOCOLS,
  begin: () => ({ session }, tell) => {
    const lost = new Map<Side, Lost>();
    return {
      gap(entry) {
        if (entry.note.key === 'gap' && entry.note.params.first) return;
        const known = lost.get(entry.from) ?? { first: entry, octets: 0, places: 0 };
        known.octets += entry.extent.bytes;
        known.places++;
        lost.set(entry.from, known);
      },
      end() {
        if (session.connection.cutPackets > 0) return;
        for (const [from, { first, octets, places }] of lost) tell({ from, octets, places }, { entry: first });
      },
    };
  },
};
