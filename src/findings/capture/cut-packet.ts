/** Packets that the capturing program has cut to its snap length. */
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const cutPacket: Rule<'capture.cut-packets'> = {
  id: 'capture.cut-packets',
  severity: 'notice',
  category: 'capture',
  reference: 'RFC 9293 §3.4',
  protocols: ALL_PROTOCOLS,
  begin: () => ({ session }, tell) => {
    let first: Entry | undefined;
    let octets = 0;
    return {
      gap(entry) {
        first ??= entry;
        octets += entry.extent.bytes;
      },
      end() {
        const packets = session.connection.cutPackets;
        if (packets > 0) tell({ packets, octets }, { entry: first });
      },
    };
  },
};
