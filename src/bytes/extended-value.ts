/** Extended values of parameters (RFC 2231 §4), `utf-8'en'%C3%BC`: taken apart; their charset is for others to decode. */
const PERCENT = 0x25;
const EXTENDED = /^([^']*)'[^']*'(.*)$/s;

/** Undefined where no charset, not even an empty one, stands before the text. */
export function parseExtended(value: string): { readonly charset: string; readonly text: string } | undefined {
  const [, charset, text] = EXTENDED.exec(value) ?? [];
  return charset === undefined || text === undefined ? undefined : { charset, text };
}

/** `%C3%BC` as octets; what is not encoded stands for itself. */
export function percentOctets(text: string): Buffer {
  const octets = Buffer.from(text);
  let length = 0;
  for (let at = 0; at < octets.length; at++) {
    const value = octets[at] === PERCENT ? hexPair(octets.toString('latin1', at + 1, at + 3)) : undefined;
    octets[length++] = value ?? octets[at]!;
    if (value !== undefined) at += 2;
  }
  return octets.subarray(0, length);
}

function hexPair(digits: string): number | undefined {
  return /^[\da-f]{2}$/i.test(digits) ? parseInt(digits, 16) : undefined;
}
