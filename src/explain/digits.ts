/** What the digits of a code say by themselves (RFC 5321 §4.2.1, RFC 3463 §2), a sentence each. */
import type { GlossarySentences } from '../text/glossary.js';
import type { Language } from '../text/index.js';

/** `550` or `5yz`: letters stand for any digit. */
export function digitsOf(code: string, language: Language, say: GlossarySentences): readonly string[] {
  const { classes, subjects } = language.replyCodes;
  return [
    ...said(code[0], classes, say.firstDigit, say),
    ...said(code[1], subjects, say.secondDigit, say),
  ];
}

/** `5.7.1`, `5.7`, `x.7.x`. */
export function numbersOf(code: string, language: Language, say: GlossarySentences): readonly string[] {
  const [first, subject] = code.split('.');
  const { classes, subjects } = language.enhancedCodes;
  return [...said(first, classes, say.class, say), ...said(subject, subjects, say.subject, say)];
}

function said(
  digit: string | undefined,
  phrases: Readonly<Record<number, string>>,
  sentence: (digit: number, phrase: string) => string,
  say: GlossarySentences,
): readonly string[] {
  if (digit === undefined || !/^\d+$/.test(digit)) return [];
  const phrase = phrases[Number(digit)];
  return [phrase === undefined ? say.undefinedDigit(Number(digit)) : sentence(Number(digit), phrase)];
}
