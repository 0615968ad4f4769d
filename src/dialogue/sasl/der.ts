/** ASN.1 in its distinguished encoding (X.690), as far as tokens of the GSS-API need it: tags of one octet, definite lengths. */

export interface DerValue {
  readonly tag: number;
  /** Views into what was read; may be shorter than announced where the octets end. */
  readonly content: Buffer;
  /** Where the next value begins. */
  readonly end: number;
}

export function readDer(octets: Buffer, at = 0): DerValue | undefined {
  const tag = octets[at];
  const first = octets[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + lengthOctets;
  if (first === 0x80 || lengthOctets > 4 || start > octets.length) return undefined;
  const length = lengthOctets === 0 ? first : octets.readUIntBE(at + 2, lengthOctets);
  return { tag, content: octets.subarray(start, start + length), end: start + length };
}

/** The content of the value with this tag directly inside `octets`. */
function findDer(octets: Buffer, tag: number): Buffer | undefined {
  for (let at = 0; at < octets.length; ) {
    const value = readDer(octets, at);
    if (value === undefined) return undefined;
    if (value.tag === tag) return value.content;
    at = value.end;
  }
  return undefined;
}

/** Follows tags inwards. */
export function descendDer(octets: Buffer, ...tags: readonly number[]): Buffer | undefined {
  let inner: Buffer | undefined = octets;
  for (const tag of tags) inner = inner === undefined ? undefined : findDer(inner, tag);
  return inner;
}

/** X.690 §8.19, dotted. */
export function objectIdentifier(content: Buffer): string | undefined {
  if (content.length === 0 || content.length > 32) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of content) {
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) return undefined;
    if (octet >= 0x80) continue;
    if (arcs.length > 0) arcs.push(arc);
    else arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)));
    arc = 0;
  }
  return arcs.join('.');
}
