/** The order of severities. */
import type { Severity } from '../model/finding.js';

/** From the mildest to the gravest. */
export const SEVERITIES = ['info', 'notice', 'warning', 'critical'] as const satisfies readonly Severity[];

/** Whether `severity` is as grave as `least`, or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
