/**
 * How a log-in has ended, and whose it was, in the words that the three protocols share. A log-in that the client itself
 * has given up, or that failed for another reason than what was shown of name and password, is none that failed.
 */
import type { Entry } from '../model/entry.js';
import type { AuthAttempt, Session } from '../model/session.js';

/** SMTP: the credentials are wrong (RFC 4954 §6). */
const WRONG = 535;
const LOGINS: ReadonlySet<string> = new Set(['LOGIN', 'AUTHENTICATE']);
/** Codes that speak of the server, or of the moment (RFC 2449 §8.1, RFC 3206, RFC 5530). */
const NOT_THE_CREDENTIALS = /^(?:SYS\/|IN-USE|LOGIN-DELAY|UNAVAILABLE|INUSE|LIMIT|SERVERBUG|PRIVACYREQUIRED|CANNOT)/i;

export function loginOutcome({ note }: Entry): 'succeeded' | 'failed' | undefined {
  switch (note.key) {
    case 'smtp.reply.logged-in':
    case 'pop3.reply.logged-in':
      return 'succeeded';
    case 'imap.reply.ok':
      return LOGINS.has(note.params.verb) ? 'succeeded' : undefined;
    case 'imap.reply.no':
      return LOGINS.has(note.params.verb) && isRefusal(note.params.code?.name) ? 'failed' : undefined;
    case 'smtp.reply.refused': {
      const { command, code, circumstance } = note.params;
      return command === 'login' && code === WRONG && circumstance === undefined ? 'failed' : undefined;
    }
    case 'pop3.reply.refused': {
      const { refused, reason, code } = note.params;
      return refused === 'login' && reason === undefined && isRefusal(code) ? 'failed' : undefined;
    }
    default:
      return undefined;
  }
}

function isRefusal(code: string | undefined): boolean {
  return code === undefined || !NOT_THE_CREDENTIALS.test(code);
}

/** The log-in that was opened last before, or with, that entry: a session's list may be ahead of what is told. */
export function attemptAt(session: Session, entry: Entry): AuthAttempt | undefined {
  return session.auth.findLast((attempt) => attempt.entry.id > 0 && attempt.entry.id <= entry.id);
}
