/**
 * Annotations of IMAP (RFC 3501, 9051 and the extensions in common use). Sizes are octets, durations seconds.
 * Mailbox names are decoded; sequence numbers and UIDs are never mixed: a `MailSet` says which it holds.
 */
import type { Side } from '../stream.js';

/** Commands that have sentences of their own; `UID FETCH` is FETCH with `uid` set. */
export type ImapVerb =
  | 'CAPABILITY'
  | 'NOOP'
  | 'LOGOUT'
  | 'STARTTLS'
  | 'AUTHENTICATE'
  | 'LOGIN'
  | 'ENABLE'
  | 'SELECT'
  | 'EXAMINE'
  | 'CREATE'
  | 'DELETE'
  | 'RENAME'
  | 'SUBSCRIBE'
  | 'UNSUBSCRIBE'
  | 'LIST'
  | 'LSUB'
  | 'XLIST'
  | 'NAMESPACE'
  | 'STATUS'
  | 'APPEND'
  | 'IDLE'
  | 'CHECK'
  | 'CLOSE'
  | 'UNSELECT'
  | 'EXPUNGE'
  | 'SEARCH'
  | 'FETCH'
  | 'STORE'
  | 'COPY'
  | 'MOVE'
  | 'SORT'
  | 'THREAD'
  | ImapExtensionVerb;

/** Commands of extensions whose sentence needs no more than their first argument. */
export type ImapExtensionVerb =
  | 'ID'
  | 'GETQUOTA'
  | 'GETQUOTAROOT'
  | 'SETQUOTA'
  | 'GETACL'
  | 'SETACL'
  | 'DELETEACL'
  | 'LISTRIGHTS'
  | 'MYRIGHTS'
  | 'GETMETADATA'
  | 'SETMETADATA'
  | 'COMPRESS'
  | 'NOTIFY'
  | 'LANGUAGE'
  | 'COMPARATOR'
  | 'UNAUTHENTICATE'
  | 'GENURLAUTH'
  | 'URLFETCH'
  | 'RESETKEY'
  | 'CONVERT'
  | 'REPLACE'
  | 'ESEARCH'
  | 'GETJMAPACCESS';

/** `*` is the highest number there is. */
export type MailNumber = number | '*';

export interface MailRange {
  readonly from: MailNumber;
  readonly to: MailNumber;
}

export interface MailSet {
  readonly uid: boolean;
  readonly ranges: readonly MailRange[];
  /** Ranges behind those that are kept. */
  readonly more: number;
  /** `$`: the result of the last SEARCH (RFC 5182). */
  readonly saved: boolean;
}

/** What a FETCH asks for, or what its answer brings. */
export type FetchWhat =
  | 'all'
  | 'fast'
  | 'full'
  | 'flags'
  | 'uid'
  | 'date'
  | 'saved-date'
  | 'size'
  | 'envelope'
  | 'structure'
  | 'mail'
  | 'header'
  | 'fields'
  | 'fields-not'
  | 'text'
  | 'part'
  | 'part-header'
  | 'part-text'
  | 'mime'
  | 'binary'
  | 'binary-size'
  | 'modseq'
  | 'email-id'
  | 'thread-id'
  | 'preview'
  | 'gmail-message'
  | 'gmail-thread'
  | 'gmail-labels'
  | 'other';

export interface FetchItem {
  readonly what: FetchWhat;
  /** As it stands on the line. */
  readonly name: string;
  /** Part number, or names of header fields. */
  readonly detail: string | undefined;
  readonly partial: { readonly start: number; readonly length: number | undefined } | undefined;
}

/** An item of a FETCH response with its value. */
export interface FetchedItem extends FetchItem {
  /** A number, a date, a short text; absent where only the size is worth saying. */
  readonly value: string | undefined;
  /** Flags or labels. */
  readonly words: readonly string[] | undefined;
  /** Octets of a string or literal. */
  readonly bytes: number | undefined;
  readonly envelope: EnvelopeSummary | undefined;
  /** From, Subject and Date, where header fields came as text. */
  readonly fields: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly structure: BodyStructure | undefined;
}

/** Media types of a mail's parts (RFC 9051 §7.5.2). */
export interface BodyStructure {
  /** Lower case: `text/plain`. */
  readonly type: string;
  /** Those of a multipart. */
  readonly parts: readonly BodyStructure[];
}

