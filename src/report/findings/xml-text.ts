/** The one way of a stranger's text into XML 1.0: markup is escaped, characters that XML cannot hold are replaced (§2.2). */

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

export function xmlText(text: string): string {
  return text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"']/g, (character) => MARKUP[character]!);
}
