/** A connection of which two captures do not hold the same octets: something on the way has changed them. */
import type { Entry } from '../../model/entry.js';
import type { Alteration } from '../../model/vantage.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

export const alteredStream: Rule<'capture.altered'> = {
  id: 'capture.altered',
  severity: 'critical',
  category: 'security',
  reference: 'RFC 3207 §6',
  protocols: ALL_PROTOCOLS,
  begin: () => (facts, tell) => {
    // Mutable: each is told once, at the line in which it lies.
    const open = [...(facts.session.connection.sight?.alterations ?? [])];
    if (open.length === 0) return undefined;
    const say = ({ side, captures }: Alteration, entry?: Entry): void => {
      const first = facts.session.connection.captures[0]!;
      tell({ from: side, first: first + 1, others: captures.map((capture) => capture + 1) }, { entry });
    };
    const look = (entry: Entry): void => {
      const at = open.findIndex(({ side, offset }) => side === entry.from && offset < entry.extent.offset + entry.extent.bytes);
      if (at !== -1) for (const found of open.splice(at, 1)) say(found, entry);
    };
    const end = (): void => open.forEach((found) => say(found));
    return { greeting: look, command: look, reply: look, untagged: look, continuation: look, auth: look, message: look, data: look, tls: look, unknown: look, end };
  },
};
