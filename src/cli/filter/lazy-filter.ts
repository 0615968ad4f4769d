/** The filter of `-Y`, loaded only where there is one: most runs have none. */
import type { Predicate } from '../../filter/predicate.js';
import type { FilterChoice } from './filter.js';

/** Rejects with FilterMistake. */
export async function loadFilter(choice: FilterChoice | undefined): Promise<Predicate | undefined> {
  if (choice === undefined) return undefined;
  const { filterOf } = await import('./filter.js');
  return filterOf(choice);
}
