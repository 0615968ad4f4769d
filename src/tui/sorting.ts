/** Sorts in pieces of a millisecond or two, so that keys have their turn in between: runs by the language's own sort, then merged. */

/** Items between two chances to give way. */
export const PIECE = 1024;

export type Compare = (a: number, b: number) => number;

/** Yields after each piece. */
export function* sortInPieces(items: readonly number[], compare: Compare): Generator<void, number[]> {
  let from: number[] = [];
  for (let start = 0; start < items.length; start += PIECE) {
    for (const item of items.slice(start, start + PIECE).sort(compare)) from.push(item);
    yield;
  }
  for (let width = PIECE; width < from.length; width *= 2) {
    const to: number[] = [];
    for (let start = 0; start < from.length; start += 2 * width) yield* merge(from, to, { start, width }, compare);
    from = to;
  }
  return from;
}

/** Two runs of `from`, the second one behind the first, onto the end of `to`. */
function* merge(from: readonly number[], to: number[], { start, width }: { readonly start: number; readonly width: number }, compare: Compare): Generator<void, void> {
  const middle = Math.min(from.length, start + width);
  const end = Math.min(from.length, middle + width);
  let left = start;
  let right = middle;
  while (left < middle || right < end) {
    const isLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
    to.push(from[isLeft ? left++ : right++]!);
    if (to.length % PIECE === 0) yield;
  }
}
