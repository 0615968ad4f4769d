import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/dialogue/limits.js';
import type { ContentSink, Expectation } from '../../src/dialogue/reading.js';
import { SideReader } from '../../src/dialogue/side-reader.js';
import { arrivalAt, CountedBudget } from '../stream/half.js';

/** A reader whose listener writes everything down, and does what a test wants it to do. */
class ReaderUnderTest {
  readonly told: string[] = [];
  readonly budget: CountedBudget;
  readonly reader: SideReader;
  onLine: (text: string) => void = () => {};
  onGap = (): void => {};
  onUndecided = (): void => {};
  onContentEnd = (): void => {};
  onHandshake = (): ContentSink | undefined => undefined;
  #order = 0;

  constructor(octets = limits.shared) {
    this.budget = new CountedBudget(octets);
    const listener: ConstructorParameters<typeof SideReader>[1] = {
      line: (_, { text, ending, afterGap, cut, extent }) => {
        this.told.push(`${ending}${afterGap ? ' after gap' : ''}${cut ? ' cut' : ''}: ${text} @${extent.offset}+${extent.bytes}`);
        this.onLine(text);
      },
      gap: (_, { offset, bytes }, inContent) => {
        this.told.push(`gap${inContent ? ' in content' : ''} @${offset}+${bytes}`);
        this.onGap();
      },
      handshake: () => {
        this.told.push('handshake');
        const sink = this.onHandshake();
        return sink === undefined ? undefined : { kind: 'opaque', sink };
      },
      undecided: () => {
        this.told.push('undecided');
        this.onUndecided();
      },
    };
    this.reader = new SideReader('client', listener, this.budget);
  }

  readonly sink: ContentSink = {
    content: (bytes, start, end) => this.told.push(`content: ${bytes.toString('latin1', start, end)}`),
    gap: (length) => this.told.push(`content lacks ${length}`),
    end: (extent, whole) => {
      this.told.push(`${whole ? 'whole' : 'broken'} @${extent?.offset ?? 'nowhere'}+${extent?.bytes ?? 0}`);
      this.onContentEnd();
    },
  };

  data(text: string): this {
    const bytes = Buffer.from(`<${text}\n>`, 'latin1');
    this.reader.data(bytes, 1, 1 + text.length, arrivalAt(++this.#order));
    return this;
  }

  gap(length: number): this {
    this.reader.gap(length, arrivalAt(++this.#order));
    return this;
  }

  /** What was told since the last time, with pieces of content put together. */
  take(): string[] {
    const joined: string[] = [];
    for (const event of this.told.splice(0)) {
      const before = joined.at(-1);
      if (event.startsWith('content: ') && before?.startsWith('content: ') === true) joined[joined.length - 1] = before + event.slice(9);
      else joined.push(event);
    }
    return joined;
  }
}

function expecting(expectation: (sink: ContentSink) => Expectation, octets?: number): ReaderUnderTest {
  const test = new ReaderUnderTest(octets);
  test.reader.expect(expectation(test.sink));
  return test;
}

const dots = (sink: ContentSink): Expectation => ({ kind: 'dots', sink });
const count = (octets: number) => (sink: ContentSink): Expectation => ({ kind: 'count', octets, sink });

describe('lines', () => {
  it('end with CR LF, or LF, and stand at their offset', () => {
    expect(new ReaderUnderTest().data('ab\r\ncd\n\r\n').take()).toEqual(['crlf: ab @0+4', 'lf: cd @4+3', 'crlf:  @7+2']);
  });

  it('keep a CR that ends nothing', () => {
    expect(new ReaderUnderTest().data('a\rb\r\r\n').take()).toEqual(['crlf: a\rb\r @0+6']);
  });

  it('are the same however they are cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n', 'ä'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 5 }), (lines, places) => {
        const expected = new ReaderUnderTest().data(lines);
        expected.reader.finish();
        const cut = new ReaderUnderTest();
        const bounds = [0, ...places.map((place) => place % (lines.length + 1)).sort((a, b) => a - b), lines.length];
        for (let i = 1; i < bounds.length; i++) cut.data(lines.slice(bounds[i - 1], bounds[i]));
        cut.reader.finish();
        expect(cut.take()).toEqual(expected.take());
        expect(cut.budget.lent).toBe(0);
      }),
    );
  });

