/** Annotations of what IMAP servers say (RFC 3501, 9051 and the extensions in common use). Sizes are octets, durations seconds. */
import type { FetchedItem, FetchItem, MailRange, MailSet, StatusItem } from './imap-values.js';
import type { ImapVerb } from './imap-verbs.js';

/** Response codes of the IANA registry (RFC 9051 §7.1, RFC 5530 and later). */
export type ImapCode =
  | 'ALERT'
  | 'ALREADYEXISTS'
  | 'ANNOTATE'
  | 'ANNOTATIONS'
  | 'APPENDUID'
  | 'AUTHENTICATIONFAILED'
  | 'AUTHORIZATIONFAILED'
  | 'BADCHARSET'
  | 'BADCOMPARATOR'
  | 'BADEVENT'
  | 'BADURL'
  | 'CANNOT'
  | 'CAPABILITY'
  | 'CLIENTBUG'
  | 'CLOSED'
  | 'COMPRESSIONACTIVE'
  | 'CONTACTADMIN'
  | 'COPYUID'
  | 'CORRUPTION'
  | 'DOWNGRADED'
  | 'EXPIRED'
  | 'EXPUNGEISSUED'
  | 'HASCHILDREN'
  | 'HIGHESTMODSEQ'
  | 'INPROGRESS'
  | 'INUSE'
  | 'LIMIT'
  | 'MAILBOXID'
  | 'MAXCONVERTMESSAGES'
  | 'MAXCONVERTPARTS'
  | 'MESSAGELIMIT'
  | 'METADATA'
  | 'MODIFIED'
  | 'NEWNAME'
  | 'NOMODSEQ'
  | 'NONEXISTENT'
  | 'NOPERM'
  | 'NOTIFICATIONOVERFLOW'
  | 'NOTSAVED'
  | 'NOUPDATE'
  | 'OVERQUOTA'
  | 'PARSE'
  | 'PERMANENTFLAGS'
  | 'PRIVACYREQUIRED'
  | 'READ-ONLY'
  | 'READ-WRITE'
  | 'REFERRAL'
  | 'SERVERBUG'
  | 'TEMPFAIL'
  | 'TOOBIG'
  | 'TRYCREATE'
  | 'UIDNEXT'
  | 'UIDNOTSTICKY'
  | 'UIDREQUIRED'
  | 'UIDVALIDITY'
  | 'UNAVAILABLE'
  | 'UNDEFINED-FILTER'
  | 'UNKNOWN-CTE'
  | 'UNSEEN'
  | 'URLMECH'
  | 'USEATTR';

/** What stands in the brackets of a response. */
export interface ResponseCode {
  /** Upper case. */
  readonly name: string;
  /** Verbatim. */
  readonly args: string;
  /** The first argument, where it is a number. */
  readonly number: number | undefined;
  /** The arguments as words, lists taken apart. */
  readonly words: readonly string[];
}

/** What a command was about; the reply's sentence draws on it. */
export interface CommandFacts {
  readonly uid: boolean;
  mailbox?: string | undefined;
  /** New name, or where mails go. */
  target?: string | undefined;
  set?: MailSet | undefined;
  flags?: readonly string[] | undefined;
  /** The mailbox is open for reading only. */
  readOnly?: boolean | undefined;
  username?: string | undefined;
  mechanism?: string | undefined;
  /** Mails in the mailbox, where the server said so. */
  mails?: number | undefined;
  /** Untagged lines that came for it; of EXPUNGE the mails that are gone. */
  results: number;
  /** Another command waits that the same untagged lines may be for. */
  shared?: true;
  /** It switches off what it otherwise switches on: NOTIFY NONE. */
  switchedOff?: true;
  /** Mails of the closed mailbox that the server had shown with \\Deleted. */
  deleted?: number | undefined;
  /** Mails that one APPEND brought, where it brought several. */
  appended?: number | undefined;
  /** Octets of an appended mail. */
  bytes?: number | undefined;
}

export interface StatusParams {
  code: ResponseCode | undefined;
  /** What the server says in words. */
  words: string;
}

export interface ImapResponseNotes {
  /** `unprotected`: the list of capabilities in it has no STARTTLS, and nothing else encrypts. */
  'imap.greeting': StatusParams & { host: string | undefined; delay: number | undefined; unprotected: boolean };
  'imap.greeting.preauth': StatusParams & { host: string | undefined };
  'imap.greeting.refused': StatusParams;

  /** Behind a mail inside a FETCH response. */
  'imap.data.fetch-end': { items: readonly FetchedItem[]; more: boolean; opensPart: FetchItem | undefined };

  'imap.continuation.literal': { verb: string; octets: number; words: string };
  'imap.continuation.append': { octets: number; words: string };
  'imap.continuation.idle': { words: string };
  'imap.continuation.other': { words: string };

