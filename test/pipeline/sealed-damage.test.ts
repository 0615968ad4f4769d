/** TLS with its keys, damaged: octets turned over, packets lost, secrets that come late, are wrong or missing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, SILENT } from '../../src/analyze.js';
import type { Entry } from '../../src/model/entry.js';
import type { Packet } from '../../src/model/packet.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { SecretStore } from '../../src/protocols/tls/keys/key-log.js';
import { analyzePackets, expectSound, onlyOf, outlineOf, readerOf, type FoundSession } from './analysis.js';
import { addTo, cutAt, keyLog, packetsIn, payloadLength, payloadStart, storeOf, toolsWith } from './sealed.js';

const RECORDED = ['tls13-suites', 'tls12-suites', 'tls10-tls11', 'starttls-keys', 'tls-key-update', 'tls-renegotiation', 'tls-early-data', 'tls-early-data-taken', 'tls-hello-retry', 'tls-resumption', 'tls-client-certificate', 'tls-alerts', 'clear-and-tls'];
/** A mail of 56 KB in records of 16 KB, TLS 1.3. */
const MAIL = { name: 'clear-and-tls', port: 995, size: 56_089 };
const RUNS = 40;
/** The same damage in every run: what fails once can be looked at again. */
const SEED = 20_261_121;
/** Where a late reply to EHLO ended the TLS of the client. */
const ONCE_FAILED: Readonly<Record<string, readonly { numRuns: number; seed: number; path: string }[]>> = {
  'starttls-keys': [{ numRuns: 1, seed: -2_012_110_661, path: '1' }],
};
/** Of a whole capture with damage, seconds: far more than any takes, far less than anything quadratic would. */
const PATIENCE = 10;

const analyzeWith = (packets: Iterable<Packet>, log: string): Promise<FoundSession[]> => analyzePackets(packets, toolsWith(storeOf(log)));

function turnedOver(packet: Packet, at: number, bits: number): Packet {
  const bytes = Buffer.from(packet.bytes);
  bytes[payloadStart(packet) + at]! ^= bits;
  return { ...packet, bytes };
}

const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const RECORD_HEADER = 5;

function isServerHello(packet: Packet): boolean {
  const at = payloadStart(packet);
  return payloadLength(packet) > RECORD_HEADER && packet.bytes[at] === HANDSHAKE && packet.bytes[at + RECORD_HEADER] === SERVER_HELLO;
}

/** What the server says behind its ServerHello, in a packet of its own. */
function behindServerHello(packet: Packet): readonly Packet[] {
  const at = payloadStart(packet);
  const record = isServerHello(packet) ? RECORD_HEADER + packet.bytes.readUInt16BE(at + 3) : Infinity;
  return record < payloadLength(packet) ? cutAt(packet, record) : [packet];
}

const flip = fc.record({ packet: fc.nat(), at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) });

function withFlips(packets: readonly Packet[], flips: readonly { packet: number; at: number; bits: number }[]): Packet[] {
  const damaged = [...packets];
  const full = packets.flatMap((packet, index) => (payloadLength(packet) > 0 ? [index] : []));
  for (const { packet, at, bits } of flips) {
    const index = full[packet % full.length]!;
    damaged[index] = turnedOver(damaged[index]!, at % payloadLength(damaged[index]!), bits);
  }
  return damaged;
}

/** Packets as if they had been captured in this order. */
function inTime(packets: readonly Packet[]): Packet[] {
  return packets.map((packet, index) => ({ ...packet, frame: index + 1, seconds: packets[0]!.seconds + index, fraction: 0 }));
}

