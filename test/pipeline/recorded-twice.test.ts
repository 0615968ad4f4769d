/** What a host that passes packets on records at both of its interfaces: every packet twice, and nothing sent twice. */
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../src/model/packet.js';
import { analyzePackets, outlineOf } from './analysis.js';
import { packetsIn } from './sealed.js';

const TIME_TO_LIVE = 22;
const IDENTIFICATION = 18;

/** As it left the host: with one hop less, a little later. */
function passedOn(packet: Packet): Packet {
  const bytes = Buffer.from(packet.bytes);
  bytes[TIME_TO_LIVE]! -= 1;
  return { ...packet, bytes };
}

/** As its sender would send it again. */
function sentAgain(packet: Packet): Packet {
  const bytes = Buffer.from(packet.bytes);
  bytes.writeUInt16BE((bytes.readUInt16BE(IDENTIFICATION) + 4242) & 0xffff, IDENTIFICATION);
  return { ...packet, bytes };
}

const inOrder = (packets: readonly Packet[]): readonly Packet[] => packets.map((packet, index) => ({ ...packet, frame: index + 1 }));

describe.each(['lecture-smtp', 'imap-mutt', 'pop3-mutt'])('%s', (name) => {
  it('recorded at two interfaces has no retransmission that it had not', async () => {
    const packets = await packetsIn(name);
    const [found, twice] = [await analyzePackets(packets), await analyzePackets(inOrder(packets.flatMap((packet) => [packet, passedOn(packet)])))];
    expect(twice.map(outlineOf)).toEqual(found.map(outlineOf));
    expect(twice.map(({ session }) => session.connection.retransmissions)).toEqual(found.map(({ session }) => session.connection.retransmissions));
    expect(twice.map(({ findings }) => findings.map(({ id }) => id))).toEqual(found.map(({ findings }) => findings.map(({ id }) => id)));
  });

  it('with every packet sent again has retransmissions', async () => {
    const packets = await packetsIn(name);
    const found = await analyzePackets(inOrder(packets.flatMap((packet) => [packet, sentAgain(packet)])));
    for (const { session } of found) expect(session.connection.retransmissions).toBeGreaterThan(0);
  });
});
