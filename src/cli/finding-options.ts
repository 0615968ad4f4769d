/** What the command line says about findings: which are not looked for, and which one makes an exit status. */
import type { AnyRule } from '../findings/rule.js';
import { RULES } from '../findings/rules.js';
import { isAtLeast } from '../findings/severity.js';
import type { Severity } from '../model/finding.js';
import { UsageError } from './usage-error.js';

const FOUND = 3;
const NOTHING_READ = 2;

export interface FindingOptions {
  readonly rules: readonly AnyRule[];
  /** Findings as grave as this are an exit status of their own. */
  readonly failOn: Severity | undefined;
}

/** `ignored`: names of findings, several in one with commas between. Throws UsageError for a name that is none. */
export function findingOptions(ignored: readonly string[], failOn: Severity | undefined): FindingOptions {
  const names = new Set(ignored.flatMap((name) => name.split(',')).map((name) => name.trim()).filter((name) => name !== ''));
  const unknown = [...names].find((name) => !RULES.some(({ id }) => id === name));
  if (unknown !== undefined) throw new UsageError('unknown-finding', { name: unknown });
  return { rules: RULES.filter(({ id }) => !names.has(id)), failOn };
}

/** The exit status: 3 where something as grave was found, whatever else was damaged; `status` otherwise. */
export function statusAfter(severities: Iterable<Severity>, { failOn }: FindingOptions, status: number): number {
  if (failOn === undefined || status === NOTHING_READ) return status;
  return [...severities].some((severity) => isAtLeast(severity, failOn)) ? FOUND : status;
}
