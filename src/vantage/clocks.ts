/**
 * How the clocks of captures stand to each other, by the packets that they have in common. Each group of captures that hang
 * together by such packets takes the clock of its first one.
 */
import type { CaptureClock } from '../model/vantage.js';
import { compareClocks, median } from './comparison.js';
import { limits } from './limits.js';
import type { Sights } from './sight.js';

/** By capture, then by another capture: by how much the other one's clock is ahead, in seconds. */
type Differences = Map<number, Map<number, number[]>>;

export function alignClocks(connections: readonly Sights[]): ReadonlyMap<number, CaptureClock> {
  const differences: Differences = new Map();
  for (const sights of connections) for (const [at, sight] of sights.entries()) {
    for (const other of sights.slice(at + 1)) {
      const compared = compareClocks(sight, other);
      if (compared === undefined) continue;
      note(differences, sight.capture, other.capture, compared.ahead);
      note(differences, other.capture, sight.capture, -compared.ahead);
    }
  }
  return walk(differences);
}

function note(differences: Differences, from: number, to: number, ahead: number): void {
  let row = differences.get(from);
  if (row === undefined) differences.set(from, (row = new Map()));
  const known = row.get(to);
  if (known === undefined) row.set(to, [ahead]);
  else known.push(ahead);
}

/** From the first capture of each group to those next to it, and on. */
function walk(differences: Differences): ReadonlyMap<number, CaptureClock> {
  const clocks = new Map<number, CaptureClock>();
  for (const reference of [...differences.keys()].sort((a, b) => a - b)) {
    if (clocks.has(reference)) continue;
    clocks.set(reference, { reference, ahead: 0, moved: false });
    const queue = [reference];
    for (let at = 0; at < queue.length; at++) {
      const { ahead } = clocks.get(queue[at]!)!;
      for (const [to, values] of differences.get(queue[at]!) ?? []) {
        if (clocks.has(to)) continue;
        clocks.set(to, clockOf(reference, ahead + median(values)!));
        queue.push(to);
      }
    }
  }
  for (const [capture, clock] of clocks) if (clock.reference === capture) clocks.delete(capture);
  return clocks;
}

function clockOf(reference: number, difference: number): CaptureClock {
  // To the microsecond: what lies below is no more than the jitter of the packets.
  const ahead = Math.round(difference * 1e6) / 1e6;
  return { reference, ahead, moved: Math.abs(ahead) >= limits.agreement };
}