export interface EnvelopeSummary {
  readonly subject: string | undefined;
  /** The first address of From. */
  readonly from: string | undefined;
  readonly date: string | undefined;
}

/** One criterion of SEARCH; NOT, OR and brackets hold others. */
export interface SearchTerm {
  /** Upper case; `SET` for numbers, `AND` for brackets, `OTHER` for what is not known. */
  readonly key: string;
  readonly value: string | undefined;
  readonly set: MailSet | undefined;
  readonly terms: readonly SearchTerm[];
}

export interface StatusItem {
  /** Upper case. */
  readonly name: string;
  readonly value: string | undefined;
}

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
  /** Untagged lines that came for it. */
  results: number;
  /** Octets of an appended mail. */
  bytes?: number | undefined;
}

export interface StatusParams {
  code: ResponseCode | undefined;
  /** What the server says in words. */
  words: string;
}

export type StoreMode = 'add' | 'remove' | 'replace';

export interface ListParams {
  reference: string;
  patterns: readonly string[];
  /** `SUBSCRIBED`, `REMOTE`, `SPECIAL-USE` … (RFC 5258). */
  selection: readonly string[];
  /** What each answer shall bring in addition. */
  returns: readonly string[];
}

export interface ImapNotes {
  /** `unprotected`: the list of capabilities in it has no STARTTLS, and nothing else encrypts. */
  'imap.greeting': StatusParams & { host: string | undefined; delay: number | undefined; unprotected: boolean };
  'imap.greeting.preauth': StatusParams & { host: string | undefined };
  'imap.greeting.refused': StatusParams;

  'imap.command.capability': Record<string, never>;
  'imap.command.noop': { mailbox: string | undefined };
  'imap.command.logout': Record<string, never>;
  'imap.command.starttls': Record<string, never>;
  'imap.command.authenticate': { mechanism: string; username: string | undefined; withPassword: boolean };
  'imap.command.login': { username: string; password: string; readable: boolean };
  'imap.command.enable': { extensions: readonly string[] };
  /** `first`: in this session; `instead`: another one is open; `tooEarly`: nobody is logged in. */
  'imap.command.select': { mailbox: string; tag: string; first: boolean; instead: boolean; tooEarly: boolean; parameters: readonly string[] };
  'imap.command.examine': { mailbox: string; parameters: readonly string[] };
  'imap.command.create': { mailbox: string };
  'imap.command.delete': { mailbox: string };
  'imap.command.rename': { mailbox: string; target: string };
  'imap.command.subscribe': { mailbox: string };
  'imap.command.unsubscribe': { mailbox: string };
  'imap.command.list': ListParams;
  'imap.command.lsub': ListParams;
  'imap.command.xlist': ListParams;
  'imap.command.namespace': Record<string, never>;
  'imap.command.status': { mailbox: string; items: readonly StatusItem[] };
  'imap.command.append': {
    mailbox: string;
    flags: readonly string[];
    date: string | undefined;
    size: number | undefined;
    /** The client waits for the server's `+` before it sends the mail. */
    waits: boolean;
  };
  'imap.command.idle': { mailbox: string | undefined };
  'imap.command.done': Record<string, never>;
  'imap.command.check': { mailbox: string | undefined };
  'imap.command.close': { mailbox: string | undefined };
  'imap.command.unselect': { mailbox: string | undefined };
  'imap.command.expunge': { mailbox: string | undefined; set: MailSet | undefined };
  'imap.command.search': { terms: readonly SearchTerm[]; uid: boolean; returns: readonly string[]; charset: string | undefined };
  'imap.command.sort': { terms: readonly SearchTerm[]; uid: boolean; order: readonly string[] };
  'imap.command.thread': { terms: readonly SearchTerm[]; uid: boolean; algorithm: string };
  'imap.command.fetch': {
    set: MailSet;
    items: readonly FetchItem[];
    /** Some item sets \Seen: it hands out content without PEEK. */
    marksSeen: boolean;
    changedSince: string | undefined;
  };
  'imap.command.store': { set: MailSet; mode: StoreMode; flags: readonly string[]; silent: boolean; unchangedSince: string | undefined };
  'imap.command.copy': { set: MailSet; mailbox: string };
  'imap.command.move': { set: MailSet; mailbox: string };
  'imap.command.id': { name: string | undefined; version: string | undefined };
  'imap.command.extension': { verb: ImapExtensionVerb; subject: string };
  /** The command stops at a literal and waits for the server's `+`. */
  'imap.command.begun': { verb: string; octets: number };
  'imap.command.malformed': { verb: string };
  /** `{abc}` or more octets than there can be: no literal follows. */
  'imap.command.bad-literal': { verb: string; mark: string };
  'imap.command.behind-starttls': { verb: string };
  'imap.command.empty': Record<string, never>;
  'imap.command.tag-only': { tag: string };
  'imap.command.unknown': { verb: string };

