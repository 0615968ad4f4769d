/**
 * The one exit of captured text to a terminal: nothing that moves a cursor, sets a title, or turns the reading
 * direction gets through; it becomes visible instead.
 */

// C0 and C1 controls, DEL, bidi controls (Unicode UAX #9), zero-width and other format characters that hide text,
// line and paragraph separators, lone surrogates, tags.
const DANGEROUS =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u{e0000}-\u{e0fff}]/gu;
const SAFE = /^[\x20-\x7e]*$/;

/** `text` as it may be shown: a tab is a blank, other controls are their picture (␛) or their number (<U+202E>). */
export function terminalText(text: string): string {
  return SAFE.test(text) ? text : text.replace(DANGEROUS, visible);
}

function visible(character: string): string {
  const code = character.codePointAt(0)!;
  if (code === 0x09) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
