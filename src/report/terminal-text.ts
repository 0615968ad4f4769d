/**
 * The one exit of captured text to a terminal: nothing that moves a cursor, sets a title, or turns the reading
 * direction gets through; it becomes visible instead.
 */

// C1 controls, DEL, bidi controls (Unicode UAX #9), zero-width and other format characters that hide text, line and
// paragraph separators, tags.
const HIDDEN = String.raw`\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}`;
const LONE_SURROGATE = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const DANGEROUS = new RegExp(`[\\x00-\\x1f${HIDDEN}]|${LONE_SURROGATE}`, 'gu');
const DANGEROUS_IN_JSON = new RegExp(`[${HIDDEN}]`, 'gu');
const SAFE = /^[\x20-\x7e]*$/;

/** `text` as it may be shown: a tab is a blank, other controls are their picture (␛) or their number (<U+202E>). */
export function terminalText(text: string): string {
  return SAFE.test(text) ? text : text.replace(DANGEROUS, visible);
}

/** JSON as it may be shown, the same to who parses it (RFC 8259 §7); C0 controls cannot stand in it. */
export function terminalJson(json: string): string {
  return json.replace(DANGEROUS_IN_JSON, escapeUnits);
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

function visible(character: string): string {
  const code = character.codePointAt(0)!;
  if (code === 0x09) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
