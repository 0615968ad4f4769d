/** Captures as they should not be, but are: the whole pipeline over packets lost, repeated, swapped, cut and halved. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIN } from '../../src/stream/tcp-flags.js';
import { analyzePackets, expectSound, onlyOf, outlineOf, type FoundSession } from './analysis.js';
import { CONVERSATIONS } from './conversations.js';
import { framesOf, packetsOf, type Frame } from './wire.js';

function sha256(octets: string): string {
  return createHash('sha256').update(octets, 'latin1').digest('hex');
}

describe.each(CONVERSATIONS)('$protocol', ({ protocol, port, turns, mails, farewell }) => {
  const frames = framesOf(turns, { segment: 500 });
  const analyzeFrames = (list: readonly Frame[], snapLength?: number): Promise<FoundSession[]> =>
    analyzePackets(packetsOf(list, port, snapLength));

  async function undamaged(): Promise<FoundSession> {
    return onlyOf(await analyzeFrames(frames));
  }

  function saysFarewell({ entries }: FoundSession): boolean {
    return entries.some(({ kind, from, verb }) => kind === 'command' && from === 'client' && verb === farewell);
  }

  it('is read whole', async () => {
    const found = await undamaged();
    expectSound(found);
    expect(found.session).toMatchObject({ protocol, service: 'port', client: { port: 49_321 }, server: { port } });
    expect(found.messages.map(({ sha256: hash }) => hash)).toEqual(mails.map(sha256));
    expect(found.entries.filter(({ kind }) => kind === 'gap' || kind === 'unknown')).toEqual([]);
    expect(saysFarewell(found)).toBe(true);
  });

  it('is the same with one octet in every segment', async () => {
    const expected = outlineOf(await undamaged());
    const typed = onlyOf(await analyzeFrames(framesOf(turns, { segment: 1 })));
    expectSound(typed);
    expect(outlineOf(typed)).toEqual(expected);
    expect(typed.messages.map(({ sha256: hash }) => hash)).toEqual(mails.map(sha256));
    for (const { extent } of typed.entries) expect(extent.frames.length).toBeLessThanOrEqual(64);
  });

  it('is the same with every segment sent twice', async () => {
    const twice = onlyOf(await analyzeFrames(frames.flatMap((frame) => [frame, frame])));
    expectSound(twice);
    expect(outlineOf(twice).filter((line) => !line.includes(' tcp '))).toEqual(
      outlineOf(await undamaged()).filter((line) => !line.includes(' tcp ')),
    );
  });

  it('is sound and complete with any two neighbours swapped', async () => {
    for (let at = 0; at + 1 < frames.length; at++) {
      const swapped = frames.toSpliced(at, 2, frames[at + 1]!, frames[at]!);
      const found = onlyOf(await analyzeFrames(swapped));
      expectSound(found);
      expect(found.messages.map(({ sha256: hash }) => hash), `swapped at ${at}`).toEqual(mails.map(sha256));
      expect(saysFarewell(found), `swapped at ${at}`).toBe(true);
    }
  });

  it('is sound with any packet lost, and back in step before the end', async () => {
    const astray: Frame[] = [];
    for (let at = 0; at < frames.length; at++) {
      const found = onlyOf(await analyzeFrames(frames.toSpliced(at, 1)));
      expectSound(found);
      const lost = frames[at]!;
      const missing = found.session.connection.halves.map((half) => half.missing);
      expect(missing[0]! + missing[1]!, `without packet ${at}`).toBe(lost.payload.length);
      if (!saysFarewell(found)) astray.push(lost);
    }
    expect(astray.filter(({ payload }) => !payload.includes(farewell))).toEqual([]);
    expect(astray.length).toBeLessThanOrEqual(2);
  });

  it('is sound typed by hand with any octet lost, and back in step before the end', { timeout: 60_000 }, async () => {
    const brief = turns.map(([from, octets]) => [from, octets.replace(/(?:line .* segments\r\n)+/, '')] as const);
    const typed = framesOf(brief, { segment: 1 });
    const last = typed.length - framesOf(brief.slice(-2), { segment: 1 }).length;
    for (let at = 0; at < last; at += 3) {
      const found = onlyOf(await analyzeFrames(typed.toSpliced(at, 1)));
      expectSound(found);
      expect(saysFarewell(found), `without packet ${at}`).toBe(true);
    }
  });

  it('is sound wherever the capture begins, and back in step before the end', async () => {
    const last = frames.findIndex(({ payload }) => payload.includes(`${farewell}\r\n`));
    for (let at = 1; at < frames.length; at++) {
      const found = await analyzeFrames(frames.slice(at));
      for (const session of found) expectSound(session);
      if (at <= last) expect(saysFarewell(onlyOf(found)), `from packet ${at}`).toBe(true);
    }
  });

  it('is sound wherever the capture ends', async () => {
    for (let at = 1; at < frames.length; at++) {
      const found = onlyOf(await analyzeFrames(frames.slice(0, at)));
      expectSound(found);
    }
  });

  it('is sound with one side alone', async () => {
    for (const side of ['client', 'server'] as const) {
      const found = onlyOf(await analyzeFrames(frames.filter(({ from }) => from === side)));
      expectSound(found);
      expect(found.session.protocol).toBe(protocol);
      if (side === 'client') expect(saysFarewell(found)).toBe(true);
    }
  });

  it.each([-12, -3, 3, 12])('is sound with the server\'s packets moved by %i places', async (places) => {
    const moved = frames
      .map((frame, index) => ({ frame, place: index + (frame.from === 'server' ? places - 0.5 : 0) }))
      .sort((a, b) => a.place - b.place);
    const found = onlyOf(await analyzeFrames(moved.map(({ frame }) => frame)));
    expectSound(found);
    expect(saysFarewell(found)).toBe(true);
  });

  it('is sound with every snap length', async () => {
    for (let snapLength = 54; snapLength <= 200; snapLength += 7) {
      const found = onlyOf(await analyzeFrames(frames, snapLength));
      expectSound(found);
      if (snapLength >= 70) expect(saysFarewell(found), `cut at ${snapLength}`).toBe(true);
    }
  });

  it('is sound when packets are shuffled, lost and repeated within a window', async () => {
    const jumble = fc.array(fc.record({ delay: fc.nat(6), copies: fc.constantFrom(0, 1, 1, 1, 1, 1, 2) }), {
      minLength: frames.length,
      maxLength: frames.length,
    });
    await fc.assert(
      fc.asyncProperty(jumble, async (moves) => {
        const jumbled = frames
          .flatMap((frame, index) => Array.from({ length: moves[index]!.copies }, () => ({ frame, place: index + moves[index]!.delay })))
          .sort((a, b) => a.place - b.place);
        for (const found of await analyzeFrames(jumbled.map(({ frame }) => frame))) expectSound(found);
      }),
      { numRuns: 150 },
    );
  });

  it('with a packet lost inside a mail has the gap in that mail', async () => {
    const inside = frames.flatMap(({ payload }, index) => (/^[^:]+ of a mail that/.test(payload) ? [index] : []));
    expect(inside.length).toBeGreaterThan(1);
    for (const at of inside) {
      const { entries, messages } = onlyOf(await analyzeFrames(frames.toSpliced(at, 1)));
      const gap = entries.find(({ kind }) => kind === 'gap');
      const mail = messages.find(({ id }) => id === 1);
      expect(gap?.message === mail, `without packet ${at}`).toBe(true);
      const octets = entries.filter(({ kind, message }) => kind === 'gap' && message === mail).map(({ extent }) => extent.bytes);
      expect(mail).toMatchObject({ complete: false, missing: octets.reduce((sum, length) => sum + length) });
    }
  });

  it('ends as its packets say', async () => {
    const found = await undamaged();
    expect(found.session.connection).toMatchObject({ close: 'fin', closedBy: 0, handshake: 'complete' });
    expect(frames.filter(({ flags }) => (flags & FIN) !== 0)).toHaveLength(2);
    expect(found.entries.filter(({ kind }) => kind === 'tcp')).toHaveLength(3);
  });
});
