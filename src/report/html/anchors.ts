/** What addresses within the page name. The page's script knows that a line bears its session's name. */
import type { FindingId } from '../../model/finding.js';

export function sessionAnchor(session: number): string {
  return `s${session}`;
}

export function entryAnchor(session: number, entry: number): string {
  return `s${session}-${entry}`;
}

export function mailAnchor(mail: number): string {
  return `m${mail}`;
}

export function findingAnchor(id: FindingId): string {
  return `finding-${id}`;
}
