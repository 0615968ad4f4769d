/**
 * The commands of IMAP, a row a verb: where it is specified, which part of the conversation it belongs to, the state
 * it needs and the state that a tagged OK leads to. `UID FETCH` uses the row of FETCH. The five states' names are
 * those of RFC 9051 §3; the greeting itself is no state here.
 */
import type { EntryPlace } from '../../dialogue/entry-draft.js';
import type { ImapVerb } from '../../model/notes/imap.js';

export type ImapState = 'not authenticated' | 'authenticated' | 'selected' | 'logout';

export interface VerbRow extends EntryPlace {
  /** RFC and section; the vendor or the draft where there is no RFC. */
  readonly reference: string;
  /** It may stand behind UID (RFC 9051 §6.4.9). */
  readonly takesUid?: true;
  /** The state in which it is allowed; absent where any will do. */
  readonly needs?: ImapState;
  /** The state behind a tagged OK; absent where it stays. */
  readonly after?: ImapState;
  /** The state behind a tagged NO; absent where it stays. */
  readonly afterNo?: ImapState;
  /** Which arguments, counted from 0, must not be shown to others. */
  readonly secretArgs?: readonly number[];
}

const entry = { phase: 'auth', step: 'authentication', needs: 'not authenticated', after: 'authenticated' } as const;
const names = { phase: 'transaction', step: 'mailboxes', needs: 'authenticated' } as const;
const inside = { phase: 'transaction', needs: 'selected' } as const;
const onMails = { ...inside, takesUid: true } as const;
const opening = { phase: 'transaction', step: 'select', needs: 'authenticated', after: 'selected', afterNo: 'authenticated' } as const;
const more = { phase: 'transaction', step: 'extension' } as const;
const manage = { ...more, needs: 'authenticated' } as const;

