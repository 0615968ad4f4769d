/** The octets of multi-line replies (RFC 1939 §3): lines that begin with a dot get another, and TOP's part of a mail. */

const LF = 0x0a;
const DOT = 0x2e;

/** `octets` are whole lines. */
export function dotStuffed(octets: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = octets.indexOf(DOT); at !== -1; at = octets.indexOf(DOT, at + 1)) {
    if (at !== 0 && octets[at - 1] !== LF) continue;
    pieces.push(octets.subarray(from, at + 1));
    from = at;
  }
  return pieces.length === 0 ? octets : Buffer.concat([...pieces, octets.subarray(from)]);
}

/** The header, the empty line and so many lines of the body. */
export function topOf(octets: Buffer, lines: number): Buffer {
  const blank = octets.indexOf('\r\n\r\n');
  if (blank === -1) return octets;
  let end = blank + 4;
  for (let left = lines; left > 0 && end < octets.length; left--) end = octets.indexOf(LF, end) + 1;
  return octets.subarray(0, end);
}
