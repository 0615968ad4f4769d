/** The words that can begin an untagged response, by registry of RFC 3501, 9051 and the extensions in common use. */
import type { EntryPlace } from '../../../dialogue/entry-draft.js';
import type { ImapVerb } from '../../../model/notes/imap.js';
import { VERBS } from '../verbs.js';

/** The command whose place it takes where none is known to have caused it; of several that may, the first. */
const CAUSES: Readonly<Record<string, readonly ImapVerb[]>> = {
  CAPABILITY: ['CAPABILITY', 'LOGIN', 'AUTHENTICATE'],
  ENABLED: ['ENABLE'],
  FLAGS: ['SELECT', 'EXAMINE'],
  EXISTS: ['SELECT', 'EXAMINE'],
  RECENT: ['SELECT', 'EXAMINE'],
  EXPUNGE: ['EXPUNGE', 'MOVE', 'CLOSE'],
  VANISHED: ['EXPUNGE', 'SELECT', 'EXAMINE', 'MOVE', 'FETCH'],
  FETCH: ['FETCH', 'STORE', 'SEARCH'],
  UIDFETCH: ['FETCH', 'STORE'],
  LIST: ['LIST', 'XLIST', 'LSUB', 'CREATE', 'RENAME'],
  LSUB: ['LSUB'],
  XLIST: ['XLIST'],
  STATUS: ['STATUS', 'LIST'],
  SEARCH: ['SEARCH'],
  ESEARCH: ['SEARCH', 'ESEARCH', 'SORT', 'THREAD'],
  SORT: ['SORT'],
  THREAD: ['THREAD'],
  NAMESPACE: ['NAMESPACE'],
  ID: ['ID'],
  QUOTA: ['GETQUOTA', 'GETQUOTAROOT', 'SETQUOTA'],
  QUOTAROOT: ['GETQUOTAROOT'],
  ACL: ['GETACL'],
  LISTRIGHTS: ['LISTRIGHTS'],
  MYRIGHTS: ['MYRIGHTS', 'LIST'],
  METADATA: ['GETMETADATA', 'SETMETADATA', 'LIST'],
  ANNOTATION: ['GETANNOTATION'],
  LANGUAGE: ['LANGUAGE'],
  COMPARATOR: ['COMPARATOR'],
  GENURLAUTH: ['GENURLAUTH'],
  URLFETCH: ['URLFETCH'],
  CONVERTED: ['CONVERT'],
  JMAPACCESS: ['GETJMAPACCESS'],
  UIDBATCHES: ['UIDBATCHES'],
};

/** Where a command causes responses of several kinds: those that its reply counts. */
const RESULTS: Readonly<Record<string, readonly string[] | undefined>> = {
  LIST: ['LIST'],
  EXPUNGE: ['EXPUNGE', 'VANISHED'],
  FETCH: ['FETCH', 'UIDFETCH'],
};

export function isResponseWord(word: string): boolean {
  return Object.hasOwn(CAUSES, word);
}

/** Commands that ask for such a response, most likely first. */
export function causesOf(word: string): readonly ImapVerb[] {
  return CAUSES[word] ?? [];
}

/** Whether the reply to the command counts such a response. */
export function isResult(word: string, verb: string): boolean {
  return RESULTS[verb]?.includes(word) ?? true;
}

/** Where it stands when no command is known that asked for it. */
export function placeOf(word: string): EntryPlace {
  const [cause] = causesOf(word);
  return cause === undefined ? { phase: 'transaction', step: 'unclear' } : VERBS[cause];
}
