import { randomBytes } from 'node:crypto';
import { constants, createDeflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Inflater, type InflateState } from '../../src/bytes/inflate.js';

interface Inflated {
  readonly text: string;
  readonly ends: readonly number[];
  readonly state: InflateState;
}

function inflate(octets: Buffer, piece: number): Inflated {
  const chunks: Buffer[] = [];
  const ends: number[] = [];
  const inflater = new Inflater((bytes, start, end, where) => {
    chunks.push(Buffer.from(bytes.subarray(start, end)));
    for (let i = 0; i < end - start; i++) ends.push(where[i]!);
  });
  for (let at = 0; at < octets.length && inflater.state === 'more'; at += piece) {
    inflater.push(octets, at, Math.min(octets.length, at + piece));
  }
  inflater.finish();
  return { text: Buffer.concat(chunks).toString('latin1'), ends, state: inflater.state };
}

/** What zlib sends when each text is flushed. */
async function flushed(texts: readonly Buffer[], flush: number, level = 6, strategy = 0): Promise<readonly Buffer[]> {
  const deflate = createDeflateRaw({ level, strategy });
  const pieces: Buffer[] = [];
  let chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const text of texts) {
    await new Promise<void>((resolve) => void deflate.write(text, () => resolve()));
    await new Promise<void>((resolve) => deflate.flush(flush, () => resolve()));
    pieces.push(Buffer.concat(chunks));
    chunks = [];
  }
  deflate.destroy();
  return pieces;
}

const noise = randomBytes(3000);
const mail = Buffer.from('Received: from mail.example.org by mail.kolleg.example; Mon, 1 Jan 2024 10:00:00 +0100\r\n'.repeat(2000));
const SUBJECTS: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  octet: Buffer.from('x'),
  line: Buffer.from('* OK ready\r\n'),
  noise,
  mail,
  zeros: Buffer.alloc(300_000),
  mixed: Buffer.concat([mail.subarray(0, 40_000), noise, mail.subarray(0, 70_000), noise, mail]),
};

describe('what zlib deflates', () => {
  for (const [name, octets] of Object.entries(SUBJECTS)) {
    it(`comes back: ${name}`, () => {
      for (const level of [0, 1, 6, 9]) {
        for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED]) {
          const packed = deflateRawSync(octets, { level, strategy });
          for (const piece of [1, 7, 1460, packed.length]) {
            const { text, state } = inflate(packed, piece);
            expect(text === octets.toString('latin1'), `${level} ${strategy} ${piece}`).toBe(true);
            expect(state).toBe('ended');
          }
        }
      }
    });
  }

  it('gives each octet the same place however it is cut', () => {
    const packed = deflateRawSync(SUBJECTS['mixed']!);
    const { ends } = inflate(packed, packed.length);
    expect(ends.at(-1)).toBe(packed.length);
    expect(ends.every((end, i) => i === 0 || end >= ends[i - 1]!)).toBe(true);
    for (const piece of [1, 3, 1460]) expect(inflate(packed, piece).ends).toEqual(ends);
  });
});

describe('a flush', () => {
  const texts = ['a1 NOOP\r\n', 'a2 CAPABILITY\r\n', 'a3 NOOP\r\n', mail.toString(), 'a4 LOGOUT\r\n'].map((text) => Buffer.from(text));

  it.each([
    ['sync', constants.Z_SYNC_FLUSH],
    ['full', constants.Z_FULL_FLUSH],
    ['partial', constants.Z_PARTIAL_FLUSH],
  ])('ends what it flushes: %s', async (_name, flush) => {
    for (const level of [0, 1, 9]) {
      const pieces = await flushed(texts, flush, level);
      const packed = Buffer.concat(pieces);
      for (const piece of [1, packed.length]) {
        const { text, ends } = inflate(packed, piece);
        expect(text).toBe(Buffer.concat(texts).toString());
        let [inflated, sent] = [0, 0];
        for (const [i, { length }] of texts.entries()) {
          inflated += length;
          sent += pieces[i]!.length;
          expect(ends[inflated - 1], `text ${i}`).toBe(sent);
        }
      }
    }
  });

  it('needs nothing behind it to be read', async () => {
    const pieces = await flushed(texts, constants.Z_SYNC_FLUSH);
    let inflated = '';
    const inflater = new Inflater((bytes, start, end) => (inflated += bytes.toString('latin1', start, end)));
    for (const [i, piece] of pieces.entries()) {
      inflater.push(piece, 0, piece.length);
      expect(inflated).toBe(Buffer.concat(texts.slice(0, i + 1)).toString('latin1'));
    }
  });
});

/** Undefined where zlib refuses the octets. */
function byZlib(octets: Uint8Array): string | undefined {
  try {
    return inflateRawSync(octets, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 20 }).toString('latin1');
  } catch {
    return undefined;
  }
}

describe('what is no deflate', () => {
  it('is refused where no length of a code could be told', () => {
    expect(inflate(Buffer.from([172, 0, 0, 0, 0, 0]), 1).state).toBe('damaged');
  });

  it('is refused where zlib refuses it, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (octets) => {
        const { state, text } = inflate(Buffer.from(octets), 1);
        const expected = byZlib(octets);
        if (expected === undefined) expect(state).toBe('damaged');
        // Lengths coded without any word are refused at once; zlib reads on until it misses the end of the block.
        else if (state === 'damaged') expect(byZlib(Buffer.concat([octets, Buffer.alloc(64)]))).toBeUndefined();
        else expect(text).toBe(expected);
      }),
      { numRuns: 20_000 },
    );
  });

  it('ends at the damage, and keeps what stands before', () => {
    const packed = deflateRawSync(SUBJECTS['mixed']!);
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(packed);
        changed[at]! ^= change;
        const { text, ends } = inflate(changed, 1460);
        const before = ends.findIndex((end) => end > at);
        expect(text.startsWith(SUBJECTS['mixed']!.toString('latin1', 0, Math.max(0, before - 1)))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('stops when its taker has enough', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    let taken = 0;
    const inflater: Inflater = new Inflater((_bytes, start, end) => {
      taken += end - start;
      if (taken > 1_000_000) inflater.stop();
    });
    expect(inflater.push(bomb, 0, bomb.length)).toBe('stopped');
    expect(taken).toBeLessThan(1_010_000);
  });
});