  it('that a gap cuts are told before it, and the next one is marked', () => {
    expect(new ReaderUnderTest().data('ab').gap(5).data('cd\r\nef\r\n').take()).toEqual([
      'none: ab @0+2',
      'gap @2+5',
      'crlf after gap: cd @7+4',
      'crlf: ef @11+4',
    ]);
  });

  it('that never end are told at the end', () => {
    const test = new ReaderUnderTest().data('ab');
    expect(test.reader.unfinishedSince?.frame).toBe(1);
    test.reader.finish();
    expect(test.take()).toEqual(['none: ab @0+2']);
    expect(test.reader.unfinishedSince).toBeUndefined();
  });

  it('longer than what is kept are cut, and the next one is whole', () => {
    const test = new ReaderUnderTest();
    const half = 'x'.repeat(limits.line / 2);
    test.data(half).data(half).data('y').data('z\r\nab\r\n').data('c').data('d\r\n');
    const [long, next, last] = test.take();
    expect(long).toMatch(/^lf cut: x+ @0\+/);
    expect(long).not.toMatch(/[yz]/);
    expect([next, last]).toEqual([`crlf: ab @${limits.line + 4}+4`, `crlf: cd @${limits.line + 8}+4`]);
    expect(test.budget.lent).toBe(0);
  });

  it('are counted, not kept, where the budget is gone', () => {
    const test = new ReaderUnderTest(0).data('ab').data('cd\r\nef\r\n');
    expect(test.take()).toEqual(['lf cut:  @0+6', 'crlf: ef @6+4']);
    expect(test.budget.lent).toBe(0);
  });
});

describe('a block with a final dot', () => {
  it('is followed by lines', () => {
    expect(expecting(dots).data('a\r\n..b\r\n.\r\nQUIT\r\n').take()).toEqual(['content: a\r\n.b\r\n', 'whole @0+11', 'crlf: QUIT @11+6']);
  });

  it('lacks what a gap in it took', () => {
    expect(expecting(dots).data('a\r').gap(7).data('b\r\n.\r\n').take()).toEqual([
      'content: a\r',
      'content lacks 7',
      'gap in content @2+7',
      'content: b\r\n',
      'whole @0+8',
    ]);
  });

  it('that never ends is broken at the end', () => {
    const test = expecting(dots).data('a\r\n');
    test.reader.finish();
    expect(test.take()).toEqual(['content: a\r\n', 'broken @0+3']);
  });

  it('can be broken off, and lines follow', () => {
    const test = expecting(dots).data('a\r\n').gap(9);
    test.reader.expectLines();
    expect(test.data('QUIT\r\n').take().slice(-2)).toEqual(['broken @0+3', 'crlf: QUIT @12+6']);
  });

  it('ends where something else is expected', () => {
    const test = expecting(dots).data('a');
    test.reader.expectLines();
    expect(test.data('b\r\n').take()).toEqual(['content: a', 'broken @0+1', 'crlf: b @1+3']);
  });

  it('begun by a line that a gap cut lacks the gap', () => {
    const test = new ReaderUnderTest();
    test.onLine = () => test.reader.expect(dots(test.sink));
    expect(test.data('+OK 12').gap(9).data('b\r\n.\r\n').take()).toEqual([
      'none: +OK 12 @0+6',
      'content lacks 9',
      'gap in content @6+9',
      'content: b\r\n',
      'whole @15+6',
    ]);
  });

  it('begun by the last line of all ends with it', () => {
    const test = new ReaderUnderTest().data('DATA');
    test.onLine = () => test.reader.expect(dots(test.sink));
    test.reader.finish();
    expect(test.take()).toEqual(['none: DATA @0+4', 'broken @nowhere+0']);
  });
});

describe('a counted run', () => {
  it('ends inside a chunk', () => {
    expect(expecting(count(3)).data('abcRSET\r\n').take()).toEqual(['content: abc', 'whole @0+3', 'crlf: RSET @3+6']);
  });

  it('of nothing ends at once', () => {
    expect(expecting(count(0)).data('RSET\r\n').take()).toEqual(['whole @nowhere+0', 'crlf: RSET @0+6']);
  });

  it('goes on behind a gap that is shorter', () => {
    expect(expecting(count(6)).data('a').gap(3).data('bcRSET\r\n').take()).toEqual([
      'content: a',
      'content lacks 3',
      'gap in content @1+3',
      'content: bc',
      'whole @0+3',
      'crlf: RSET @6+6',
    ]);
  });

  it('shares a gap that is longer with the lines behind it', () => {
    expect(expecting(count(3)).data('a').gap(10).data('ET\r\n').take()).toEqual([
      'content: a',
      'content lacks 2',
      'gap in content @1+2',
      'broken @0+1',
      'gap @3+8',
      'crlf after gap: ET @11+4',
    ]);
  });

  it('that never ends is broken at the end', () => {
    const test = expecting(count(9)).data('abc');
    test.reader.finish();
    expect(test.take()).toEqual(['content: abc', 'broken @0+3']);
  });
});

