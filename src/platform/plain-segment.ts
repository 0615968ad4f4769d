/** One TCP segment in an IP packet, as a capture of link type 101 (raw IP) holds it (RFC 791, RFC 8200, RFC 9293). */
import type { Endpoint } from '../model/endpoint.js';

export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const ACK = 0x10;

const TCP_HEADER = 20;
const TCP = 6;
const HOPS = 64;
const WINDOW = 0xffff;

export interface Segment {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly flags: number;
  readonly payload: Buffer;
}

export function plainSegment({ from, to, sequence, acknowledgement, flags, payload }: Segment): Buffer {
  const [source, destination] = [addressOctets(from.address), addressOctets(to.address)];
  const segment = Buffer.alloc(TCP_HEADER + payload.length);
  segment.writeUInt16BE(from.port, 0);
  segment.writeUInt16BE(to.port, 2);
  segment.writeUInt32BE(sequence >>> 0, 4);
  segment.writeUInt32BE(acknowledgement >>> 0, 8);
  segment[12] = (TCP_HEADER / 4) << 4;
  segment[13] = flags;
  segment.writeUInt16BE(WINDOW, 14);
  payload.copy(segment, TCP_HEADER);
  const pseudo = Buffer.from([0, TCP, segment.length >> 8, segment.length & 0xff]);
  segment.writeUInt16BE(checksum(source, destination, pseudo, segment), 16);
  const header = source.length === 4 ? ipv4Header(source, destination, segment.length) : ipv6Header(source, destination, segment.length);
  return Buffer.concat([header, segment]);
}

function ipv4Header(source: Buffer, destination: Buffer, length: number): Buffer {
  const header = Buffer.alloc(20);
  header[0] = 0x45;
  header.writeUInt16BE(header.length + length, 2);
  header[8] = HOPS;
  header[9] = TCP;
  source.copy(header, 12);
  destination.copy(header, 16);
  header.writeUInt16BE(checksum(header), 10);
  return header;
}

function ipv6Header(source: Buffer, destination: Buffer, length: number): Buffer {
  const header = Buffer.alloc(40);
  header[0] = 0x60;
  header.writeUInt16BE(length, 4);
  header[6] = TCP;
  header[7] = HOPS;
  source.copy(header, 8);
  destination.copy(header, 24);
  return header;
}

/** RFC 1071; all but the last have an even number of octets. */
function checksum(...parts: readonly Buffer[]): number {
  let sum = 0;
  for (const part of parts) {
    for (let at = 0; at + 1 < part.length; at += 2) sum += part.readUInt16BE(at);
    if (part.length % 2 === 1) sum += part[part.length - 1]! << 8;
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** Of an address as the stream room writes it: dotted, or in the form of RFC 5952. */
function addressOctets(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const [left = '', right] = address.split('::');
  const groups = (text: string | undefined): number[] => (text ? text.split(':').map((group) => Number.parseInt(group, 16)) : []);
  const [head, tail] = [groups(left), groups(right)];
  const middle = right === undefined ? [] : new Array<number>(8 - head.length - tail.length).fill(0);
  return Buffer.from([...head, ...middle, ...tail].flatMap((group) => [group >> 8, group & 0xff]));
}