export const VERBS = {
  CAPABILITY: { phase: 'greeting', step: 'capabilities', reference: 'RFC 9051 §6.1.1' },
  NOOP: { phase: 'transaction', step: 'keep-alive', reference: 'RFC 9051 §6.1.2' },
  LOGOUT: { phase: 'close', step: 'quit', after: 'logout', reference: 'RFC 9051 §6.1.3' },
  STARTTLS: { phase: 'tls', step: 'encryption', needs: 'not authenticated', reference: 'RFC 9051 §6.2.1' },
  AUTHENTICATE: { ...entry, reference: 'RFC 9051 §6.2.2' },
  LOGIN: { ...entry, secretArgs: [1], reference: 'RFC 9051 §6.2.3' },
  ENABLE: { ...more, needs: 'authenticated', reference: 'RFC 9051 §6.3.1' },
  SELECT: { ...opening, reference: 'RFC 9051 §6.3.2' },
  EXAMINE: { ...opening, reference: 'RFC 9051 §6.3.3' },
  CREATE: { ...names, reference: 'RFC 9051 §6.3.4' },
  DELETE: { ...names, reference: 'RFC 9051 §6.3.5' },
  RENAME: { ...names, reference: 'RFC 9051 §6.3.6' },
  SUBSCRIBE: { ...names, reference: 'RFC 9051 §6.3.7' },
  UNSUBSCRIBE: { ...names, reference: 'RFC 9051 §6.3.8' },
  LIST: { ...names, reference: 'RFC 9051 §6.3.9' },
  LSUB: { ...names, reference: 'RFC 3501 §6.3.9' },
  XLIST: { ...names, reference: 'RFC 6154 §1' },
  RLIST: { ...names, reference: 'RFC 2193 §5.1' },
  RLSUB: { ...names, reference: 'RFC 2193 §5.2' },
  NAMESPACE: { ...names, reference: 'RFC 9051 §6.3.10' },
  STATUS: { ...names, step: 'status', reference: 'RFC 9051 §6.3.11' },
  APPEND: { phase: 'transfer', step: 'append', needs: 'authenticated', reference: 'RFC 9051 §6.3.12' },
  IDLE: { phase: 'transaction', step: 'idle', needs: 'authenticated', reference: 'RFC 9051 §6.3.13' },
  CHECK: { ...inside, step: 'keep-alive', reference: 'RFC 3501 §6.4.1' },
  CLOSE: { ...inside, step: 'delete', after: 'authenticated', reference: 'RFC 9051 §6.4.1' },
  UNSELECT: { ...inside, step: 'select', after: 'authenticated', reference: 'RFC 9051 §6.4.2' },
  EXPUNGE: { ...onMails, step: 'delete', reference: 'RFC 9051 §6.4.3' },
  SEARCH: { ...onMails, step: 'search', reference: 'RFC 9051 §6.4.4' },
  FETCH: { ...onMails, phase: 'transfer', step: 'retrieve', reference: 'RFC 9051 §6.4.5' },
  STORE: { ...onMails, step: 'flags', reference: 'RFC 9051 §6.4.6' },
  COPY: { ...onMails, step: 'copy', reference: 'RFC 9051 §6.4.7' },
  MOVE: { ...onMails, step: 'copy', reference: 'RFC 9051 §6.4.8' },
  SORT: { ...onMails, step: 'search', reference: 'RFC 5256 §3' },
  THREAD: { ...onMails, step: 'search', reference: 'RFC 5256 §3' },
  ID: { phase: 'greeting', step: 'identification', reference: 'RFC 2971 §3.1' },
  GETQUOTA: { ...manage, reference: 'RFC 9208 §4.1.1' },
  GETQUOTAROOT: { ...manage, reference: 'RFC 9208 §4.1.2' },
  SETQUOTA: { ...manage, reference: 'RFC 9208 §4.1.3' },
  GETACL: { ...manage, reference: 'RFC 4314 §3.3' },
  SETACL: { ...manage, reference: 'RFC 4314 §3.1' },
  DELETEACL: { ...manage, reference: 'RFC 4314 §3.2' },
  LISTRIGHTS: { ...manage, reference: 'RFC 4314 §3.4' },
  MYRIGHTS: { ...manage, reference: 'RFC 4314 §3.5' },
  GETMETADATA: { ...manage, reference: 'RFC 5464 §4.2' },
  SETMETADATA: { ...manage, reference: 'RFC 5464 §4.3' },
  GETANNOTATION: { ...manage, reference: 'draft-daboo-imap-annotatemore' },
  SETANNOTATION: { ...manage, reference: 'draft-daboo-imap-annotatemore' },
  COMPRESS: { ...more, reference: 'RFC 4978 §3' },
  NOTIFY: { ...manage, step: 'idle', reference: 'RFC 5465 §3' },
  LANGUAGE: { ...more, reference: 'RFC 5255 §3.2' },
  COMPARATOR: { ...more, reference: 'RFC 5255 §4.7' },
  UNAUTHENTICATE: { phase: 'auth', step: 'authentication', after: 'not authenticated', reference: 'RFC 8437 §2' },
  GENURLAUTH: { ...manage, reference: 'RFC 4467 §7' },
  URLFETCH: { ...manage, reference: 'RFC 4467 §7' },
  RESETKEY: { ...manage, reference: 'RFC 4467 §7' },
  CONVERT: { ...onMails, step: 'retrieve', reference: 'RFC 5259 §6' },
  REPLACE: { ...onMails, phase: 'transfer', step: 'append', reference: 'RFC 8508 §3' },
  ESEARCH: { ...manage, step: 'search', reference: 'RFC 7377 §2' },
  CANCELUPDATE: { ...inside, step: 'search', reference: 'RFC 5267 §4.3' },
  UIDBATCHES: { ...inside, step: 'search', reference: 'draft-ietf-mailmaint-imap-uidbatches' },
  GETJMAPACCESS: { ...manage, reference: 'RFC 9698 §3' },
  PROXYAUTH: { ...manage, reference: 'Netscape and Sun Messaging Server' },
  XAPPLEPUSHSERVICE: { ...manage, step: 'idle', reference: 'Apple' },
  'X-CANCEL': { ...manage, reference: 'Dovecot' },
  'X-STATE': { ...manage, reference: 'Dovecot' },
} as const satisfies Readonly<Record<ImapVerb, VerbRow>>;

/** Ends IDLE; it carries no tag (RFC 2177 §3, RFC 9051 §6.3.13). */
export const DONE: VerbRow = { ...VERBS.IDLE };

export const UNKNOWN_VERB: VerbRow = { ...more, reference: 'RFC 9051 §6.5' };

/** A line without a command. */
export const NO_VERB: VerbRow = { phase: 'transaction', step: 'unclear', reference: 'RFC 9051 §2.2.1' };

const ROWS: ReadonlyMap<string, VerbRow> = new Map(Object.entries(VERBS));

export function isImapVerb(verb: string): verb is ImapVerb {
  return ROWS.has(verb);
}

export function verbRow(verb: string): VerbRow {
  return ROWS.get(verb) ?? UNKNOWN_VERB;
}
