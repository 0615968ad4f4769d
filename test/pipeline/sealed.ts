/** Recorded TLS connections with their secrets: packets to be damaged, and keys to be had in time, late, wrong or not at all. */
import type { Packet } from '../../src/model/packet.js';
import type { TlsTools } from '../../src/model/platform.js';
import { openInputs } from '../../src/cli/inputs.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { KeyLogReader, SecretStore } from '../../src/protocols/tls/keys/key-log.js';
import { readFileSync } from 'node:fs';

const ETHERNET = 14;
const IPV4 = 20;
const DATA_OFFSET = 12;

/** Copies of the packets of a recording, of those from and to `port` where one is named. */
export async function packetsIn(name: string, port?: number): Promise<readonly Packet[]> {
  const { readers, close } = await openInputs([`captures/${name}.pcap`], false);
  const packets: Packet[] = [];
  for (let packet = readers[0]!.next(); packet !== undefined || readers[0]!.fill(); packet = readers[0]!.next()) {
    if (packet === undefined) continue;
    const bytes = Buffer.from(packet.bytes.subarray(packet.start, packet.end));
    const tcp = ETHERNET + IPV4;
    if (port !== undefined && bytes.readUInt16BE(tcp) !== port && bytes.readUInt16BE(tcp + 2) !== port) continue;
    packets.push({ ...packet, bytes, start: 0, end: bytes.length });
  }
  close();
  return packets;
}

/** Where the payload of a packet begins: all recordings are IPv4 over Ethernet. */
export function payloadStart({ bytes }: Packet): number {
  return ETHERNET + IPV4 + (bytes[ETHERNET + IPV4 + DATA_OFFSET]! >> 4) * 4;
}

export function payloadLength(packet: Packet): number {
  // What is shorter than an Ethernet frame may be was filled up.
  return ETHERNET + packet.bytes.readUInt16BE(ETHERNET + 2) - payloadStart(packet);
}

const TOTAL_LENGTH = ETHERNET + 2;
const SEQUENCE = ETHERNET + IPV4 + 4;

/** The packet in two, behind so many octets of its payload. */
export function cutAt(packet: Packet, octets: number): readonly [Packet, Packet] {
  const start = payloadStart(packet);
  const [first, second] = [Buffer.from(packet.bytes.subarray(0, start + octets)), Buffer.concat([packet.bytes.subarray(0, start), packet.bytes.subarray(start + octets)])];
  first.writeUInt16BE(first.length - ETHERNET, TOTAL_LENGTH);
  second.writeUInt16BE(packet.bytes.readUInt16BE(TOTAL_LENGTH) - octets, TOTAL_LENGTH);
  second.writeUInt32BE((packet.bytes.readUInt32BE(SEQUENCE) + octets) >>> 0, SEQUENCE);
  return [first, second].map((bytes) => ({ ...packet, bytes, end: bytes.length, wireLength: bytes.length })) as [Packet, Packet];
}

export function keyLog(name: string): string {
  return readFileSync(`captures/${name}.keys`, 'utf8');
}

export function storeOf(log: string): SecretStore {
  const store = new SecretStore();
  addTo(store, log);
  return store;
}

export function addTo(store: SecretStore, log: string): void {
  const reader = new KeyLogReader(store);
  reader.read(Buffer.from(log));
  reader.end();
}

export function toolsWith(keys: SecretStore): TlsTools {
  return { ...tlsTools, opening: { keys, cryptography } };
}
