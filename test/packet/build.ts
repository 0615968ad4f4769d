/**
 * Builds packets from the inside out: every function puts its header in front of what it is given. Fields that the
 * decoder ignores (checksums, hardware addresses, TTL) hold recognisable filler. It builds wrong packets on request.
 */
import type { Packet } from '../../src/model/packet.js';

export const IPV4 = 0x0800;
export const IPV6 = 0x86dd;
export const TCP = 6;

export const SOURCE_4 = Buffer.from([192, 0, 2, 1]);
export const DESTINATION_4 = Buffer.from([198, 51, 100, 25]);
export const SOURCE_6 = Buffer.from('20010db8000000000000000000000001', 'hex');
export const DESTINATION_6 = Buffer.from('20010db8000000000000000000000019', 'hex');

/** Big-endian integers of the given sizes: `pack([2, 0x0800], [1, 6])`. */
export function pack(...fields: readonly (readonly [size: number, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const field = Buffer.alloc(size);
      field.writeUIntBE(value, 0, size);
      return field;
    }),
  );
}

export interface PacketFields {
  readonly linkType?: number;
  readonly frame?: number;
  readonly seconds?: number;
  readonly wireLength?: number;
}

/** Lays the frame in the middle of a block, between octets that must not be read. */
export function packet(frame: Buffer, fields: PacketFields = {}): Packet {
  const margin = Buffer.alloc(64, 0x45);
  return {
    bytes: Buffer.concat([margin, frame, margin]),
    start: margin.length,
    end: margin.length + frame.length,
    wireLength: fields.wireLength ?? frame.length,
    linkType: fields.linkType ?? 1,
    frame: fields.frame ?? 1,
    capture: 0,
    seconds: fields.seconds ?? 0,
    fraction: 0,
    digits: 6,
  };
}

export interface TcpFields {
  readonly options?: Buffer;
  readonly dataOffset?: number;
  readonly flags?: number;
}

/** From port 49152 to port 25, sequence number 0xfffffff0, acknowledging 0x80000001. */
export function tcp(payload: Buffer, fields: TcpFields = {}): Buffer {
  const options = fields.options ?? Buffer.alloc(0);
  const dataOffset = fields.dataOffset ?? 5 + options.length / 4;
  const header = pack([2, 49152], [2, 25], [4, 0xfffffff0], [4, 0x80000001], [1, dataOffset << 4], [1, fields.flags ?? 0x18]);
  return Buffer.concat([header, pack([2, 8192], [2, 0xdead], [2, 0]), options, payload]);
}

export interface Ipv4Fields {
  readonly protocol?: number;
  readonly options?: Buffer;
  readonly headerLength?: number;
  readonly totalLength?: number;
  readonly identification?: number;
  readonly offset?: number;
  readonly more?: boolean;
  readonly source?: Buffer;
}

export function ipv4(payload: Buffer, fields: Ipv4Fields = {}): Buffer {
  const options = fields.options ?? Buffer.alloc(0);
  const headerLength = fields.headerLength ?? 20 + options.length;
  const totalLength = fields.totalLength ?? 20 + options.length + payload.length;
  const fragmentation = (fields.more === true ? 0x2000 : 0) | ((fields.offset ?? 0) / 8);
  const header = pack([1, 0x40 | (headerLength / 4)], [1, 0], [2, totalLength], [2, fields.identification ?? 7], [2, fragmentation]);
  const rest = pack([1, 64], [1, fields.protocol ?? TCP], [2, 0xdead]);
  return Buffer.concat([header, rest, fields.source ?? SOURCE_4, DESTINATION_4, options, payload]);
}

export interface Ipv6Fields {
  readonly next?: number;
  readonly payloadLength?: number;
}

export function ipv6(payload: Buffer, fields: Ipv6Fields = {}): Buffer {
  const header = pack([4, 0x60000000], [2, fields.payloadLength ?? payload.length], [1, fields.next ?? TCP], [1, 64]);
  return Buffer.concat([header, SOURCE_6, DESTINATION_6, payload]);
}

