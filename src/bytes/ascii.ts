/**
 * Octets that the mail protocols are made of, and lines of octets turned into text.
 * Nothing here guesses a charset: a line is UTF-8 (ASCII included, RFC 6532) or it is no text.
 */
export const LF = 0x0a;
export const CR = 0x0d;
export const DOT = 0x2e;

export interface DecodedText {
  readonly text: string;
  /** The octets themselves where they are not UTF-8; `text` then carries U+FFFD in the places that fail. */
  readonly raw: Buffer | undefined;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const NOT_ASCII = /[\x80-\xff]/;

/** `bytes[start..end)` as Unicode text. */
export function decodeText(bytes: Buffer, start: number, end: number): DecodedText {
  // latin1 is the cheapest way to a string: most lines are ASCII and done with it.
  const latin1 = bytes.toString('latin1', start, end);
  if (!NOT_ASCII.test(latin1)) return { text: latin1, raw: undefined };
  const octets = bytes.subarray(start, end);
  try {
    return { text: strict.decode(octets), raw: undefined };
  } catch {
    return { text: lenient.decode(octets), raw: Buffer.from(octets) };
  }
}