describe('held octets', () => {
  it('are read in order once somebody says what they are', () => {
    const test = expecting(() => ({ kind: 'held' })).data('a\r\n').gap(4).data('b\r\n');
    expect(test.reader.heldSince?.frame).toBe(1);
    expect(test.reader.peekHeld(2)).toBe('a\r');
    expect(test.take()).toEqual([]);
    test.reader.expectLines();
    expect(test.take()).toEqual(['crlf: a @0+3', 'gap @3+4', 'crlf after gap: b @7+3']);
    expect(test.budget.lent).toBe(0);
  });

  it('may be the rest of a chunk, and come before what follows', () => {
    const test = new ReaderUnderTest();
    test.onLine = (text) => {
      if (text === 'AUTH') test.reader.hold();
    };
    test.data('AUTH\r\nab').data('cd\r\n');
    expect(test.take()).toEqual(['crlf: AUTH @0+6']);
    test.reader.expectLines();
    expect(test.take()).toEqual(['crlf: abcd @6+6']);
    expect(test.budget.lent).toBe(0);
  });

  it('may be held again, line by line', () => {
    const test = new ReaderUnderTest();
    test.onLine = () => test.reader.hold();
    test.data('a\r\nb\r\nc\r\n');
    for (let count = 0; count < 3; count++) test.reader.expectLines();
    expect(test.take()).toEqual(['crlf: a @0+3', 'crlf: b @3+3', 'crlf: c @6+3']);
  });

  it('keep their place behind the rest of a gap', () => {
    const test = expecting(() => ({ kind: 'held' })).gap(5).data('b\r\n');
    test.onContentEnd = () => test.reader.hold();
    test.reader.expect(count(2)(test.sink));
    expect(test.take()).toEqual(['content lacks 2', 'gap in content @0+2', 'broken @nowhere+0']);
    test.reader.expectLines();
    expect(test.take()).toEqual(['gap @2+3', 'crlf after gap: b @5+3']);
  });

  it('mark the line behind a gap although the gap lets them go', () => {
    const test = expecting(() => ({ kind: 'held' })).gap(5).data('b\r\n');
    test.onGap = () => test.reader.expectLines();
    test.reader.expectLines();
    expect(test.take()).toEqual(['gap @0+5', 'crlf after gap: b @5+3']);
  });

  it('are asked for when they are too many, and lines when nobody knows', () => {
    const test = expecting(() => ({ kind: 'held' }));
    const line = `${'x'.repeat(limits.held / 4)}\n`;
    for (let count = 0; count < 5; count++) test.data(line);
    const told = test.take();
    expect(told[0]).toBe('undecided');
    expect(told.slice(1)).toHaveLength(5);
    expect(test.budget.lent).toBe(0);
  });

  it('are asked for where the budget is gone', () => {
    expect(expecting(() => ({ kind: 'held' }), 3).data('ab\r\n').take()).toEqual(['undecided', 'crlf: ab @0+4']);
  });

  it('are asked for again by who reads one answer and holds the next', () => {
    const test = expecting(() => ({ kind: 'held' })).data('a\r\nb\r\n');
    test.onUndecided = () => test.reader.expectLines();
    test.onLine = () => test.reader.hold();
    test.reader.finish();
    expect(test.take()).toEqual(['undecided', 'crlf: a @0+3', 'undecided', 'crlf: b @3+3']);
  });

  it('at the end are lines', () => {
    const test = expecting(() => ({ kind: 'held' })).data('a\r\nb');
    test.reader.finish();
    expect(test.take()).toEqual(['undecided', 'crlf: a @0+3', 'none: b @3+1']);
    expect(test.budget.lent).toBe(0);
  });
});

