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
  /** What the server's go-ahead lets the client send in place of commands. */
  readonly opens?: 'mail' | 'login' | 'tls' | 'blob';
  /** Reply codes that hardly any other command gets. */
  readonly own?: readonly number[];
  /** It must be the last of commands sent without waiting (RFC 2920 §3.1); those of extensions unless these say otherwise. */
  readonly endsGroup?: true;
}

const hello = { phase: 'greeting', step: 'identification', after: 'ready', refused: 'hello', endsGroup: true } as const;
const side = { phase: 'transaction', refused: 'other' } as const;
const sender = { phase: 'transaction', step: 'sender', after: 'mail', refused: 'sender' } as const;
const login = { phase: 'auth', step: 'authentication', refused: 'login', opens: 'login', endsGroup: true, own: [235, 334] } as const;
const tls = { phase: 'tls', step: 'encryption', after: 'connected', refused: 'tls', opens: 'tls', endsGroup: true, own: [220] } as const;
const extension = { ...side, step: 'extension' } as const;

export const VERBS = {
  HELO: { ...hello, reference: 'RFC 5321 §4.1.1.1' },
  EHLO: { ...hello, reference: 'RFC 5321 §4.1.1.1' },
  LHLO: { ...hello, reference: 'RFC 2033 §4.1' },
  MAIL: { ...sender, reference: 'RFC 5321 §4.1.1.2' },
  SEND: { ...sender, reference: 'RFC 821 §3.4' },
  SOML: { ...sender, reference: 'RFC 821 §3.4' },
  SAML: { ...sender, reference: 'RFC 821 §3.4' },
  RCPT: { phase: 'transaction', step: 'recipient', after: 'recipient', refused: 'recipient', reference: 'RFC 5321 §4.1.1.3' },
  DATA: { phase: 'transfer', step: 'content', refused: 'data', opens: 'mail', own: [354], endsGroup: true, reference: 'RFC 5321 §4.1.1.4' },
  BDAT: { phase: 'transfer', step: 'content', refused: 'chunk', reference: 'RFC 3030 §2' },
  BURL: { phase: 'transfer', step: 'content', refused: 'chunk', reference: 'RFC 4468' },
  XEXCH50: { phase: 'transfer', step: 'extension', refused: 'other', opens: 'blob', own: [354], reference: 'Exchange 2000' },
  RSET: { ...side, step: 'reset', after: 'ready', reference: 'RFC 5321 §4.1.1.5' },
  VRFY: { ...side, step: 'verification', refused: 'verification', endsGroup: true, reference: 'RFC 5321 §4.1.1.6' },
  EXPN: { ...side, step: 'verification', refused: 'verification', endsGroup: true, reference: 'RFC 5321 §4.1.1.7' },
  HELP: { ...side, step: 'help', own: [214], reference: 'RFC 5321 §4.1.1.8' },
  NOOP: { ...side, step: 'keep-alive', endsGroup: true, reference: 'RFC 5321 §4.1.1.9' },
  QUIT: { phase: 'close', step: 'quit', after: 'closed', refused: 'other', own: [221], endsGroup: true, reference: 'RFC 5321 §4.1.1.10' },
  TURN: { ...side, step: 'turn', after: 'connected', endsGroup: true, reference: 'RFC 821 §3.8, RFC 5321 appendix F.1' },
  ATRN: { ...side, step: 'turn', after: 'connected', endsGroup: true, reference: 'RFC 2645 §5.2' },
  ETRN: { ...side, step: 'turn', endsGroup: true, reference: 'RFC 1985' },
  AUTH: { ...login, reference: 'RFC 4954 §4' },
  'X-EXPS': { ...login, reference: 'Exchange 2000' },
  STARTTLS: { ...tls, reference: 'RFC 3207 §4' },
  'X-ANONYMOUSTLS': { ...tls, reference: 'Exchange 2007' },
  XANONYMOUSTLS: { ...tls, reference: 'Exchange 2007' },
  XCLIENT: { ...extension, after: 'connected', own: [220], reference: 'Postfix XCLIENT_README' },
  XFORWARD: { ...extension, reference: 'Postfix XFORWARD_README' },
  CLIENTID: { ...extension, reference: 'draft-storey-smtp-client-id' },
} as const satisfies Readonly<Record<string, VerbRow>>;

export type SmtpVerb = keyof typeof VERBS;

export const UNKNOWN_VERB: VerbRow = { phase: 'transaction', step: 'extension', refused: 'other', reference: 'RFC 5321 §4.1.1' };

/** A line of a mail whose DATA was refused, as far as it is no command: the server refuses it as one. */
export const REFUSED_MAIL: VerbRow = { phase: 'transfer', step: 'content', refused: 'mail-line', reference: 'RFC 5321 §4.1.1.4' };

export function isSmtpVerb(verb: string): verb is SmtpVerb {
  return Object.hasOwn(VERBS, verb);
}

export function verbRow(verb: string): VerbRow {
  return isSmtpVerb(verb) ? VERBS[verb] : UNKNOWN_VERB;
}
