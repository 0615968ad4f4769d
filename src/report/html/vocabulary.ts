/** Words of the page in every language at once. They stand in thousands of lines, so each is made once. */
import type { Step } from '../../model/entry.js';
import { languages, type Heading, type Language, type LanguageCode, type PageWord } from '../../text/index.js';
import { both, type Html } from './markup.js';

/** Something said by a language. */
export function say(tell: (language: Language) => Html | string): Html {
  return both((code: LanguageCode) => tell(languages[code]));
}

export const word = remembered((key: PageWord) => say(({ page }) => page.words[key]));

export const heading = remembered((key: Heading) => say(({ labels }) => labels.headings[key]));

export const stepName = remembered((step: Step) => say(({ labels }) => labels.steps[step]));

export function octets(value: number): Html {
  return say((language) => language.octets(value));
}

export function number(value: number): Html {
  return say((language) => language.number(value));
}

export function duration(seconds: number): Html {
  return say((language) => language.duration(seconds));
}

function remembered<K>(make: (key: K) => Html): (key: K) => Html {
  const made = new Map<K, Html>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const html = make(key);
    made.set(key, html);
    return html;
  };
}
