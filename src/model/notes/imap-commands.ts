/** Annotations of what IMAP clients say (RFC 3501, 9051 and the extensions in common use). Sizes are octets. */
import type { ImapExtensionCommands } from './imap-extensions.js';
import type { FetchItem, MailboxFilter, MailSet, SearchTerm, StatusItem } from './imap-values.js';
import type { LogInParams } from './sasl.js';

export type StoreMode = 'add' | 'remove' | 'replace';

/** What STORE changes. */
export type StoreTarget = 'flags' | 'labels' | 'annotations';

/** An option by its name in upper case, with the words or the range behind it: `STATUS (UNSEEN)`, `PARTIAL 1:10`. */
export interface NamedOption {
  readonly name: string;
  readonly words: readonly string[];
}

export interface ListParams {
  reference: string;
  patterns: readonly string[];
  /** `SUBSCRIBED`, `REMOTE`, `SPECIAL-USE` … (RFC 5258). */
  selection: readonly string[];
  /** What each answer shall bring in addition. */
  returns: readonly NamedOption[];
}

/** Behind SELECT and EXAMINE (RFC 7162 §3.1.8, §3.2.5). */
export interface OpenParameters {
  readonly condstore: boolean;
  /** What the client remembers of the mailbox. */
  readonly resync: { readonly uidValidity: string; readonly modseq: string; readonly known: MailSet | undefined } | undefined;
  readonly others: readonly string[];
}

export interface AppendParams {
  mailbox: string;
  flags: readonly string[];
  date: string | undefined;
  size: number | undefined;
  /** The client waits for the server's `+` before it sends the mail. */
  waits: boolean;
  /** A literal with `~` may hold any octet (RFC 3516). */
  binary: boolean;
  /** The header may hold UTF-8 (RFC 6855). */
  utf8: boolean;
}

/** A piece of a mail that APPEND puts together: what a URL names, or octets that are sent (RFC 4469). */
export type CatenatePart = { readonly url: string } | { readonly octets: number };

/** What does not fit the moment at which a command is sent. */
export interface CommandRemarks {
  /** The state that it needs, and the one it is sent in. */
  readonly misplaced?: { readonly verb: string; readonly needs: string; readonly state: string };
  /** Another command with the same tag still waits for its reply. */
  readonly sameTag?: { readonly tag: string; readonly verb: string };
  /** IDLE runs, which only DONE may end. */
  readonly whileIdle?: boolean;
}

/** Of a command that has no arguments, or none worth saying. */
type NoValues = unknown;

interface CoreCommands {
  'imap.command.capability': NoValues;
  'imap.command.noop': { mailbox: string | undefined };
  'imap.command.logout': NoValues;
  'imap.command.starttls': NoValues;
  'imap.command.authenticate': LogInParams;
  'imap.command.login': { username: string; password: string; readable: boolean };
  'imap.command.enable': { extensions: readonly string[] };
  /** `first`: in this session; `instead`: another one is open. */
  'imap.command.select': { mailbox: string; tag: string; first: boolean; instead: boolean; parameters: OpenParameters };
  'imap.command.examine': { mailbox: string; parameters: OpenParameters };
  /** `uses`: special uses of the new mailbox (RFC 6154). */
  'imap.command.create': { mailbox: string; uses: readonly string[] };
  'imap.command.delete': { mailbox: string };
  'imap.command.rename': { mailbox: string; target: string };
  'imap.command.subscribe': { mailbox: string };
  'imap.command.unsubscribe': { mailbox: string };
  'imap.command.list': ListParams;
  'imap.command.lsub': ListParams;
  'imap.command.xlist': ListParams;
  'imap.command.rlist': ListParams;
  'imap.command.rlsub': ListParams;
  'imap.command.namespace': NoValues;
  'imap.command.status': { mailbox: string; items: readonly StatusItem[] };
  'imap.command.append': AppendParams;
  /** `announced`: octets of the next piece, which follows. */
  'imap.command.catenate': { mailbox: string; flags: readonly string[]; date: string | undefined; parts: readonly CatenatePart[]; announced: number | undefined };
  'imap.command.replace': AppendParams & { set: MailSet };
  'imap.command.idle': { mailbox: string | undefined };
  'imap.command.done': NoValues;
  'imap.command.check': { mailbox: string | undefined };
  'imap.command.close': { mailbox: string | undefined };
  'imap.command.unselect': { mailbox: string | undefined };
  'imap.command.expunge': { mailbox: string | undefined; set: MailSet | undefined };
  'imap.command.search': { terms: readonly SearchTerm[]; uid: boolean; returns: readonly NamedOption[]; charset: string | undefined };
  'imap.command.sort': {
    terms: readonly SearchTerm[];
    uid: boolean;
    order: readonly string[];
    returns: readonly NamedOption[];
    charset: string | undefined;
  };
  'imap.command.thread': { terms: readonly SearchTerm[]; uid: boolean; algorithm: string; charset: string | undefined };
  'imap.command.esearch': { terms: readonly SearchTerm[]; scope: readonly MailboxFilter[]; returns: readonly NamedOption[] };
  'imap.command.fetch': {
    set: MailSet;
    items: readonly FetchItem[];
    /** Some item sets \Seen: it hands out content without PEEK. */
    marksSeen: boolean;
    changedSince: string | undefined;
    /** Removed mails are to be named, too (RFC 7162 §3.2.6). */
    vanished: boolean;
    /** Of the result only this range (RFC 9394). */
    partial: string | undefined;
  };
  'imap.command.store': {
    set: MailSet;
    target: StoreTarget;
    mode: StoreMode;
    flags: readonly string[];
    silent: boolean;
    unchangedSince: string | undefined;
  };
  'imap.command.copy': { set: MailSet; mailbox: string };
  'imap.command.move': { set: MailSet; mailbox: string };
  'imap.command.id': { name: string | undefined; version: string | undefined; others: readonly { readonly name: string; readonly value: string }[] };
  /** The command stops at a literal and waits for the server's `+`. */
  'imap.command.begun': { verb: string; octets: number };
  'imap.command.malformed': { verb: string };
  /** Its end is not in the capture, and what is left is not enough. */
  'imap.command.cut': { verb: string };
  /** `{abc}` or more octets than there can be: no literal follows. */
  'imap.command.bad-literal': { verb: string; mark: string };
  'imap.command.behind-starttls': { verb: string };
  'imap.command.empty': NoValues;
  'imap.command.tag-only': { tag: string };
  'imap.command.unknown': { verb: string };
}

type Commands = CoreCommands & ImapExtensionCommands;

/** What stands in a command's later parts, behind a `+` or a literal. */
interface ImapDataNotes {
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
  /** `number`: the how manieth mail of the command. */
  'imap.data.append-more': { flags: readonly string[]; date: string | undefined; size: number; number: number };
}

/** Every command may carry remarks. */
export type ImapCommandNotes = { [K in keyof Commands]: Commands[K] & { remarks?: CommandRemarks } } & ImapDataNotes;
