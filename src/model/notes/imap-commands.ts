/** Annotations of what IMAP clients say (RFC 3501, 9051 and the extensions in common use). Sizes are octets. */
import type { FetchItem, MailSet, SearchTerm, StatusItem } from './imap-values.js';
import type { LogInParams } from './sasl.js';

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

export type StoreMode = 'add' | 'remove' | 'replace';

export interface ListParams {
  reference: string;
  patterns: readonly string[];
  /** `SUBSCRIBED`, `REMOTE`, `SPECIAL-USE` … (RFC 5258). */
  selection: readonly string[];
  /** What each answer shall bring in addition. */
  returns: readonly string[];
}

export interface ImapCommandNotes {
  'imap.command.capability': Record<string, never>;
  'imap.command.noop': { mailbox: string | undefined };
  'imap.command.logout': Record<string, never>;
  'imap.command.starttls': Record<string, never>;
  'imap.command.authenticate': LogInParams;
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
}
