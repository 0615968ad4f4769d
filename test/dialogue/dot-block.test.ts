import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DotBlock } from '../../src/dialogue/dot-block.js';

interface Read {
  readonly content: string;
  /** Octets behind the final dot line; undefined where it was not found. */
  readonly rest: string | undefined;
}

/** Reads the pieces one after the other, each in the middle of a larger buffer as it lies in a packet. */
function read(pieces: readonly string[]): Read {
  const block = new DotBlock();
  let content = '';
  const taker = { content: (bytes: Buffer, start: number, end: number) => void (content += bytes.toString('latin1', start, end)) };
  for (const [index, piece] of pieces.entries()) {
    const bytes = Buffer.from(`\r\n${piece}.\r\n.`, 'latin1');
    const behind = block.read(bytes, 2, 2 + piece.length, taker);
    if (block.done) return { content, rest: piece.slice(behind - 2) + pieces.slice(index + 1).join('') };
    expect(behind).toBe(2 + piece.length);
  }
  return { content, rest: undefined };
}

/** The same, slowly and from the words of RFC 5321 §4.5.2: line by line, a line ends with CR LF. */
function readSlowly(text: string): Read {
  let content = '';
  let left = text;
  while (left !== '') {
    const end = left.indexOf('\r\n');
    const line = end === -1 ? left : left.slice(0, end + 2);
    left = left.slice(line.length);
    if (line === '.\r\n') return { content, rest: left };
    content += line.startsWith('.') ? line.slice(1) : line;
  }
  // A dot and a CR at the very end are not decided yet.
  return { content, rest: undefined };
}

const CASES: readonly (readonly [name: string, octets: string, expected: Read])[] = [
  ['a mail', 'a\r\nb\r\n.\r\n', { content: 'a\r\nb\r\n', rest: '' }],
  ['nothing at all', '.\r\n', { content: '', rest: '' }],
  ['what comes behind it', 'a\r\n.\r\nQUIT\r\n', { content: 'a\r\n', rest: 'QUIT\r\n' }],
  ['dots that were doubled', '..a\r\n...\r\n.\r\n', { content: '.a\r\n..\r\n', rest: '' }],
  ['a dot that was not doubled', '.a\r\n.\r\n', { content: 'a\r\n', rest: '' }],
  ['dots inside lines', 'a.\r\nb.c\r\n.\r\n', { content: 'a.\r\nb.c\r\n', rest: '' }],
  ['lines that end with LF alone', 'a\n.\nb\n.\r\n', { content: 'a\n.\nb\n.\r\n', rest: undefined }],
  ['lines that end with CR alone', 'a\r.\rb\r\n.\r\n', { content: 'a\r.\rb\r\n', rest: '' }],
  ['CR CR LF', 'a\r\r\n.\r\r\n.\r\n', { content: 'a\r\r\n\r\r\n', rest: '' }],
  ['LF CR', 'a\n\r.\r\n', { content: 'a\n\r.\r\n', rest: undefined }],
  ['a dot line that ends with LF', 'a\r\n.\nb\r\n.\r\n', { content: 'a\r\n\nb\r\n', rest: '' }],
  ['a dot with CR and more', '.\rb\r\n.\r\n', { content: '\rb\r\n', rest: '' }],
  ['8-bit octets and NUL', '\xe4\0\r\n.\r\n', { content: '\xe4\0\r\n', rest: '' }],
  ['no end', 'a\r\nb', { content: 'a\r\nb', rest: undefined }],
  ['no end behind a line end', 'a\r\n', { content: 'a\r\n', rest: undefined }],
];

describe('a block that ends with a dot', () => {
  it.each(CASES)('holds %s', (_, octets, expected) => {
    expect(read([octets])).toEqual(expected);
  });

  it.each(CASES)('holds %s, octet by octet', (_, octets, expected) => {
    expect(read(octets.split(''))).toEqual(expected);
  });

  it.each(CASES)('holds %s, cut in two anywhere', (_, octets, expected) => {
    for (let at = 0; at <= octets.length; at++) expect(read([octets.slice(0, at), octets.slice(at)])).toEqual(expected);
  });

  it('is what the slow reading says, however it is cut', () => {
    const octets = fc.string({ unit: fc.constantFrom('.', '\r', '\n', '\r\n', '\r\n.', 'a'), maxLength: 40 });
    const cuts = fc.array(fc.nat(100), { maxLength: 6 });
    fc.assert(
      fc.property(octets, cuts, (body, places) => {
        const text = `${body}\r\n.\r\nrest`;
        const bounds = [0, ...places.map((place) => place % text.length).sort((a, b) => a - b), text.length];
        const pieces = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
        expect(read(pieces)).toEqual(readSlowly(text));
      }),
    );
  });

  it('does not take for its end what a gap only makes look like it', () => {
    const block = new DotBlock();
    let content = '';
    const taker = { content: (bytes: Buffer, start: number, end: number) => void (content += bytes.toString('latin1', start, end)) };
    const pass = (text: string): number => block.read(Buffer.from(text), 0, text.length, taker);
    pass('a\r\n');
    block.gap();
    pass('.\r\nb\r\n');
    expect(block.done).toBe(false);
    expect(pass('.\r\nQUIT')).toBe(3);
    expect(block.done).toBe(true);
    expect(content).toBe('a\r\n.\r\nb\r\n');
  });

  it('tells of a dot at a line start whose line end is none, however it came', () => {
    for (const [text, expected] of [['a\r\n.\nb\r\n', ['lf']], ['.\rb\r\n', ['cr']], ['a\r\n.b\r\n', []], ['a\r\n.\r\n', []], ['a\n.\nb\r\n', []]] as const) {
      for (const pieces of [[text], text.split('')]) {
        const block = new DotBlock();
        const told: string[] = [];
        for (const piece of pieces) block.read(Buffer.from(piece), 0, piece.length, { content: () => {}, looseDot: (behind) => void told.push(behind) });
        expect(told, JSON.stringify(text)).toEqual(expected);
      }
    }
  });
});
