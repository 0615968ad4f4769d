/** `-Y`: compiles the expressions of a command line. Loaded only where there is one: most runs have none. */
import { compileFilter } from '../../filter/filter.js';
import { FilterError } from '../../filter/filter-error.js';
import type { Zone } from '../../filter/moment.js';
import type { Predicate } from '../../filter/predicate.js';
import { FilterMistake } from './mistake.js';

/** What `-Y` asks for. */
export interface FilterChoice {
  /** All of them must match. */
  readonly expressions: readonly string[];
  /** The clock of times that name none. */
  readonly zone: Zone;
}

/** Throws FilterMistake. */
export function filterOf({ expressions, zone }: FilterChoice): Predicate {
  const tests = expressions.map((expression) => compiled(expression, zone));
  const [only] = tests;
  return tests.length === 1 ? only! : (entry, session) => tests.every((test) => test(entry, session));
}

function compiled(expression: string, zone: Zone): Predicate {
  try {
    return compileFilter(expression, zone);
  } catch (error) {
    throw error instanceof FilterError ? new FilterMistake(expression, error) : error;
  }
}