describe.each(RECORDED)('%s with its keys', (name) => {
  it('is sound with octets turned over anywhere, and read in time', { timeout: 120_000 }, async () => {
    const [packets, log] = [await packetsIn(name), keyLog(name)];
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 12 }), async (flips) => {
        const start = performance.now();
        // An empty record in front of a damaged one, as TLS 1.0 and 1.1 have them, is told at the end alone.
        for (const found of await analyzeWith(withFlips(packets, flips), log)) expectSound(found, name !== 'tls10-tls11');
        expect((performance.now() - start) / 1000).toBeLessThan(PATIENCE);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it.each([{ numRuns: RUNS, seed: SEED }, ...(ONCE_FAILED[name] ?? [])])('is sound with packets lost, repeated and swapped: %o', { timeout: 120_000 }, async (runs) => {
    const [packets, log] = [await packetsIn(name), keyLog(name)];
    const jumble = fc.array(fc.record({ delay: fc.nat(4), copies: fc.constantFrom(0, 1, 1, 1, 1, 1, 1, 2) }), { minLength: packets.length, maxLength: packets.length });
    await fc.assert(
      fc.asyncProperty(jumble, async (moves) => {
        const jumbled = packets
          .flatMap((packet, index) => Array.from({ length: moves[index]!.copies }, () => ({ packet, place: index + moves[index]!.delay })))
          .sort((a, b) => a.place - b.place);
        for (const found of await analyzeWith(inTime(jumbled.map(({ packet }) => packet)), log)) expectSound(found);
      }),
      runs,
    );
  });
});

describe('a handshake', () => {
  it.each(['tls13-suites', 'tls12-suites'])('%s, with any of its octets turned over: sound', { timeout: 300_000 }, async (name) => {
    const all = await packetsIn(name);
    const client = all[0]!.bytes.readUInt16BE(34);
    const packets = all.filter(({ bytes }) => bytes.readUInt16BE(34) === client || bytes.readUInt16BE(36) === client);
    const log = keyLog(name);
    const hellos = packets.flatMap((packet, index) => (payloadLength(packet) > 0 ? [index] : [])).slice(0, 4);
    for (const index of hellos) {
      for (let at = 0; at < Math.min(payloadLength(packets[index]!), 400); at += 3) {
        for (const bits of [0x01, 0x80, 0xff]) {
          const damaged = packets.with(index, turnedOver(packets[index]!, at, bits));
          for (const found of await analyzeWith(damaged, log)) expectSound(found);
        }
      }
    }
  });
});

describe('a packet lost inside a sealed mail', () => {
  it('is missing with exactly the content that its records held, and all is read on behind it', { timeout: 120_000 }, async () => {
    const [packets, log] = [await packetsIn(MAIL.name, MAIL.port), keyLog(MAIL.name)];
    const inside = packets.flatMap((packet, index) => (payloadLength(packet) > 1000 ? [index] : []));
    let holed = 0;
    for (const at of inside) {
      const found = onlyOf(await analyzeWith(packets.toSpliced(at, 1), log));
      expectSound(found);
      const [mail] = found.messages;
      if (mail === undefined || mail.missing === 0) continue;
      holed++;
      expect(mail.complete).toBe(false);
      // The dot behind the mail may be lost with it, and nobody can tell it from the mail then.
      expect([MAIL.size, MAIL.size + '.\r\n'.length], `without packet ${at}`).toContain(mail.size + mail.missing);
      expect(found.entries.some(({ kind, verb }) => kind === 'command' && verb === 'QUIT')).toBe(true);
    }
    expect(holed).toBeGreaterThan(3);
  });
});

describe('the last of a handshake lost', () => {
  const verbsOf = ({ entries }: FoundSession): readonly unknown[] => entries.flatMap(({ kind, verb, status }) => (kind === 'command' ? [verb] : kind === 'reply' ? [status] : []));

  it.each(['tls13-suites', 'tls12-suites'])('%s: the conversation is opened all the same', { timeout: 120_000 }, async (name) => {
    const all = await packetsIn(name);
    const client = all[0]!.bytes.readUInt16BE(34);
    const packets = all.filter(({ bytes }) => bytes.readUInt16BE(34) === client || bytes.readUInt16BE(36) === client);
    const log = keyLog(name);
    const full = verbsOf(onlyOf(await analyzeWith(packets, log)));
    expect(full.length).toBeGreaterThan(3);
    // Either side's change of cipher and Finished, and what stands with them: all of the handshake but the two hellos.
    const handshakes = packets.flatMap((packet, index) => (payloadLength(packet) > 0 && [20, HANDSHAKE].includes(packet.bytes[payloadStart(packet)]!) ? [index] : []));
    const last = handshakes.filter((index) => !isServerHello(packets[index]!)).slice(1);
    expect(last.length).toBeGreaterThan(0);
    for (const index of last) {
      const found = onlyOf(await analyzeWith(packets.toSpliced(index, 1), log));
      expectSound(found);
      expect(verbsOf(found), `without packet ${index + 1}`).toEqual(full);
    }
  });
});

describe('secrets that come late', () => {
  const lineByLine = (log: string): readonly string[] => log.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  /** The packets, with lines of the log written between them. */
  function* growing(packets: readonly Packet[], keys: SecretStore, lines: readonly string[], from: number, every: number): Generator<Packet> {
    let next = 0;
    for (const [index, packet] of packets.entries()) {
      yield packet;
      if (index >= from && (index - from) % every === 0 && next < lines.length) addTo(keys, `${lines[next++]!}\n`);
    }
    for (; next < lines.length; next++) addTo(keys, `${lines[next]!}\n`);
  }

  it.each(['starttls-keys', 'tls13-suites', 'tls-key-update', 'tls-resumption'])('%s: the transcript is the same', { timeout: 120_000 }, async (name) => {
    const [packets, log] = [await packetsIn(name), keyLog(name)];
    const expected = (await analyzeWith(packets, log)).map(outlineOf);
    for (const [from, every] of [[0, 1], [5, 3], [20, 1], [packets.length - 1, 1]] as const) {
      const keys = new SecretStore();
      keys.opened();
      const found = await analyzePackets(growing(packets, keys, lineByLine(log), from, every), toolsWith(keys));
      for (const session of found) expectSound(session, false);
      expect(found.every(({ session }) => session.tls?.decrypted === true), `from ${from}`).toBe(true);
      expect(found.map(outlineOf), `from ${from}, every ${every}`).toEqual(expected);
    }
  });

  it.each(['starttls-keys', 'tls13-suites'])('%s: they may come while nothing waits for them yet, right behind the ServerHello', async (name) => {
    const [packets, log] = [await packetsIn(name), keyLog(name)];
    const apart = packets.flatMap(behindServerHello);
    expect(apart.length).toBeGreaterThan(packets.length);
    const expected = (await analyzeWith(apart, log)).map(outlineOf);
    const keys = new SecretStore();
    keys.opened();
    function* once(): Generator<Packet> {
      let isWritten = false;
      for (const packet of apart) {
        yield packet;
        if (!isWritten && isServerHello(packet)) addTo(keys, log);
        isWritten ||= isServerHello(packet);
      }
    }
    const found = await analyzePackets(once(), toolsWith(keys));
    expect(found.map(outlineOf)).toEqual(expected);
  });

  it('tell what waited for them at once, though no packet follows', async () => {
    const [packets, log] = [await packetsIn(MAIL.name, MAIL.port), keyLog(MAIL.name)];
    const keys = new SecretStore();
    keys.opened();
    const told: Entry[] = [];
    const isTold = (): boolean => told.some(({ kind }) => kind === 'command');
    const before: boolean[] = [];
    function* silent(): Generator<Packet> {
      yield* packets.slice(0, packets.length / 2);
      before.push(isTold());
      addTo(keys, log);
      before.push(isTold());
    }
    await analyze([readerOf(silent())], { ...SILENT, entry: (_session, entry) => told.push(entry) }, { decoder: mailDecoder, tls: toolsWith(keys) });
    expect(before).toEqual([false, true]);
  });
});

describe('keys that do not help', () => {
  const whyOf = ({ entries }: FoundSession): readonly unknown[] =>
    entries.flatMap(({ note }) => (note?.key === 'tls.encrypted' ? [note.params.why] : []));

  it.each(['tls13-suites', 'tls12-suites', 'starttls-keys'])('%s: keys of others are said to be missing', async (name) => {
    const foreign = keyLog(name === 'tls12-suites' ? 'tls13-suites' : 'tls12-suites');
    const found = await analyzeWith(await packetsIn(name), foreign);
    for (const session of found) {
      expectSound(session);
      expect(session.session.tls?.decrypted).toBe(false);
      expect(new Set(whyOf(session))).toEqual(new Set(['no-keys']));
    }
  });

  it('a log without a key is told from no log at all', async () => {
    const packets = await packetsIn(MAIL.name, MAIL.port);
    const whyWith = async (keys: SecretStore): Promise<unknown> => new Set(whyOf(onlyOf(await analyzePackets(packets, toolsWith(keys)))));
    const empty = new SecretStore();
    empty.given();
    expect(await whyWith(empty)).toEqual(new Set(['no-keys']));
    expect(await whyWith(new SecretStore())).toEqual(new Set([undefined]));
  });

  it.each(['tls13-suites', 'tls12-suites', 'starttls-keys'])('%s: wrong keys are said to be wrong', async (name) => {
    // The random values are right, the secrets are not.
    const wrong = keyLog(name).replace(/[0-9a-f](?=\r?$)/gim, (digit) => (digit === '0' ? '1' : '0'));
    const found = await analyzeWith(await packetsIn(name), wrong);
    expect(found.length).toBeGreaterThan(0);
    for (const session of found) {
      expectSound(session);
      const unsupported = whyOf(session).includes('unsupported');
      if (!unsupported) expect(new Set(whyOf(session)), `session ${session.session.id}`).toEqual(new Set(['wrong-keys']));
    }
  });

  it.each([
    ['CLIENT_TRAFFIC_SECRET_0', 'client'],
    ['SERVER_TRAFFIC_SECRET_0', 'server'],
    ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'server'],
  ])('a log without %s is said to lack some keys', async (label, side) => {
    const lines = keyLog(MAIL.name).split('\n').filter((line) => !line.startsWith(label));
    const found = onlyOf(await analyzeWith(await packetsIn(MAIL.name, MAIL.port), lines.join('\n')));
    expectSound(found);
    expect(found.session.tls?.decrypted).toBe(true);
    const rests = found.entries.flatMap(({ from, note }) => (note?.key === 'tls.encrypted' ? [[from, note.params.why]] : []));
    expect(rests).toEqual([[side, 'some-keys']]);
  });

  it('a capture that begins behind the handshake is said to begin too late', async () => {
    const packets = (await packetsIn(MAIL.name, MAIL.port)).slice(12);
    const found = onlyOf(await analyzeWith(packets, keyLog(MAIL.name)));
    expectSound(found);
    expect(new Set(whyOf(found))).toEqual(new Set(['late']));
  });
});

