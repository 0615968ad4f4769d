import { describe, expect, it } from 'vitest';
import { HeaderBlock } from '../../src/mail/header-block.js';
import { limits } from '../../src/mail/limits.js';

function collect(pieces: readonly string[]): HeaderBlock {
  const block = new HeaderBlock();
  for (const piece of pieces) {
    const bytes = Buffer.from(`\r\n${piece}\r\n\r\n`, 'latin1');
    block.add(bytes, 2, 2 + piece.length);
  }
  return block;
}

describe('the header of a mail', () => {
  it.each([
    ['CR LF', 'A: b\r\n\r\n', 'body\r\n\r\n'],
    ['LF', 'A: b\n\n', 'body\n\n'],
    ['both', 'A: b\r\nC: d\n\r\n', 'body'],
    ['nothing but an empty line', '\r\n', 'body'],
    ['CR CR LF', 'A: b\r\r\n\r\r\n', 'body\r\r\n'],
  ])('ends at the empty line, with %s, however it is cut', (_, header, body) => {
    const mail = header + body;
    for (let at = 0; at <= mail.length; at++) {
      const block = collect([mail.slice(0, at), mail.slice(at)]);
      expect(block.complete).toBe(true);
      expect(block.octets.toString('latin1')).toBe(header);
    }
    expect(collect(mail.split('')).octets.toString('latin1')).toBe(header);
  });

  it.each(['A: b\r\n', 'A: b\r\n\r', 'A: b\r\r\r\n', 'A: b\r\n\rC: d\r\n'])('goes on behind %j', (header) => {
    expect(collect([header]).complete).toBe(false);
    expect(collect(header.split('')).complete).toBe(false);
  });

  it('is kept as far as the bound', () => {
    const block = collect(Array.from({ length: 20 }, () => 'x'.repeat(limits.header / 16)));
    expect(block.complete).toBe(true);
    expect(block.octets).toHaveLength(limits.header);
  });
});
