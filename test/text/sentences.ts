/** What every sentence of every language has to keep to, and the shape of samples that leave no key out. */
import { expect, test } from 'vitest';
import type { Sentences } from '../../src/text/catalogue.js';

/** At least one set of parameters for each annotation: a key without one does not compile. */
export type Samples<N> = { readonly [K in keyof N]: readonly [N[K], ...N[K][]] };

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a value that is not there', /undefined|NaN|\[object|Infinity/],
  ['a double blank', / {2}/],
  ['a blank before a mark', / [.,;:!?]/],
  ['a doubled mark', /[.,;:]{2}/],
  ['an exclamation mark', /!/],
  ['no full stop at the end', /[^.]$/],
  ['no capital or digit at the beginning', /^[^A-ZÄÖÜ0-9]/],
  ['a pair of brackets or quotes with nothing in it', /\(\)|""|„“/],
];

/** Words of the English helpers that would betray a forgotten translation. */
const ENGLISH = /\b(?:the|and|with|by|of|in its words|octets?|lines?|messages|log-in|for now|for good|client is|server is)\b/;
/** Neither Sie nor du; „Sie“ at the beginning of a sentence is a pronoun of the third person. */
const ADDRESSED = /\b(?:Ihr|Ihre|Ihnen|du|dein|deine|dich)\b/;

export function holdToTheVoice<N>(
  samples: Samples<N>,
  english: Sentences<N>,
  german: Sentences<N>,
): void {
  for (const key of Object.keys(samples) as (keyof N & string)[]) {
    for (const [at, params] of samples[key].entries()) {
      const name = `${key} ${at + 1}`;
      test(name, () => {
        const en = english[key](params);
        const de = german[key](params);
        for (const [what, pattern] of FORBIDDEN) {
          expect(en, what).not.toMatch(pattern);
          expect(de, what).not.toMatch(pattern);
        }
        expect(withoutQuotes(de), 'English in German').not.toMatch(ENGLISH);
        expect(withoutQuotes(de), 'addressed').not.toMatch(ADDRESSED);
        expect(de).not.toBe(en);
      });
    }
  }
}

function withoutQuotes(text: string): string {
  return text.replace(/„[^“]*“/g, '');
}
