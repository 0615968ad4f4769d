/** Several captures of the same traffic: recorded ones, and packets in memory that are lost, late and told by other clocks. */
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../src/model/packet.js';
import { openInputs } from '../../src/cli/inputs.js';
import { packetsOf } from '../findings/script.js';
import { analyzeTogether, expectSound, onlyOf } from '../pipeline/analysis.js';

const SCRIPT = `
@ port 25
S: 220 mx.example.com ESMTP
C: EHLO pc.kolleg.example
S: 250 mx.example.com
C: MAIL FROM:<anna@kolleg.example>
S: 250 ok
C: RCPT TO:<bob@example.com>
S: 250 ok
C: QUIT
S: 221 Bye
`;

/** As another capture holds the packets: `delay` later those that the client sends, and earlier those of the server. */
function seenFrom(packets: readonly Packet[], capture: number, delay: number, ahead = 0): readonly Packet[] {
  return packets.map((packet, at) => {
    const isClients = packet.bytes[26] === 192;
    const micros = packet.fraction + Math.round((ahead % 1) * 1e6) + (isClients ? delay : -delay);
    return { ...packet, capture, frame: at + 1, seconds: packet.seconds + Math.floor(ahead) + Math.floor(micros / 1e6), fraction: ((micros % 1e6) + 1e6) % 1e6 };
  });
}

const own = packetsOf(SCRIPT);

/** Positions of packets with payload. */
const filled = own.flatMap((packet, at) => (packet.end > 14 + 20 + 20 ? [at] : []));

describe('a connection that two captures hold', () => {
  it('is one, and nothing of it was sent again', async () => {
    const found = onlyOf(await analyzeTogether([own, seenFrom(own, 1, 300)]));
    expectSound(found);
    const { connection } = found.session;
    expect(connection.retransmissions).toBe(0);
    expect(connection.packets).toBe(own.length);
    expect(connection.captures).toEqual([0, 1]);
    expect(connection.sight?.points).toEqual([{ capture: 1, distance: 0.0003 }]);
    expect(found.entries.every(({ extent }) => extent.last.capture === 0)).toBe(true);
  });

  it.each([86_585.25, -3600.5, 0.75])('is one with clocks %d seconds apart', async (ahead) => {
    const found = onlyOf(await analyzeTogether([own, seenFrom(own, 1, 300, ahead)]));
    expectSound(found);
    expect(found.session.connection.retransmissions).toBe(0);
    expect(found.entries).toHaveLength((await analyzeTogether([own]))[0]!.entries.length);
  });

  it.each(filled.slice(0, -2))('fills from one what the other has lost: packet %d', async (lost) => {
    const other = seenFrom(own, 1, 300, 86_400).filter((_, at) => at !== filled.at(-1) && at !== filled.at(-2));
    const found = onlyOf(await analyzeTogether([own.filter((_, at) => at !== lost), other]));
    const { connection } = found.session;
    expect(connection.halves.map(({ missing }) => missing)).toEqual([0, 0]);
    expect(connection.retransmissions).toBe(0);
    expect(found.entries.some(({ extent }) => extent.last.capture !== connection.captures[0])).toBe(true);
  });

  it('is named after the capture with most octets first', async () => {
    const cut = own.filter((_, at) => at !== filled[3]);
    const found = onlyOf(await analyzeTogether([cut, seenFrom(own, 1, 300)]));
    expect(found.session.connection.captures).toEqual([1, 0]);
    expect(found.session.connection.halves.map(({ missing }) => missing)).toEqual([0, 0]);
  });

  it('is one as ever where a capture was divided into two, and no packet is in both', async () => {
    const found = onlyOf(await analyzeTogether([0, 1].map((capture) => own.filter((_, at) => at % 2 === capture).map((packet) => ({ ...packet, capture })))));
    expect(found.session.connection).toMatchObject({ sight: undefined, packets: own.length, retransmissions: 0, captures: [0, 1] });
  });

  it('that never came about is one, too, where both hold another one', async () => {
    const [syn] = own as [Packet, ...Packet[]];
    const attempts = [1, 2, 4].map((later) => {
      const bytes = Buffer.from(syn.bytes);
      bytes.writeUInt16BE(4321, 34);
      return { ...syn, bytes, seconds: syn.seconds + later };
    });
    const all = [...own, ...attempts];
    const [, unanswered] = await analyzeTogether([all, seenFrom(all, 1, 300, 86_400)]);
    expect(unanswered!.session.connection).toMatchObject({ packets: 3, captures: [0, 1] });
  });

  it('is another one where a sequence number differs', async () => {
    const other = seenFrom(own, 1, 300, 100).map((packet) => {
      const bytes = Buffer.from(packet.bytes);
      // The client's initial number: in what it sends, and in what acknowledges it.
      const at = bytes[26] === 192 ? 38 : 42;
      bytes.writeUInt32BE(bytes.readUInt32BE(at) + 77, at);
      return { ...packet, bytes };
    });
    const found = await analyzeTogether([own, other]);
    expect(found).toHaveLength(2);
    expect(found.map(({ session }) => session.connection.sight)).toEqual([undefined, undefined]);
  });
});

describe('recorded captures', () => {
  const files = ['pc', 'mail', 'mx', 'post'].map((place) => `captures/campus-day-off-at-${place}.pcap`);

  it('tell by how much a clock is wrong', async () => {
    const { readers, vantage, close } = await openInputs(files, false, [], true);
    await Promise.all(readers.map(async (reader) => reader.close()));
    close();
    const clocks = [...vantage!.clocks].sort(([a], [b]) => a - b);
    expect(clocks.map(([capture, { moved }]) => [capture, moved])).toEqual([[1, false], [2, true], [3, false]]);
    // To less than what a packet needs from one place to the next.
    expect(vantage!.clocks.get(2)!.ahead).toBeCloseTo(86_585.25, 2);
  });
});
