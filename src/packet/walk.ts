/**
 * The way of one packet down its headers. A layer reads one header and hands the rest on, by number and through a
 * table, so no layer knows which others exist. One Walk serves all packets: nothing is allocated on the way.
 * It keeps `limit` (what was captured) apart from a layer's `end` (what the headers say); limit <= end always holds.
 */
import type { Datagram } from '../model/datagram.js';
import type { Packet } from '../model/packet.js';
import type { Segment } from '../model/segment.js';
import type { Reassembly } from './reassembly.js';

/** Reads the header at `start`, whose packet reaches to `end` on the wire. True: the segment was filled. */
export type Layer = (walk: Walk, start: number, end: number) => boolean;

export interface LayerTables {
  /** By EtherType. */
  readonly etherTypes: ReadonlyMap<number, Layer>;
  /** By protocol number of IP, IPv6 extension headers among them. */
  readonly protocols: readonly (Layer | undefined)[];
}

export interface Walk extends LayerTables {
  packet: Packet;
  /** The packet's block or a reassembled datagram. */
  bytes: Buffer;
  /** Nothing at or behind this position may be read. */
  limit: number;
  /** Headers that may still be entered. */
  headersLeft: number;
  /** Of the innermost IP header so far; the destination lies right behind the source. */
  addressLength: 4 | 16;
  addressesStart: number;
  /** Of the innermost IP header, where it is of IPv4 and whole; else 0. */
  identification: number;
  earlierFrames: readonly number[] | undefined;
  readonly fragments: Reassembly;
  /** The packet's fragment waits for others. */
  isWaiting: boolean;
  /** Whether datagrams beside TCP are wanted. */
  readonly hearsDatagrams: boolean;
  /** What the walk found in place of a segment. */
  datagram: Datagram | undefined;
  readonly segment: { -readonly [Field in keyof Segment]: Segment[Field] };
}

/** Keeps padding and trailers behind a header's own length out of the reach of the next layer. */
export function narrow(walk: Walk, end: number): void {
  if (end < walk.limit) walk.limit = end;
}

export function enterEtherType(walk: Walk, etherType: number, start: number, end: number): boolean {
  return enter(walk, walk.etherTypes.get(etherType), start, end);
}

export function enterProtocol(walk: Walk, protocol: number, start: number, end: number): boolean {
  return enter(walk, walk.protocols[protocol], start, end);
}

function enter(walk: Walk, layer: Layer | undefined, start: number, end: number): boolean {
  if (layer === undefined || walk.headersLeft === 0) return false;
  walk.headersLeft--;
  return layer(walk, start, end);
}