describe('lines until TLS begins', () => {
  const untilTls = (sink: ContentSink): Expectation => ({ kind: 'line', untilTls: { kind: 'opaque', sink } });

  it('are lines until a record stands at a line start', () => {
    const test = expecting(untilTls).data('NOOP\r\n').data('\x16\x03\x01').data('a\r\n');
    test.reader.finish();
    expect(test.take()).toEqual(['crlf: NOOP @0+6', 'content: \x16\x03\x01a\r\n', 'broken @6+6']);
  });

  it('do not stop at a record inside a line', () => {
    expect(expecting(untilTls).data('NO').data('\x16\r\n').take()).toEqual(['crlf: NO\x16 @0+5']);
  });

  it('still do where a reply asks for lines, held or not', () => {
    const test = expecting(untilTls);
    test.reader.expectLines();
    test.reader.hold();
    test.reader.expectLines();
    test.data('NOOP\r\n').data('\x17\x03\x03a\r\n').reader.finish();
    expect(test.take()).toEqual(['crlf: NOOP @0+6', 'content: \x17\x03\x03a\r\n', 'broken @6+6']);
  });

  it('are no lines any more behind a gap', () => {
    const test = expecting(untilTls).gap(200).data('\x17\x03\x03a\r\n');
    test.reader.finish();
    expect(test.take()).toEqual(['gap @0+200', 'content: \x17\x03\x03a\r\n', 'broken @200+6']);
  });
});

describe('octets without any further meaning', () => {
  it('end with the direction, gaps told', () => {
    const test = expecting((sink) => ({ kind: 'opaque', sink })).data('ab').gap(3).data('c\n');
    test.reader.finish();
    expect(test.take()).toEqual(['content: ab', 'content lacks 3', 'gap in content @2+3', 'content: c\n', 'broken @0+4']);
  });
});

describe('what lasts to the end of the direction', () => {
  const rest = (): ReaderUnderTest => expecting((sink) => ({ kind: 'opaque', sink })).data('ab');

  it('lasts whatever a reply asks for', () => {
    const test = rest();
    test.reader.expectLines();
    test.reader.hold();
    test.data('c\n').reader.finish();
    expect(test.take()).toEqual(['content: abc\n', 'broken @0+4']);
  });

  it('leaves nothing for content that is announced in it, which is over at once', () => {
    const test = rest();
    test.reader.expect({ kind: 'dots', sink: test.sink });
    expect(test.take()).toEqual(['content: ab', 'broken @nowhere+0']);
  });
});

describe('what is held', () => {
  it('has waited since its first packet, also where that stands behind a gap that was noticed later', () => {
    const { reader } = expecting(() => ({ kind: 'held' }));
    reader.gap(10, arrivalAt(5));
    reader.data(Buffer.from('NOOP\r\n'), 0, 6, arrivalAt(3));
    expect(reader.heldSince?.order).toBe(3);
    reader.expectLines();
    expect(reader.heldSince).toBeUndefined();
  });
});

describe('a direction that is over', () => {
  it('has no content any more', () => {
    const test = new ReaderUnderTest().data('DATA\r\n');
    test.reader.finish();
    test.reader.expect({ kind: 'dots', sink: test.sink });
    expect(test.take()).toEqual(['crlf: DATA @0+6', 'broken @nowhere+0']);
  });
});

describe('a TLS handshake where a line should begin', () => {
  it.each([['in one piece', ['NOOP\r\n\x16\x03\x01a\r\n']], ['octet by octet', [...'NOOP\r\n\x16\x03\x01a\r\n']]])('is opaque if somebody takes it, %s', (_, pieces) => {
    const test = new ReaderUnderTest();
    test.onHandshake = () => test.sink;
    for (const piece of pieces) test.data(piece);
    test.reader.finish();
    const told = test.take();
    expect(told.slice(0, 2)).toEqual(['crlf: NOOP @0+6', 'handshake']);
    expect(told.at(-1)).toBe('broken @6+6');
  });

  it('is a line otherwise', () => {
    expect(new ReaderUnderTest().data('\x16').data('\x03\x01a\r\n').take()).toEqual(['handshake', 'crlf: \x16\x03\x01a @0+6']);
  });

  it('is none inside a line, and none with another second octet', () => {
    expect(new ReaderUnderTest().data('a\x16\x03\r\n\x16').data('b\r\n\x03\r\n').take()).toEqual(['crlf: a\x16\x03 @0+5', 'crlf: \x16b @5+4', 'crlf: \x03 @9+3']);
  });
});
