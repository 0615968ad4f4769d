/**
 * Packets to TCP segments: the face of this room. It looks for a TCP header through link layers, tunnels and
 * fragments, and gives undefined for everything else; datagrams of services around mail lie aside for who asks. It
 * keeps nothing between packets but waiting fragments.
 * It judges nothing: checksums stay unread (capture offloading leaves them wrong), and a header that contradicts
 * itself is a packet without a segment. Read RFC 9293, RFC 791, RFC 8200.
 */
import type { Packet } from '../model/packet.js';
import type { Segment, SegmentDecoder } from '../model/segment.js';
import { ETHER_TYPES, IP_PROTOCOLS, LINK_TYPES } from './layers.js';
import { HEADERS_PER_PACKET } from './limits.js';
import { createReassembly } from './reassembly.js';
import type { Walk } from './walk.js';

/** A decoder for one list of captures; fragments find each other only within one decoder. `hearsDatagrams`: of DNS, syslog and ICMP, too. */
export function createSegmentDecoder(hearsDatagrams = false): SegmentDecoder {
  const walk = createWalk(hearsDatagrams);
  return {
    supports: (linkType) => LINK_TYPES.has(linkType),
    get isWaiting() {
      return walk.isWaiting;
    },
    decode(packet: Packet): Segment | undefined {
      const link = LINK_TYPES.get(packet.linkType);
      if (link === undefined) return undefined;
      const { start, end, wireLength } = packet;
      walk.packet = packet;
      walk.bytes = packet.bytes;
      walk.limit = end;
      walk.headersLeft = HEADERS_PER_PACKET;
      walk.earlierFrames = undefined;
      walk.isWaiting = false;
      const wireEnd = start + wireLength;
      return link(walk, start, wireEnd > end ? wireEnd : end) ? walk.segment : undefined;
    },
    takeDatagram() {
      const { datagram } = walk;
      walk.datagram = undefined;
      return datagram;
    },
  };
}

/** Every field is there from the beginning, so that the objects never change their shape. */
function createWalk(hearsDatagrams: boolean): Walk {
  const bytes = Buffer.alloc(0);
  const packet: Packet = {
    ...{ bytes, start: 0, end: 0, wireLength: 0, linkType: 0 },
    ...{ frame: 0, capture: 0, seconds: 0, fraction: 0, digits: 6 },
  };
  return {
    etherTypes: ETHER_TYPES,
    protocols: IP_PROTOCOLS,
    packet,
    bytes,
    limit: 0,
    headersLeft: 0,
    addressLength: 4,
    addressesStart: 0,
    identification: 0,
    earlierFrames: undefined,
    isWaiting: false,
    fragments: createReassembly(),
    hearsDatagrams,
    datagram: undefined,
    segment: {
      packet,
      earlierFrames: undefined,
      bytes,
      addressLength: 4,
      sourceStart: 0,
      destinationStart: 0,
      identification: 0,
      sourcePort: 0,
      destinationPort: 0,
      sequence: 0,
      acknowledgement: 0,
      flags: 0,
      payloadStart: 0,
      payloadEnd: 0,
      payloadLength: 0,
    },
  };
}
