/** Watches for lines that end with LF alone: told once for each side. */
import type { Entry } from '../../model/entry.js';
import type { Side } from '../../model/endpoint.js';
import type { SessionFacts } from '../session-facts.js';
import type { Watcher } from '../rule.js';

export function watchLineEnds(_facts: SessionFacts, tell: (values: { from: Side }, place: { entry: Entry }) => void): Watcher {
  const told = new Set<Side>();
  const look = (entry: Entry): void => {
    if (entry.ending !== 'lf' || told.has(entry.from)) return;
    told.add(entry.from);
    tell({ from: entry.from }, { entry });
  };
  return { greeting: look, command: look, auth: look, data: look, reply: look, untagged: look, continuation: look };
}