  'imap.data.username': { username: string };
  'imap.data.password': { password: string; username: string | undefined };
  /** A value of the command, and more to come. */
  'imap.data.part': { verb: string; value: string | undefined; octets: number };
  /** The end of the command, which is now whole. */
  'imap.data.rest': { verb: string; value: string | undefined };
  'imap.data.mailbox': { verb: string; mailbox: string };
  /** Behind an appended mail: the line end that completes APPEND. */
  'imap.data.append-end': { mailbox: string | undefined };
  /** More stands behind the mail than the command can have: its count may be too small. */
  'imap.data.append-surplus': { words: string };
  'imap.data.append-more': { flags: readonly string[]; size: number };
  /** Behind a mail inside a FETCH response. */
  'imap.data.fetch-end': { items: readonly FetchedItem[]; more: boolean };

  'imap.message.fetched': { number: number | undefined; size: number; subject: string | undefined; complete: boolean; missing: number };
  'imap.message.appended': { mailbox: string | undefined; size: number; subject: string | undefined; complete: boolean; missing: number };

  'imap.continuation.literal': { verb: string; octets: number; words: string };
  'imap.continuation.append': { octets: number; words: string };
  'imap.continuation.idle': { words: string };
  'imap.continuation.other': { words: string };

  'imap.reply.ok': StatusParams & { verb: ImapVerb; facts: CommandFacts };
  'imap.reply.ok-other': StatusParams & { tag: string; verb: string | undefined };
  'imap.reply.no': StatusParams & { verb: ImapVerb; facts: CommandFacts };
  'imap.reply.no-other': StatusParams & { tag: string; verb: string | undefined };
  /** `misplaced`: the state that the command needs, and the one it was sent in. */
  'imap.reply.bad': StatusParams & { tag: string; verb: string | undefined; misplaced: { needs: string; state: string } | undefined };

  'imap.untagged.ok': StatusParams;
  'imap.untagged.no': StatusParams;
  'imap.untagged.bad': StatusParams;
  'imap.untagged.bye': StatusParams & { asked: boolean };
  'imap.untagged.capability': { capabilities: readonly string[]; unprotected: boolean };
  'imap.untagged.enabled': { extensions: readonly string[] };
  'imap.untagged.flags': { flags: readonly string[] };
  'imap.untagged.exists': { count: number; mailbox: string | undefined; before: number | undefined };
  'imap.untagged.recent': { count: number };
  'imap.untagged.expunge': { number: number; left: number | undefined };
  'imap.untagged.fetch': { number: number; items: readonly FetchedItem[]; opensMail: number | undefined };
  'imap.untagged.list': { mailbox: string; attributes: readonly string[]; delimiter: string | undefined; subscribed: boolean };
  'imap.untagged.delimiter': { delimiter: string | undefined };
  'imap.untagged.status': { mailbox: string; items: readonly StatusItem[] };
  'imap.untagged.search': { numbers: readonly string[]; count: number; uid: boolean; sorted: boolean };
  'imap.untagged.esearch': { items: readonly StatusItem[]; uid: boolean };
  'imap.untagged.thread': { threads: number };
  'imap.untagged.namespace': { personal: readonly string[]; others: readonly string[]; shared: readonly string[] };
  'imap.untagged.id': { name: string | undefined; version: string | undefined; fields: number };
  'imap.untagged.vanished': { set: MailSet; earlier: boolean };
  'imap.untagged.quota': { root: string; resources: readonly { name: string; used: number; limit: number }[] };
  'imap.untagged.quotaroot': { mailbox: string; roots: readonly string[] };
  'imap.untagged.acl': { mailbox: string; entries: readonly { who: string; rights: string }[] };
  'imap.untagged.myrights': { mailbox: string; rights: string };
  'imap.untagged.metadata': { mailbox: string; entries: readonly string[] };
  'imap.untagged.other': { word: string };

  /** Everything behind COMPRESS, which stays unread. */
  'imap.compressed': { from: Side; bytes: number };
}
