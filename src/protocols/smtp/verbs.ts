/**
 * The commands of SMTP and its registered extensions, a row a verb: where it is specified, which part of the
 * conversation it belongs to, and the state that a positive reply leads to. RFC 5321 names no states; these six
 * are the ones its §4.1.4 implies.
 */
import type { EntryPlace } from '../../dialogue/entry-draft.js';
import type { RefusedCommand } from '../../model/notes/smtp.js';

export type SmtpState = 'connected' | 'ready' | 'mail' | 'recipient' | 'data' | 'closed';

export interface VerbRow extends EntryPlace {
  readonly reference: string;
  /** The state behind a 2yz reply; absent where it stays. */
  readonly after?: SmtpState;
  /** How a refusal is told. */
  readonly refused: RefusedCommand;
}

const hello = { phase: 'greeting', step: 'identification', after: 'ready', refused: 'hello' } as const;
const side = { phase: 'transaction', refused: 'other' } as const;

export const VERBS = {
  HELO: { ...hello, reference: 'RFC 5321 §4.1.1.1' },
  EHLO: { ...hello, reference: 'RFC 5321 §4.1.1.1' },
  LHLO: { ...hello, reference: 'RFC 2033 §4.1' },
  MAIL: { phase: 'transaction', step: 'sender', after: 'mail', refused: 'sender', reference: 'RFC 5321 §4.1.1.2' },
  RCPT: { phase: 'transaction', step: 'recipient', after: 'recipient', refused: 'recipient', reference: 'RFC 5321 §4.1.1.3' },
  DATA: { phase: 'transfer', step: 'content', refused: 'data', reference: 'RFC 5321 §4.1.1.4' },
  BDAT: { phase: 'transfer', step: 'content', refused: 'chunk', reference: 'RFC 3030 §2' },
  RSET: { ...side, step: 'reset', after: 'ready', reference: 'RFC 5321 §4.1.1.5' },
  VRFY: { ...side, step: 'verification', refused: 'verification', reference: 'RFC 5321 §4.1.1.6' },
  EXPN: { ...side, step: 'verification', refused: 'verification', reference: 'RFC 5321 §4.1.1.7' },
  HELP: { ...side, step: 'help', reference: 'RFC 5321 §4.1.1.8' },
  NOOP: { ...side, step: 'keep-alive', reference: 'RFC 5321 §4.1.1.9' },
  QUIT: { phase: 'close', step: 'quit', after: 'closed', refused: 'other', reference: 'RFC 5321 §4.1.1.10' },
  TURN: { ...side, step: 'turn', after: 'connected', reference: 'RFC 821 §3.8, RFC 5321 appendix F.1' },
  ATRN: { ...side, step: 'turn', after: 'connected', reference: 'RFC 2645 §5.2' },
  ETRN: { ...side, step: 'turn', reference: 'RFC 1985' },
  AUTH: { phase: 'auth', step: 'authentication', refused: 'login', reference: 'RFC 4954 §4' },
  STARTTLS: { phase: 'tls', step: 'encryption', after: 'connected', refused: 'tls', reference: 'RFC 3207 §4' },
} as const satisfies Readonly<Record<string, VerbRow>>;

export type SmtpVerb = keyof typeof VERBS;

export const UNKNOWN_VERB: VerbRow = { phase: 'transaction', step: 'extension', refused: 'other', reference: 'RFC 5321 §4.1.1' };

export function isSmtpVerb(verb: string): verb is SmtpVerb {
  return Object.hasOwn(VERBS, verb);
}

export function verbRow(verb: string): VerbRow {
  return isSmtpVerb(verb) ? VERBS[verb] : UNKNOWN_VERB;
}
