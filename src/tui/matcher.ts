/** What a filter means for a row of the list, for a line of a conversation, and for any text. */
import type { SessionRow } from '../model/archive.js';
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import type { Predicate } from '../filter/predicate.js';
import type { Filter } from './state.js';

export interface Matcher {
  readonly filter: Filter;
  /** Of words; an expression is looked for in the sessions themselves. */
  matchesRow(row: SessionRow): boolean;
  /** `told`: what the line says and what is said of it. */
  matchesEntry(entry: Entry, session: Session, told: () => string): boolean;
  /** The word that is marked in `text`: where it stands. */
  place(text: string): { readonly start: number; readonly end: number } | undefined;
}

export function wordMatcher(filter: Filter): Matcher {
  const needles = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const holds = (text: string): boolean => needles.every((word) => text.includes(word));
  return {
    filter,
    matchesRow: (row) => holds(rowText(row)),
    matchesEntry: (_entry, _session, told) => holds(told().toLowerCase()),
    place(text) {
      const lower = text.toLowerCase();
      // Letters that change their length in lower case would move the mark.
      if (lower.length !== text.length) return undefined;
      for (const word of needles) {
        const start = lower.indexOf(word);
        if (start !== -1) return { start, end: start + word.length };
      }
      return undefined;
    },
  };
}

export function expressionMatcher(filter: Filter, keeps: Predicate): Matcher {
  return { filter, matchesRow: () => true, matchesEntry: (entry, session) => keeps(entry, session), place: () => undefined };
}

/** Everything that a row of the list tells, in lower case. */
function rowText(row: SessionRow): string {
  const { id, protocol, client, server, user, from, to, mailbox, subject, outcome } = row;
  const code = 'code' in outcome.params ? outcome.params.code : undefined;
  return [id, protocol, client.address, client.port, client.name, server.address, server.port, server.name, user, from, ...to, mailbox, subject, outcome.key, code]
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase();
}
