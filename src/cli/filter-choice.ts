/** What `-Y` asks for, and the filter that it makes. */
import type { Zone } from '../filter/moment.js';
import type { Predicate } from '../filter/predicate.js';

export interface FilterChoice {
  /** All of them must match. */
  readonly expressions: readonly string[];
  /** The clock of times that name none. */
  readonly zone: Zone;
}

/** Loaded only where there is a filter: most runs have none. Rejects with FilterMistake. */
export async function loadFilter(choice: FilterChoice | undefined): Promise<Predicate | undefined> {
  if (choice === undefined) return undefined;
  const { filterOf } = await import('./filter.js');
  return filterOf(choice);
}
