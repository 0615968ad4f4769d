/** What the packet room hands on besides TCP: datagrams of services that surround mail, and errors about packets. */
import type { Arrival } from './arrival.js';
import type { Packet } from './packet.js';
import type { Endpoint } from './endpoint.js';

/** What both have: views into the packet's block, valid until the next packet. */
interface Carried {
  readonly packet: Packet;
  /** Frames of earlier fragments of the same datagram. */
  readonly earlierFrames: readonly number[] | undefined;
  readonly bytes: Buffer;
  readonly addressLength: 4 | 16;
  readonly sourceStart: number;
  readonly destinationStart: number;
  /** The number that its sender has given the IPv4 packet, by which a copy of it is known again (RFC 791 §3.1); 0: none, as in IPv6. */
  readonly identification: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/** A UDP datagram on a port that is listened to (RFC 768). */
export interface UdpDatagram extends Carried {
  readonly kind: 'udp';
  /** What was captured of its payload. */
  readonly payloadStart: number;
  readonly payloadEnd: number;
}

/** An error of ICMP (RFC 792) or ICMPv6 (RFC 4443) about a packet, of which it quotes the beginning. Its ports are 0. */
export interface IcmpError extends Carried {
  readonly kind: 'icmp';
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** The largest packet that fits, where it says so. */
  readonly mtu: number | undefined;
  readonly quoted: QuotedPacket;
}

/** The packet that could not be delivered, as far as the error quotes it. */
export interface QuotedPacket {
  /** Number of the protocol in it: 6 TCP, 17 UDP. */
  readonly protocol: number;
  readonly addressLength: 4 | 16;
  readonly sourceStart: number;
  readonly destinationStart: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

export type Datagram = UdpDatagram | IcmpError;

/**
 * A datagram with its addresses as text, and its place among all packets. `identification`: the number of an IPv4 packet, by
 * which a copy of it is known again (RFC 791 §3.1); 0 where it has none.
 */
export interface HeardUdp {
  readonly kind: 'udp';
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly arrival: Arrival;
  readonly identification: number;
  /** A view: valid during the call. */
  readonly payload: Buffer;
}

export interface HeardError extends Pick<IcmpError, 'kind' | 'version' | 'type' | 'code' | 'mtu'> {
  /** Who complains. */
  readonly source: string;
  readonly arrival: Arrival;
  readonly identification: number;
  readonly quoted: { readonly protocol: number; readonly source: Endpoint; readonly destination: Endpoint };
}

export type HeardDatagram = HeardUdp | HeardError;
