/** Looking words up: how they are compared, where one name ends and the next begins, and what is near a word that is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../src/bytes/distance.js';
import { explain } from '../../src/explain/explain.js';
import { normalise } from '../../src/explain/lookup.js';

const meanings = (...words: readonly string[]): readonly string[] =>
  explain(words, 'en').map(({ topics, family }) => (family === undefined ? topics.map(({ kind }) => kind).join(' ') : `${family.pattern}: ${family.members.length}`));

describe('a word', () => {
  it.each([
    ['whatever its case', 'uidvalidity', 'imap-code'],
    ['in every protocol that has it', 'NOOP', 'smtp-command pop3-command imap-command'],
    ['as command and capability', 'STLS', 'term pop3-command pop3-capability'],
    ['as it stood on a line', '[TRYCREATE]', 'imap-code'],
    ['with umlauts written out', 'Empfaenger', 'term'],
    ['without the sign that a shell eats', 'Seen', 'flag flag'],
    ['with its value', 'APPENDLIMIT=35651584', 'imap-capability'],
    ['as capability and mechanism', 'AUTH=SCRAM-SHA-256', 'imap-capability mechanism'],
    ['as a code with its class', '4.7.1', 'enhanced-code'],
    ['as a code that no registry has', '599', 'reply-code'],
    ['as the lecture asks', '1yz', 'term'],
  ])('is found %s', (_, word, kinds) => {
    expect(meanings(word)).toEqual([kinds]);
  });

  it('stands for a family', () => {
    expect(meanings('5yz', '55x', '2xx', 'x.7.x', '5.7')).toEqual(['5yz: 20', '55x: 7', '2xx: 9', 'x.7.x: 31', '5.7: 31']);
  });
});

describe('several words', () => {
  it('are the longest names they hold', () => {
    expect(meanings('UID', 'FETCH', 'mail user agent', '550')).toEqual(['term imap-command', 'term', 'reply-code']);
    expect(meanings('MAIL FROM', 'RCPT')).toEqual(['smtp-command', 'smtp-command']);
  });

  it('are none where nothing is known', () => {
    expect(explain(['qwertz'], 'de')).toEqual([{ words: 'qwertz', topics: [], suggestions: [] }]);
    expect(explain(['STRATTLS'], 'en')[0]!.suggestions).toContain('STARTTLS and STLS');
  });
});

describe('anything typed', () => {
  it('is answered word for word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 3 }), (typed) => {
        const words = typed.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
        expect(explain(typed, 'en').map((answer) => answer.words).join(' ')).toBe(words.join(' '));
      }),
      { numRuns: 25 },
    );
  });

  it('is compared by a form that stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Ü', 'ß', '-', '_', ' ', '5', '.', '+') }), (word) => {
        expect(normalise(normalise(word))).toBe(normalise(word));
      }),
    );
  });
});

describe('distance', () => {
  it.each([
    ['abcd', 'abcd', 0],
    ['abcd', 'abdc', 1],
    ['abcd', 'abd', 1],
    ['abcd', 'abxcd', 1],
    ['abcd', 'axcy', 2],
    ['abcd', 'wxyz', undefined],
  ])('%s to %s', (from, to, expected) => {
    expect(distance(from, to, 2)).toBe(expected);
  });

  it('is the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 6)).toBe(distance(b, a, 6));
      }),
    );
  });
});