  'imap.reply.ok': StatusParams & { verb: ImapVerb; facts: CommandFacts };
  'imap.reply.ok-other': StatusParams & { tag: string; verb: string | undefined };
  'imap.reply.no': StatusParams & { verb: ImapVerb; facts: CommandFacts };
  'imap.reply.no-other': StatusParams & { tag: string; verb: string | undefined };
  /** The client itself gave the log-in up (RFC 9051 §6.2.2). */
  'imap.reply.cancelled': StatusParams & { status: 'NO' | 'BAD'; mechanism: string };
  /** `misplaced`: the state that the command needs, and the one it was sent in. */
  'imap.reply.bad': StatusParams & { tag: string; verb: string | undefined; misplaced: { needs: string; state: string } | undefined };

  /** `uidValidityBefore`: another one that this mailbox had earlier in the session; `uidValidityRemembered`: that the client named. */
  'imap.untagged.ok': StatusParams & { uidValidityBefore: number | undefined; uidValidityRemembered: number | undefined };
  'imap.untagged.no': StatusParams;
  'imap.untagged.bad': StatusParams;
  'imap.untagged.bye': StatusParams & { asked: boolean };
  'imap.untagged.capability': { capabilities: readonly string[]; unprotected: boolean };
  'imap.untagged.enabled': { extensions: readonly string[] };
  'imap.untagged.flags': { flags: readonly string[] };
  'imap.untagged.exists': { count: number; mailbox: string | undefined; before: number | undefined };
  'imap.untagged.recent': { count: number };
  'imap.untagged.expunge': { number: number; left: number | undefined };
  /** `uid`: the number is a UID (RFC 9586). */
  'imap.untagged.fetch': { number: number; uid: boolean; items: readonly FetchedItem[]; opensMail: number | undefined; opensPart: FetchItem | undefined };
  /** `tellsLevels`: the line before had another delimiter, or there was none. */
  'imap.untagged.list': { mailbox: string; attributes: readonly string[]; delimiter: string | undefined; tellsLevels: boolean; subscribed: boolean; oldName: string | undefined; childInfo: readonly string[] };
  'imap.untagged.delimiter': { delimiter: string | undefined };
  'imap.untagged.status': { mailbox: string; items: readonly StatusItem[] };
  'imap.untagged.search': { numbers: readonly string[]; count: number; uid: boolean; sorted: boolean; modseq: string | undefined };
  /** `mailbox`: of several that were searched (RFC 7377); `sorted`: it is SORT that is answered (RFC 5267 §3.1). */
  'imap.untagged.esearch': { items: readonly StatusItem[]; uid: boolean; mailbox: string | undefined; sorted: boolean };
  'imap.untagged.thread': { threads: number; mails: number };
  'imap.untagged.namespace': { personal: readonly string[]; others: readonly string[]; shared: readonly string[] };
  'imap.untagged.id': {
    name: string | undefined;
    version: string | undefined;
    vendor: string | undefined;
    os: string | undefined;
    support: string | undefined;
    fields: number;
  };
  'imap.untagged.vanished': { set: MailSet; earlier: boolean; left: number | undefined };
  'imap.untagged.quota': { root: string; resources: readonly { name: string; used: number; limit: number }[] };
  'imap.untagged.quotaroot': { mailbox: string; roots: readonly string[] };
  'imap.untagged.acl': { mailbox: string; entries: readonly { who: string; rights: string }[] };
  'imap.untagged.myrights': { mailbox: string; rights: string };
  /** `required`: rights that nobody can take away; `optional`: groups that are given together. */
  'imap.untagged.listrights': { mailbox: string; who: string; required: string; optional: readonly string[] };
  /** An entry without a value is not set; `changed`: the server only names entries that have changed. */
  'imap.untagged.metadata': { mailbox: string; entries: readonly { name: string; value: string | undefined }[]; changed: boolean };
  'imap.untagged.language': { languages: readonly string[] };
  'imap.untagged.comparator': { active: string; others: readonly string[] };
  'imap.untagged.genurlauth': { urls: readonly string[] };
  /** Octets behind each URL; undefined where there is nothing. */
  'imap.untagged.urlfetch': { urls: readonly { url: string; octets: number | undefined }[] };
  'imap.untagged.converted': { number: number; items: readonly FetchedItem[] };
  'imap.untagged.jmapaccess': { url: string };
  /** Ranges of UIDs that hold about the same number of mails each (RFC 10022). */
  'imap.untagged.uidbatches': { batches: readonly MailRange[]; more: number };
  /** `known`: the word is, but not with such values. */
  'imap.untagged.other': { word: string; known: boolean; cut: boolean };
}
