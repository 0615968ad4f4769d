/**
 * Names for files, made of names that a stranger wrote: one component, never a path, valid on every system, and short
 * enough for all of them.
 */

/** Octets of a name, with room for a number and a temporary ending (most file systems take 255). */
const LONGEST = 180;
const LONGEST_ENDING = 20;

// Separators and what Windows forbids, control characters, and what turns the reading direction or cannot be seen.
const FORBIDDEN = /[/\\<>:"|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu;
/** Device names of Windows, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/** `fallback` where nothing of `name` is left. */
export function safeFileName(name: string, fallback: string): string {
  const plain = name.normalize('NFC').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim();
  // No hidden files, no `.` and `..`, nothing that a shell hands on as an option; Windows drops dots and blanks at the end.
  const bare = plain.replace(/^[. ]+/, '').replace(/^-/, '_').replace(/(?<![. ])[. ]+$/, '');
  const kept = /^_*$/.test(bare) ? fallback : bare;
  return shortened(RESERVED.test(kept) ? `_${kept}` : kept);
}

/** Keeps the ending: it says what to open the file with. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  let stem = '';
  let room = LONGEST - Buffer.byteLength(ending);
  for (const character of name) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    stem += character;
  }
  return stem.trimEnd() + ending;
}

/** `name`, or with a number before its ending where `taken` knows it already; names that differ in case are the same. */
export function distinctName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${stem} (${number})${ending}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
