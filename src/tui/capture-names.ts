/** Short names of captures: `campus-at-pc.pcap` and `campus-at-mail.pcap` are `pc` and `mail`. */

/** More names than anybody tells apart in a column. */
const MOST = 50;
const EDGE = /[\p{L}\p{N}]/u;

/** What the names do not begin and end with in common, whole words; their numbers where nothing is left of one. */
export function distinctNames(files: readonly string[]): readonly string[] {
  const numbers = files.map((_file, at) => String(at + 1));
  if (files.length > MOST) return numbers;
  const names = files.map((file) => file.split('/').at(-1) ?? file);
  const [first = '', ...others] = names;
  const start = wordEdge(first, commonLength(first, others, (name, at) => name[at]), 1);
  const end = wordEdge(first, commonLength(first, others, (name, at) => name[name.length - 1 - at]), -1);
  const short = names.map((name) => (start + end < name.length ? name.slice(start, name.length - end) : ''));
  return short.includes('') || new Set(short).size < short.length ? numbers : short;
}

function commonLength(first: string, others: readonly string[], letter: (name: string, at: number) => string | undefined): number {
  let length = 0;
  while (length < first.length && others.every((name) => letter(name, length) === letter(first, length))) length++;
  return length;
}

/** Back to where a word begins, or from the end of the name to where one ends. */
function wordEdge(name: string, common: number, direction: 1 | -1): number {
  let length = common;
  const inside = (): string | undefined => (direction === 1 ? name[length - 1] : name[name.length - length]);
  while (length > 0 && EDGE.test(inside() ?? '')) length--;
  return length;
}
