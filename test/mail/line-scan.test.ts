/** The lines of a mail, held against a slow reading of the words of RFC 5321 §2.3.8. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineScan } from '../../src/mail/line-scan.js';
import type { LineEnd, MailLines, OctetCount } from '../../src/model/mail-lines.js';

/** Each piece stands in the middle of a larger buffer, at any alignment. */
function scan(pieces: readonly string[]): MailLines {
  const scanned = new LineScan();
  for (const [index, piece] of pieces.entries()) {
    const margin = '\r\n\x00'.slice(index % 3);
    const bytes = Buffer.from(`${margin}${piece}\n\r\xff`, 'latin1');
    scanned.read(bytes, margin.length, margin.length + piece.length);
  }
  scanned.end();
  return scanned.lines;
}

function scanSlowly(text: string): MailLines {
  const counts: Record<string, OctetCount> = {};
  const count = (name: string): OctetCount => (counts[name] ??= { count: 0, line: 0 });
  const add = (name: string, line: number): void => {
    if (count(name).count++ === 0) count(name).line = line;
  };
  const looseDots: { before: LineEnd; behind: LineEnd; line: number }[] = [];
  const longest = { octets: 0, line: 0 };
  let lines = 0;
  let length = 0;
  let sinceEnd = '';
  let before: LineEnd = 'crlf';
  for (const unit of text.match(/\r\n|[\s\S]/g) ?? []) {
    const end: LineEnd | undefined = unit === '\r\n' ? 'crlf' : unit === '\n' ? 'lf' : unit === '\r' ? 'cr' : undefined;
    if (unit === '\0') add('nul', lines + 1);
    if (unit > '\x7f') add('eightBit', lines + 1);
    if (end === 'lf' || end === 'cr') add(end, lines + 1);
    if (end !== undefined) {
      const behind = end;
      const isKnown = looseDots.some((dot) => dot.before === before && dot.behind === behind);
      if (sinceEnd === '.' && before !== 'crlf' && !isKnown) looseDots.push({ before, behind, line: lines + 1 });
      before = end;
      sinceEnd = '';
    } else if (sinceEnd.length < 2) sinceEnd += unit;
    if (end === 'crlf' || end === 'lf') {
      lines++;
      length = 0;
      continue;
    }
    if (++length > longest.octets) Object.assign(longest, { octets: length, line: lines + 1 });
  }
  return {
    ...{ count: lines, bareLf: count('lf'), bareCr: count('cr'), nul: count('nul') },
    ...{ eightBitHeader: count('eightBit'), eightBitBody: { count: 0, line: 0 }, longest, looseDots },
  };
}

describe('the lines of a mail', () => {
  it('are what a slow reading finds, however the octets came', () => {
    const octets = fc.string({ unit: fc.constantFrom('\r', '\n', '.', 'a', 'bcdefgh', '\r\n', '\n.', '\0', '\xe4', '\t', '\x7f'), maxLength: 60 });
    fc.assert(
      fc.property(octets, fc.array(fc.nat(), { maxLength: 6 }), (text, places) => {
        const bounds = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
        expect(scan(bounds.slice(1).map((end, index) => text.slice(bounds[index], end)))).toEqual(scanSlowly(text));
        expect(scan(text.split(''))).toEqual(scanSlowly(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('tell the header from what stands behind it', () => {
    const scanned = new LineScan();
    scanned.read(Buffer.from('Subject: \xfc\r\n\r\n', 'latin1'), 0, 14);
    scanned.endHeader();
    scanned.read(Buffer.from('\xe4\xf6\r\n', 'latin1'), 0, 4);
    expect(scanned.lines).toMatchObject({ eightBitHeader: { count: 1, line: 1 }, eightBitBody: { count: 2, line: 3 } });
  });

  it('tell the command behind a dot that only some take for the end, wherever the octets are cut', () => {
    const text = 'a\r\nb\n.\r\nMail from:<a@example.org>\r\nc\r.\rEHLO x\r\n';
    for (let cut = 0; cut <= text.length; cut++) {
      expect(scan([text.slice(0, cut), text.slice(cut)]).smuggled, `cut at ${cut}`).toEqual({ verb: 'MAIL', line: 4 });
    }
    expect(scan(['a\r.\rEHLO x\r\n']).smuggled).toEqual({ verb: 'EHLO', line: 1 });
    expect(scan(['a\n.\nMAIL comes\r\n']).smuggled).toBeUndefined();
    expect(scan(['a\r\nMAIL FROM:<a@example.org>\r\n']).smuggled).toBeUndefined();
  });

  it('do not go on behind a gap', () => {
    const scanned = new LineScan();
    scanned.read(Buffer.from('a'.repeat(900)), 0, 900);
    scanned.gap(5000);
    scanned.read(Buffer.from(`\n.\n${'b'.repeat(901)}\r\n`), 0, 906);
    scanned.end();
    expect(scanned.lines).toMatchObject({ longest: { octets: 901, line: 3 }, bareLf: { count: 2, line: 1 }, looseDots: [{ before: 'lf', behind: 'lf' }] });
  });
});
