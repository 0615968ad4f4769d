import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransferDecoder } from '../../src/model/platform.js';
import { transferDecoder } from '../../src/platform/transfer-decoder.js';

/** What comes out where the octets come in pieces of `size`. */
function decoded(decoder: TransferDecoder, text: string | Buffer, size: number): Buffer {
  const octets = Buffer.from(text as string, 'latin1');
  const pieces: Buffer[] = [];
  for (let at = 0; at < octets.length; at += size) pieces.push(Buffer.from(decoder.update(octets, at, Math.min(octets.length, at + size))));
  return Buffer.concat([...pieces, decoder.end()]);
}

const octets = fc.uint8Array({ maxLength: 20_000 }).map((array) => Buffer.from(array));
const cut = fc.integer({ min: 1, max: 20_000 });

describe('base64', () => {
  it('gives what was encoded, whatever the lines and wherever the octets were cut', () => {
    fc.assert(
      fc.property(octets, fc.integer({ min: 1, max: 100 }), fc.constantFrom('\r\n', '\n', '\r\n\r\n'), cut, (content, width, lineEnd, size) => {
        const decoder = transferDecoder('base64')!;
        const text = content.toString('base64').replace(new RegExp(`.{${width}}`, 'g'), `$&${lineEnd}`);
        expect(decoded(decoder, text, size).equals(content)).toBe(true);
        expect(decoder.isDamaged).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('passes over what is none of it and says so', () => {
    fc.assert(
      fc.property(octets, fc.nat(10_000), cut, (content, place, size) => {
        const decoder = transferDecoder('base64')!;
        const text = content.toString('base64').replace(/.{76}/g, '$&\r\n');
        const at = Math.min(place, text.replace(/=+$/, '').length);
        expect(decoded(decoder, `${text.slice(0, at)}*${text.slice(at)}`, size).equals(content)).toBe(true);
        expect(decoder.isDamaged).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('padding inside of base64', () => {
  it('ends what came before it, and what follows begins anew', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { minLength: 2, maxLength: 100 }), cut, (contents, size) => {
        const lines = contents.map((content) => Buffer.from(content).toString('base64'));
        const decoder = transferDecoder('base64')!;
        expect(decoded(decoder, lines.join('\r\n'), size).equals(Buffer.concat(contents))).toBe(true);
        expect(decoder.isDamaged).toBe(lines.slice(0, -1).some((line) => line.endsWith('=')));
      }),
      { numRuns: 300 },
    );
  });

  it('is told where more follows than padding', () => {
    for (const [text, isDamaged] of [['YQ==', false], ['YQ==\r\n\r\n', false], ['YQ=', false], ['YWE=YQ==', true], ['=YQ==', true], ['Y=', true]] as const) {
      const decoder = transferDecoder('base64')!;
      decoded(decoder, text, 3);
      expect([text, decoder.isDamaged]).toEqual([text, isDamaged]);
    }
  });
});

describe('quoted-printable', () => {
  const encode = (content: Buffer): string => [...content].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');

  it('gives what was encoded, wherever lines were joined and octets cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 25 }), fc.constantFrom('=\r\n', '=\n', '= \t\r\n'), cut, (array, width, join, size) => {
        const content = Buffer.from(array);
        const decoder = transferDecoder('quoted-printable')!;
        const text = encode(content).replace(new RegExp(`.{${width * 3}}`, 'g'), `$&${join}`);
        expect(decoded(decoder, text, size).equals(content)).toBe(true);
        expect(decoder.isDamaged).toBe(false);
      }),
    );
  });

  it('leaves out blanks at line ends (RFC 2045 §6.7) and leaves in what is no code', () => {
    for (let size = 1; size < 20; size++) {
      const decoder = transferDecoder('quoted-printable')!;
      expect(decoded(decoder, 'a \t\r\nb =20\r\nc=3dd=zz\r\n \r\n', size).toString('latin1')).toBe('a\r\nb  \r\nc=d=zz\r\n\r\n');
      expect(decoder.isDamaged).toBe(true);
    }
  });

  it('needs no more than one look at a line of blanks', () => {
    const decoder = transferDecoder('quoted-printable')!;
    expect(decoded(decoder, `a${' '.repeat(1 << 20)}b`, 1448).length).toBe((1 << 20) + 2);
  });
});

it('all other encodings stand for themselves', () => {
  for (const encoding of ['', '7bit', '8bit', 'binary', 'x-uuencode']) expect(transferDecoder(encoding)).toBeUndefined();
});
