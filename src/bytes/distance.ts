/** How many letters must be changed, left out, added or swapped with their neighbour to get from one word to another. */

/** Nothing where it is more than `most`. Longer words than names have are not compared. */
export function distance(from: string, to: string, most: number): number | undefined {
  if (Math.abs(from.length - to.length) > most || from.length > LONGEST) return undefined;
  let older: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = last[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? older[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, change, swap));
    }
    [older, last] = [last, row];
  }
  const found = last[to.length]!;
  return found <= most ? found : undefined;
}

const LONGEST = 40;