describe('the same in clear and in TLS', () => {
  const saidIn = ({ entries }: FoundSession): readonly unknown[] =>
    entries
      .filter(({ kind }) => kind !== 'tcp' && kind !== 'tls')
      .map(({ from, kind, verb, args, code, status, lines, text, note }) => [from, kind, verb, args, code, status, lines ?? text, note?.key, kind === 'message' ? note?.params : undefined]);

  it('is the same transcript by SMTP, and the same mail, behind STARTTLS and on its own port', async () => {
    const name = 'smtp-clear-and-tls';
    const found = await analyzeWith(await packetsIn(name), keyLog(name));
    expect(found.map(({ session }) => session.tls?.mode)).toEqual([undefined, 'starttls', 'implicit']);
    const settled = (session: FoundSession): readonly string[] =>
      saidIn(session).map((said) => JSON.stringify(said).replace('"250-STARTTLS",', '').replace(/queued as \w+/, 'queued'));
    const [clear, behind, own] = found.map(settled);
    expect(own).toEqual(clear);
    // The greeting stands in clear, and so does what leads to STARTTLS.
    expect([behind![0], ...behind!.slice(5)]).toEqual(clear);
    expect(new Set(found.map(({ messages }) => messages[0]?.sha256)).size).toBe(1);
  });

  it('is the same transcript, and the same mails', async () => {
    const found = await analyzeWith(await packetsIn(MAIL.name), keyLog(MAIL.name));
    expect(found.map(({ session }) => session.tls?.decrypted)).toEqual([undefined, true, undefined, true]);
    // The server offers STARTTLS in clear alone, and by the second visit the mail has been seen.
    const settled = (session: FoundSession): readonly string[] =>
      saidIn(session)
        .map((said) => JSON.stringify(said).replace(/\d{9,}/g, 'N').replace(' STARTTLS', '').replace('"STLS",', '').replace(' FLAGS (\\\\Seen)', ''))
        .filter((said) => !said.includes('[UNSEEN 1]'));
    for (const first of [0, 2]) {
      expect(settled(found[first + 1]!)).toEqual(settled(found[first]!));
      expect(found[first + 1]!.messages.map(({ sha256 }) => sha256)).toEqual(found[first]!.messages.map(({ sha256 }) => sha256));
    }
  });
});

