/** English for what many of IMAP's sentences name: sets of mails, flags, attributes of mailboxes. */
import type { MailRange, MailSet } from '../../model/notes/imap.js';
import { meaningOf } from '../meaning.js';
import { list, number, shorten } from './format.js';

// ── which mails ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 2 to 4; two neighbours are named one by one. */
function parts({ from, to }: MailRange): readonly string[] {
  return typeof from === 'number' && to === from + 1 ? [String(from), String(to)] : [range({ from, to })];
}

function range({ from, to }: MailRange): string {
  const end = to === '*' ? 'the last' : String(to);
  return from === to ? (from === '*' ? 'the last' : String(from)) : `${from} to ${end}`;
}

/** mail 1; mails 2 to 4 and 7; all mails from 5; the mails with UIDs 7 and 9 */
export function mails({ uid, ranges, more, saved }: MailSet): string {
  if (saved) return 'the mails of the last search ($)';
  const [first] = ranges;
  const only = ranges.length === 1 && first !== undefined ? first : undefined;
  if (only !== undefined && only.to === '*') {
    if (only.from === '*') return uid ? 'the mail with the highest UID (*)' : 'the last mail (*)';
    if (only.from === 1) return uid ? 'all mails (by UID)' : 'all mails';
    return uid ? `all mails with UIDs from ${only.from}` : `all mails from ${only.from}`;
  }
  const named = ranges.flatMap(parts);
  if (more > 0) named.push(`${number(more)} more`);
  if (only !== undefined && only.from === only.to) return uid ? `the mail with UID ${range(only)}` : `mail ${range(only)}`;
  return uid ? `the mails with UIDs ${list(named)}` : `mails ${list(named)}`;
}

/** "it" or "them", for the same mails. */
export function isOne({ ranges, more, saved }: MailSet): boolean {
  return !saved && more === 0 && ranges.length === 1 && ranges[0]!.from === ranges[0]!.to;
}

// ── flags ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** System flags (RFC 9051 §2.3.2) and keywords of the IANA registry (RFC 9979), in lower case. */
export const FLAGS: Readonly<Record<string, string>> = {
  '\\seen': 'read',
  '\\answered': 'answered',
  '\\flagged': 'marked as important',
  '\\deleted': 'to be removed',
  '\\draft': 'not finished',
  '\\recent': 'new in this session',
  '\\*': 'clients may invent more',
  $forwarded: 'forwarded',
  $mdnsent: 'read receipt sent',
  $junk: 'junk',
  $notjunk: 'no junk',
  $phishing: 'likely fraud',
  $important: 'likely important',
  $submitpending: 'waiting to be sent',
  $submitted: 'sent',
  junk: 'junk',
  nonjunk: 'no junk',
  notjunk: 'no junk',
  forwarded: 'forwarded',
  $label1: "label 1 of the user's",
  $label2: "label 2 of the user's",
  $label3: "label 3 of the user's",
  $label4: "label 4 of the user's",
  $label5: "label 5 of the user's",
  $hasattachment: 'has an attachment',
  $hasnoattachment: 'has no attachment',
  $muted: 'conversation muted',
  $followed: 'conversation followed',
  $memo: 'note to oneself',
  $seen: 'read',
  $answered: 'answered',
  $flagged: 'marked as important',
  $draft: 'not finished',
  $recent: 'new in this session',
  $autosent: 'sent automatically',
  $canunsubscribe: 'from a list that can be left',
  $hasmemo: 'has a note to oneself',
  $imported: 'taken over from another system',
  $istrusted: 'sender verified',
  $maskedemail: 'sent to an alias address',
  $new: 'to be shown as new',
  $notify: 'to be announced',
  $unsubscribed: 'list was left',
  $mailflagbit0: 'colour of the flag, bit 0',
  $mailflagbit1: 'colour of the flag, bit 1',
  $mailflagbit2: 'colour of the flag, bit 2',
  redirected: 'redirected',
};

export function flag(name: string): string {
  const meaning = meaningOf(FLAGS, name.toLowerCase());
  return meaning === undefined ? shorten(name) : `${name} (${meaning})`;
}

const NAMED = 12;

/** The first of many words, and how many more there are. */
export function several(words: readonly string[], conjunction?: string): string {
  const named = words.slice(0, NAMED).map(shorten);
  if (words.length > NAMED) named.push(`${number(words.length - NAMED)} more`);
  return list(named, conjunction);
}

/** \Seen (read) and $Junk (junk) */
export function flags(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map(flag);
  if (names.length > NAMED) named.push(`${number(names.length - NAMED)} more`);
  return list(named);
}

/** the flag \Seen (read); the flags … */
export function theFlags(names: readonly string[]): string {
  if (names.length === 0) return 'no flags';
  return `the ${names.length === 1 ? 'flag' : 'flags'} ${flags(names)}`;
}

/** Attributes of a mailbox name (RFC 9051 §7.3.1, RFC 6154, RFC 8457, RFC 9979), in lower case. */
export const ATTRIBUTES: Readonly<Record<string, string>> = {
  '\\noselect': 'cannot be opened',
  '\\nonexistent': 'does not exist itself',
  '\\noinferiors': 'can never have mailboxes below it',
  '\\haschildren': 'has mailboxes below it',
  '\\hasnochildren': 'has no mailboxes below it',
  '\\marked': 'may hold new mail',
  '\\unmarked': 'holds nothing new',
  '\\subscribed': 'is subscribed',
  '\\remote': 'lies on another server',
  '\\all': 'shows all mails',
  '\\allmail': 'shows all mails',
  '\\archive': 'is the archive',
  '\\drafts': 'is for drafts',
  '\\flagged': 'shows the flagged mails',
  '\\starred': 'shows the flagged mails',
  '\\junk': 'is for junk',
  '\\spam': 'is for junk',
  '\\sent': 'is for sent mail',
  '\\trash': 'is the waste bin',
  '\\important': 'shows the important mails',
  '\\inbox': 'is the inbox',
  '\\memos': 'is for notes to oneself',
  '\\scheduled': 'holds mails to be sent later',
  '\\snoozed': 'holds mails put off until later',
};

export function attributes(names: readonly string[]): string {
  return list(
    names.slice(0, NAMED).map((name) => {
      const meaning = meaningOf(ATTRIBUTES, name.toLowerCase());
      return meaning === undefined ? shorten(name) : `${meaning} (${name})`;
    }),
  );
}
