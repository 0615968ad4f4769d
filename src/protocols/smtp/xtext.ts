/** The encodings that keep blanks, `=` and `+` out of a parameter's value. */

/** xtext (RFC 3461 §4): `+40` is @; the octets may be UTF-8. Undefined where the text is none. */
export function decodeXtext(text: string): string | undefined {
  if (/\+(?![0-9A-F]{2})/i.test(text)) return undefined;
  if (!text.includes('+')) return text;
  const octets = text.replace(/%/g, '%25').replace(/\+([0-9A-F]{2})/gi, '%$1');
  try {
    return decodeURIComponent(octets);
  } catch {
    return text.replace(/\+([0-9A-F]{2})/gi, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
}

const BEYOND_UNICODE = 0x110000;

/** `\x{20AC}` in an address of type utf-8 (RFC 6533 §3). */
export function decodeUnicodeEscapes(text: string): string {
  return text.replace(/\\x\{([0-9A-F]{2,6})\}/gi, (escape, hex: string) => {
    const codePoint = parseInt(hex, 16);
    return codePoint < BEYOND_UNICODE ? String.fromCodePoint(codePoint) : escape;
  });
}
