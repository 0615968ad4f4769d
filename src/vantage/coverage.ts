/**
 * Which octets of one direction a capture holds, as pieces in the order of the stream. Bounded: where there would be too many
 * pieces, neighbours run together, so that a hole may be taken for covered and never the other way round.
 */
import { limits } from './limits.js';

export class Coverage {
  /** Beginning and end of each piece in turn, ascending and apart. */
  #edges: number[] = [];
  octets = 0;

  add(start: number, end: number): void {
    const edges = this.#edges;
    const last = edges.length - 1;
    if (end <= start) return;
    if (last > 0 && start >= edges[last - 1]! && start <= edges[last]!) {
      // In order, as nearly always.
      if (end <= edges[last]!) return;
      this.octets += end - edges[last]!;
      edges[last] = end;
    } else if (last < 0 || start > edges[last]!) {
      edges.push(start, end);
      this.octets += end - start;
      if (edges.length > 2 * limits.pieces) this.#join();
    } else this.#insert(start, end);
  }

  holds(start: number, end: number): boolean {
    const edges = this.#edges;
    for (let at = edges.length - 2; at >= 0; at -= 2) {
      if (start >= edges[at]!) return end <= edges[at + 1]!;
    }
    return false;
  }

  #insert(start: number, end: number): void {
    const edges: number[] = [];
    let from = start;
    let to = end;
    for (let at = 0; at < this.#edges.length; at += 2) {
      const [begin, finish] = [this.#edges[at]!, this.#edges[at + 1]!];
      if (finish < from || begin > to) edges.push(begin, finish);
      else [from, to] = [Math.min(from, begin), Math.max(to, finish)];
    }
    edges.push(from, to);
    const pairs: [number, number][] = [];
    for (let at = 0; at < edges.length; at += 2) pairs.push([edges[at]!, edges[at + 1]!]);
    this.#edges = pairs.sort(([a], [b]) => a - b).flat();
    this.octets = pairs.reduce((sum, [a, b]) => sum + b - a, 0);
    if (this.#edges.length > 2 * limits.pieces) this.#join();
  }

  /** The last two pieces become one. */
  #join(): void {
    this.#edges.splice(this.#edges.length - 3, 2);
  }
}
