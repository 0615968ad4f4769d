/** What the packet room hands to the stream room: one TCP segment, taken out of whatever carried it. */
import type { Datagram } from './datagram.js';
import type { Packet } from './packet.js';

/**
 * A TCP segment, views into the packet's block or into a buffer of reassembled fragments. The decoder fills one
 * object again and again: it is valid until the next packet.
 */
export interface Segment {
  /** The packet that carried it (the last one, where IP fragments were put together). */
  readonly packet: Packet;
  /** Frames of the earlier fragments; absent for the usual, unfragmented packet. */
  readonly earlierFrames: readonly number[] | undefined;
  /** Where the addresses, the header and the payload lie. */
  readonly bytes: Buffer;
  /** 4 or 16: octets of an address. */
  readonly addressLength: 4 | 16;
  readonly sourceStart: number;
  readonly destinationStart: number;
  /** The number that its sender has given the IPv4 packet, by which a copy of it is known again (RFC 791 §3.1); 0: none, as in IPv6. */
  readonly identification: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Unsigned 32 bit. */
  readonly sequence: number;
  /** Unsigned 32 bit; meaningful with the ACK flag. */
  readonly acknowledgement: number;
  /** The flag octet of the TCP header: FIN 0x01, SYN 0x02, RST 0x04, PSH 0x08, ACK 0x10. */
  readonly flags: number;
  /** Captured payload is `bytes[payloadStart..payloadEnd)`. */
  readonly payloadStart: number;
  readonly payloadEnd: number;
  /** Payload octets the segment had on the wire; more than were captured where the snap length cut it. */
  readonly payloadLength: number;
}

/** Fills its one `Segment` from a packet; undefined where the packet holds no TCP segment that can be read (yet). */
export interface SegmentDecoder {
  decode(packet: Packet): Segment | undefined;
  /** The last packet carried a fragment, and the rest of its datagram has not come yet. */
  readonly isWaiting: boolean;
  /** What the last packet held besides, where it was none of TCP and is listened to; once. */
  takeDatagram(): Datagram | undefined;
  /** Whether packets of this LINKTYPE_ can be read. */
  supports(linkType: number): boolean;
}
