/**
 * JSON text of single values, for what is written millions of times. Hot: see CONTRIBUTING. Putting a line together
 * from pieces takes half the time of building an object and handing it to JSON.stringify, and leaves no object behind.
 */

// What stands for itself inside a JSON string; lone surrogates do not (RFC 8259 §8.2).
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e\xa0-\u{d7ff}\u{e000}-\u{ffff}]*$/u;

/** Whether `value` and every part of it can stand between quotes as it is. */
export function isPlain(value: string): boolean {
  return PLAIN.test(value);
}

/** `value` as a JSON string, quotes included; `plain` where it is known to be a part of something plain. */
export function quoted(value: string, plain = false): string {
  return plain || PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** A JSON array of strings. */
export function quotedList(values: readonly string[]): string {
  let text = '[';
  for (let at = 0; at < values.length; at++) text += at === 0 ? quoted(values[at]!) : `,${quoted(values[at]!)}`;
  return `${text}]`;
}