/** An extension header of `units` times 8 octets: hop-by-hop, routing, destination options. */
export function extension(payload: Buffer, next = TCP, units = 1): Buffer {
  return Buffer.concat([pack([1, next], [1, units - 1]), Buffer.alloc(units * 8 - 2), payload]);
}

export function authentication(payload: Buffer, next = TCP): Buffer {
  return Buffer.concat([pack([1, next], [1, 4], [2, 0], [4, 1], [4, 1]), Buffer.alloc(12), payload]);
}

export interface FragmentFields {
  readonly offset: number;
  readonly more: boolean;
  readonly identification?: number;
  readonly next?: number;
}

export function fragmentHeader(payload: Buffer, fields: FragmentFields): Buffer {
  const fragmentation = fields.offset | (fields.more ? 1 : 0);
  return Buffer.concat([pack([1, fields.next ?? TCP], [1, 0], [2, fragmentation], [4, fields.identification ?? 7]), payload]);
}

export function ethernet(payload: Buffer, etherType = IPV4): Buffer {
  return Buffer.concat([Buffer.from('02005e10000102005e100002', 'hex'), pack([2, etherType]), payload]);
}

export function vlan(payload: Buffer, etherType = IPV4): Buffer {
  return Buffer.concat([pack([2, 0x2064], [2, etherType]), payload]);
}

export function snap(payload: Buffer, etherType = IPV4): Buffer {
  return Buffer.concat([pack([3, 0xaaaa03], [3, 0], [2, etherType]), payload]);
}

/** As many labels as asked for; only the last has the bottom-of-stack bit. */
export function mpls(payload: Buffer, labels = 1): Buffer {
  const stack = Array.from({ length: labels }, (_, index) => pack([3, 0x012340 | Number(index === labels - 1)], [1, 64]));
  return Buffer.concat([...stack, payload]);
}

export function cooked1(payload: Buffer, protocol = IPV4): Buffer {
  return Buffer.concat([pack([2, 4], [2, 1], [2, 6], [6, 0x02005e100001], [2, 0], [2, protocol]), payload]);
}

export function cooked2(payload: Buffer, protocol = IPV4): Buffer {
  return Buffer.concat([pack([2, protocol], [2, 0], [4, 3], [2, 1], [1, 4], [1, 6], [6, 0x02005e100001], [2, 0]), payload]);
}

export function ppp(payload: Buffer, protocol = 0x0021): Buffer {
  return Buffer.concat([pack([2, protocol]), payload]);
}

export function hdlc(payload: Buffer): Buffer {
  return Buffer.concat([pack([2, 0xff03]), payload]);
}

export function pppoe(payload: Buffer, length = payload.length): Buffer {
  return Buffer.concat([pack([1, 0x11], [1, 0], [2, 0x1234], [2, length]), payload]);
}

export interface GreFields {
  readonly checksum?: boolean;
  readonly key?: boolean;
  readonly sequence?: boolean;
}

export function gre(payload: Buffer, type = IPV4, fields: GreFields = {}): Buffer {
  const { checksum = false, key = false, sequence = false } = fields;
  const flags = (checksum ? 0x8000 : 0) | (key ? 0x2000 : 0) | (sequence ? 0x1000 : 0);
  const optional = Buffer.alloc((Number(checksum) + Number(key) + Number(sequence)) * 4, 0xee);
  return Buffer.concat([pack([2, flags], [2, type]), optional, payload]);
}

export function udp(payload: Buffer, port: number): Buffer {
  return Buffer.concat([pack([2, 40000], [2, port], [2, payload.length + 8], [2, 0]), payload]);
}

export function vxlan(frame: Buffer): Buffer {
  return Buffer.concat([pack([1, 0x08], [3, 0], [3, 42], [1, 0]), frame]);
}
