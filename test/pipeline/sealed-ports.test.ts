/** TLS on ports that say nothing: with the keys it is the same mail as on the ports of RFC 8314, without them it is nothing. */
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../src/model/packet.js';
import { SecretStore } from '../../src/protocols/tls/keys/key-log.js';
import { analyzePackets, type FoundSession } from './analysis.js';
import { addTo, keyLog, packetsIn, storeOf, toolsWith } from './sealed.js';

const PORTS: Readonly<Record<number, number>> = { 465: 10_465, 993: 10_993, 995: 10_995 };
const TCP = 14 + 20;

const RECORDINGS = ['tls12-suites', 'tls13-suites', 'tls-resumption', 'tls-hello-retry', 'tls-early-data-taken', 'tls-client-certificate', 'tls10-tls11'];

async function moved(name: string): Promise<readonly Packet[]> {
  const packets = await packetsIn(name);
  for (const { bytes } of packets) {
    for (const at of [TCP, TCP + 2]) bytes.writeUInt16BE(PORTS[bytes.readUInt16BE(at)] ?? bytes.readUInt16BE(at), at);
  }
  return packets;
}

function textsOf(sessions: readonly FoundSession[]): readonly (readonly (string | undefined)[])[] {
  return sessions.map(({ session, entries }) => [session.protocol, ...entries.map(({ text, kind }) => text ?? kind)]);
}

describe('TLS on another port', () => {
  it.each(RECORDINGS)('of %s is read with its keys', async (name) => {
    const tools = (): ReturnType<typeof toolsWith> => toolsWith(storeOf(keyLog(name)));
    const there = await analyzePackets(await moved(name), tools());
    expect(textsOf(there)).toEqual(textsOf(await analyzePackets(await packetsIn(name), tools())));
    expect(there.every(({ session }) => session.service === 'content' && session.tls?.mode === 'implicit')).toBe(true);
  });

  it('is nothing without keys, or with those of others', async () => {
    const packets = await moved('tls13-suites');
    expect(await analyzePackets(packets)).toEqual([]);
    expect(await analyzePackets(packets, toolsWith(storeOf(keyLog('tls12-suites'))))).toEqual([]);
  });

  it('waits for keys that a growing log may still bring', async () => {
    const store = new SecretStore();
    store.given();
    store.opened(() => {});
    const packets = await moved('tls13-suites');
    const half = Math.floor(packets.length / 2);
    const late = function* (): Generator<Packet> {
      yield* packets.slice(0, half);
      addTo(store, keyLog('tls13-suites'));
      yield* packets.slice(half);
    };
    const found = await analyzePackets(late(), toolsWith(store));
    expect(found.map(({ session }) => session.protocol)).toContain('imap');
    expect(found.every(({ session }) => session.tls?.decrypted)).toBe(true);
  });
});
