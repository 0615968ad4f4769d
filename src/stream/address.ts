/** Addresses as text: IPv4 dotted, IPv6 in the form of RFC 5952. Short and ours because it is asked for every flow. */

/** `bytes[start..start+length)` with length 4 or 16. */
export function formatAddress(bytes: Buffer, start: number, length: 4 | 16): string {
  if (length === 4) return `${bytes[start]!}.${bytes[start + 1]!}.${bytes[start + 2]!}.${bytes[start + 3]!}`;
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(bytes.readUInt16BE(start + i));
  return formatGroups(groups);
}

function formatGroups(groups: readonly number[]): string {
  const [from, length] = longestZeros(groups);
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (length < 2) return text(groups);
  return `${text(groups.slice(0, from))}::${text(groups.slice(from + length))}`;
}

/** The first longest run of zero groups: position and length. */
function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > best[1]) best = [from, length];
    from += length;
  }
  return best;
}
