/** Findings by their names; there are as many as there are rules. */
import type { Finding, FindingId, Severity } from '../model/finding.js';
import type { FindingCount } from '../model/statistics.js';

const RANKS: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, notice: 2, info: 3 };

export class FindingTally {
  readonly #counts = new Map<FindingId, FindingCount & { count: number }>();

  add({ id, severity, category }: Finding): void {
    const known = this.#counts.get(id);
    if (known === undefined) this.#counts.set(id, { id, severity, category, count: 1 });
    else known.count++;
  }

  get result(): readonly FindingCount[] {
    return [...this.#counts.values()].sort((a, b) => RANKS[a.severity] - RANKS[b.severity] || b.count - a.count);
  }
}
