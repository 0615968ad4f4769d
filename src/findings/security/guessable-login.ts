/**
 * A log-in that keeps its password to itself, and gives away enough to try all likely ones at home (RFC 6331 §1, RFC 1939
 * §13). SCRAM makes each try dear, and is left alone.
 */
import type { Entry } from '../../model/entry.js';
import type { NoteKey } from '../../model/note.js';
import { attemptAt } from '../login-outcome.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** What the client proves its password with. */
const PROOFS: Readonly<Partial<Record<NoteKey, string>>> = {
  'sasl.cram-md5.response': 'CRAM-MD5',
  'sasl.digest-md5.response': 'DIGEST-MD5',
  'sasl.ntlm.authenticate': 'NTLM',
  'pop3.command.apop': 'APOP',
};

export const guessableLogin: Rule<'auth.weak-mechanism'> = {
  id: 'auth.weak-mechanism',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 6331 §1',
  protocols: ALL_PROTOCOLS,
  judge: (facts, tell) => {
    const look = (entry: Entry): void => {
      const mechanism = PROOFS[entry.note.key];
      if (mechanism === undefined || !facts.isExposed) return;
      tell({ mechanism, username: entry.decoded?.['username'] ?? attemptAt(facts.session, entry)?.username }, { entry });
    };
    return { command: look, auth: look };
  },
};