describe('TLS on a port where STARTTLS belongs', () => {
  it('is opened with its keys as on the port for TLS', { timeout: 60_000 }, async () => {
    const [packets, log] = [await packetsIn(MAIL.name, MAIL.port), keyLog(MAIL.name)];
    const moved = packets.map((packet) => {
      const bytes = Buffer.from(packet.bytes);
      for (const at of [34, 36]) if (bytes.readUInt16BE(at) === MAIL.port) bytes.writeUInt16BE(110, at);
      return { ...packet, bytes };
    });
    const [there, here] = [onlyOf(await analyzeWith(packets, log)), onlyOf(await analyzeWith(moved, log))];
    expect(outlineOf(here)).toEqual(outlineOf(there));
    expect(here.session).toMatchObject({ protocol: 'pop3', service: 'port', server: { port: 110 }, tls: { mode: 'implicit', decrypted: true } });
    expect(here.messages.map(({ size }) => size)).toEqual([MAIL.size]);
  });
});

describe('early data', () => {
  it('that the server refuses is told as thrown away, and is no command', async () => {
    const found = await analyzeWith(await packetsIn('tls-early-data'), keyLog('tls-early-data'));
    const refused = found.flatMap(({ entries }) => entries.filter(({ note }) => note?.key === 'tls.early-refused'));
    expect(refused).toMatchObject([{ from: 'client', kind: 'tls', note: { params: { bytes: 'EHLO pc.kolleg.example\r\n'.length } } }]);
    expect(found.map(({ entries }) => entries.filter(({ verb }) => verb === 'EHLO').length)[1]).toBe(0);
    for (const session of found) expectSound(session);
  });

  it('that the server takes is a command, and the reply to it behind the greeting', async () => {
    const found = await analyzeWith(await packetsIn('tls-early-data-taken'), keyLog('tls-early-data-taken'));
    expect(found).toHaveLength(2);
    const { entries, findings } = found[1]!;
    expect(outlineOf(found[1]!).slice(1, 6)).toEqual(['C tls  424', 'C tls  6', 'C command EHLO 46', 'S tls  245', 'C tls  100']);
    const ehlo = entries.find(({ verb }) => verb === 'EHLO');
    expect(entries.find(({ code }) => code === 250)?.answers).toBe(ehlo);
    expect(entries.flatMap(({ note }) => (note?.key === 'tls.flight' ? note.params.parts : []))).toContainEqual({ kind: 'extensions', cut: false, alpn: undefined, early: true });
    // The alert at the end breaks no handshake off.
    expect(entries.filter(({ note }) => note?.key === 'tls.alert')).toMatchObject([{ note: { params: { name: 'decode_error', late: true } } }]);
    expect(findings.map(({ id }) => id)).not.toContain('tls.handshake-failed');
  });
});
