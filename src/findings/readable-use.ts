/** What a session is used for that deserves TLS: the first log-in, and the first mail that is handed in. */
import type { Entry } from '../model/entry.js';

export type ReadableUse = 'log-in' | 'mail';

const LOGINS: ReadonlySet<string> = new Set(['AUTH', 'AUTHENTICATE', 'LOGIN', 'PASS', 'APOP']);

/** Undefined for a command that gives nothing away. */
export function useOf({ note, verb = '' }: Entry): ReadableUse | undefined {
  if (note.key === 'pop3.command.auth-list') return undefined;
  if (verb === 'MAIL') return 'mail';
  return LOGINS.has(verb) ? 'log-in' : undefined;
}
