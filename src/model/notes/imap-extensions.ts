/** Annotations of the commands that manage rather than read: limits, rights, notes, news, URLs and what vendors add. */
import type { FetchItem, MailboxFilter, MailSet } from './imap-values.js';

/** A note on a mailbox or the server; no value where it is to be removed. */
export interface NoteEntry {
  readonly name: string;
  readonly value: string | undefined;
}

/** What NOTIFY asks for of some mailboxes (RFC 5465 §5). */
export interface NotifyGroup extends MailboxFilter {
  /** Names as on the wire; none where nothing is to be told. */
  readonly events: readonly string[];
  /** What to tell of each new mail. */
  readonly items: readonly FetchItem[];
}

export interface ImapExtensionCommands {
  'imap.command.getquota': { root: string };
  'imap.command.getquotaroot': { mailbox: string };
  'imap.command.setquota': { root: string; limits: readonly { readonly name: string; readonly limit: number }[] };
  'imap.command.getacl': { mailbox: string };
  'imap.command.setacl': { mailbox: string; who: string; mode: 'add' | 'remove' | 'replace'; rights: string };
  'imap.command.deleteacl': { mailbox: string; who: string };
  'imap.command.listrights': { mailbox: string; who: string };
  'imap.command.myrights': { mailbox: string };
  'imap.command.getmetadata': { mailbox: string; entries: readonly string[]; depth: string | undefined; largest: number | undefined };
  'imap.command.setmetadata': { mailbox: string; entries: readonly NoteEntry[] };
  'imap.command.getannotation': { mailbox: string; entries: readonly string[] };
  'imap.command.setannotation': { mailbox: string; entries: readonly string[] };
  'imap.command.compress': { algorithm: string };
  /** `status`: the server shall also tell at once how things stand. */
  'imap.command.notify': { groups: readonly NotifyGroup[]; status: boolean };
  'imap.command.notify-none': unknown;
  'imap.command.language': { languages: readonly string[] };
  'imap.command.comparator': { comparators: readonly string[] };
  'imap.command.unauthenticate': unknown;
  'imap.command.genurlauth': { urls: readonly { readonly url: string; readonly mechanism: string }[] };
  'imap.command.urlfetch': { urls: readonly string[] };
  'imap.command.resetkey': { mailbox: string | undefined; mechanisms: readonly string[] };
  'imap.command.convert': { set: MailSet; type: string | undefined; items: readonly FetchItem[] };
  'imap.command.cancelupdate': { tags: readonly string[] };
  'imap.command.uidbatches': { size: number; first: number | undefined; last: number | undefined };
  'imap.command.getjmapaccess': unknown;
  'imap.command.proxyauth': { username: string };
  'imap.command.xapplepushservice': { topic: string | undefined; mailboxes: readonly string[] };
  'imap.command.x-cancel': { tags: readonly string[] };
  /** `restores`: it hands a state back that it was given before. */
  'imap.command.x-state': { restores: boolean };
}
