/**
 * The one way of a stranger's text into XML 1.0: markup is escaped, and what would turn the reading direction or hide
 * something where the XML is shown; characters that XML cannot hold are replaced (§2.2).
 */

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\ufe00-\ufe0f\r]/gu;

export function xmlText(text: string): string {
  const markup = text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"']/g, (character) => MARKUP[character]!);
  return markup.replace(UNSEEN, (character) => `&#x${character.codePointAt(0)!.toString(16)};`);
}
