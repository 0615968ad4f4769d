/** German for what many of IMAP's sentences name: sets of mails, flags, attributes of mailboxes. */
import type { MailNumber, MailRange, MailSet } from '../../model/notes/imap.js';
import { meaningOf } from '../meaning.js';
import { list, number, shorten } from './format.js';

// ── which mails ─────────────────────────────────────────────────────────────────────────────────────────────────

/** 2 bis 4; two neighbours are named one by one. */
function parts({ from, to }: MailRange, dative: boolean): readonly string[] {
  return typeof from === 'number' && to === from + 1 ? [String(from), String(to)] : [range({ from, to }, dative)];
}

function range({ from, to }: MailRange, dative: boolean): string {
  if (from === to) return from === '*' ? (dative ? 'der letzten' : 'die letzte') : String(from);
  return to === '*' ? `${from} bis zur letzten` : `${from} bis ${to}`;
}

/** alle Mails; alle Mails ab 5; die letzte Mail (*) */
function upToLast(from: MailNumber, uid: boolean, dative: boolean): string {
  const all = dative ? 'allen' : 'alle';
  if (from === '*') return `${dative ? 'der' : 'die'} ${uid ? 'Mail mit der höchsten UID (*)' : dative ? 'letzten Mail (*)' : 'letzte Mail (*)'}`;
  if (from === 1) return uid ? `${all} Mails (nach UID)` : `${all} Mails`;
  return uid ? `${all} Mails mit UIDs ab ${from}` : `${all} Mails ab ${from}`;
}

function told(set: MailSet, dative: boolean): string {
  const { uid, ranges, more, saved } = set;
  const the = dative ? 'den' : 'die';
  if (saved) return `${the} Mails der letzten Suche ($)`;
  const [first] = ranges;
  const only = ranges.length === 1 ? first : undefined;
  if (only !== undefined && only.to === '*') return upToLast(only.from, uid, dative);
  const named = ranges.flatMap((one) => parts(one, dative));
  if (more > 0) named.push(`${number(more)} weitere${dative ? 'n' : ''}`);
  if (only !== undefined && only.from === only.to) return uid ? `${dative ? 'der' : 'die'} Mail mit der UID ${list(named)}` : `Mail ${list(named)}`;
  return uid ? `${the} Mails mit den UIDs ${list(named)}` : `${the} Mails ${list(named)}`;
}

/** Mail 1; die Mails 2 bis 4 und 7; alle Mails ab 5; die Mails mit den UIDs 7 und 9 */
export function mails(set: MailSet): string {
  return told(set, false);
}

/** von den Mails 2 bis 4 */
export function mailsDative(set: MailSet): string {
  return told(set, true);
}

export function isOne({ ranges, more, saved }: MailSet): boolean {
  return !saved && more === 0 && ranges.length === 1 && ranges[0]!.from === ranges[0]!.to;
}

// ── flags ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** System flags (RFC 9051 §2.3.2) and keywords of the IANA registry (RFC 9979), in lower case. */
export const FLAGS: Readonly<Record<string, string>> = {
  '\\seen': 'gelesen',
  '\\answered': 'beantwortet',
  '\\flagged': 'als wichtig markiert',
  '\\deleted': 'zum Löschen vorgemerkt',
  '\\draft': 'noch nicht fertig',
  '\\recent': 'neu in dieser Sitzung',
  '\\*': 'Clients dürfen weitere erfinden',
  $forwarded: 'weitergeleitet',
  $mdnsent: 'Lesebestätigung gesendet',
  $junk: 'Spam',
  $notjunk: 'kein Spam',
  $phishing: 'vermutlich Betrug',
  $important: 'vermutlich wichtig',
  $submitpending: 'wartet auf den Versand',
  $submitted: 'versandt',
  junk: 'Spam',
  nonjunk: 'kein Spam',
  notjunk: 'kein Spam',
  forwarded: 'weitergeleitet',
  $label1: 'eigene Markierung 1',
  $label2: 'eigene Markierung 2',
  $label3: 'eigene Markierung 3',
  $label4: 'eigene Markierung 4',
  $label5: 'eigene Markierung 5',
  $hasattachment: 'mit Anhang',
  $hasnoattachment: 'ohne Anhang',
  $muted: 'Unterhaltung stummgeschaltet',
  $followed: 'Unterhaltung wird verfolgt',
  $memo: 'Notiz an sich selbst',
  $seen: 'gelesen',
  $answered: 'beantwortet',
  $flagged: 'als wichtig markiert',
  $draft: 'noch nicht fertig',
  $recent: 'neu in dieser Sitzung',
  $autosent: 'automatisch gesendet',
  $canunsubscribe: 'Verteiler lässt sich abbestellen',
  $hasmemo: 'mit Notiz an sich selbst',
  $imported: 'aus einem anderen System übernommen',
  $istrusted: 'Absender geprüft',
  $maskedemail: 'an eine Tarnadresse',
  $new: 'soll als neu erscheinen',
  $notify: 'soll gemeldet werden',
  $unsubscribed: 'Verteiler abbestellt',
  $mailflagbit0: 'Farbe der Markierung, Bit 0',
  $mailflagbit1: 'Farbe der Markierung, Bit 1',
  $mailflagbit2: 'Farbe der Markierung, Bit 2',
  redirected: 'umgeleitet',
};

export function flag(name: string): string {
  const meaning = meaningOf(FLAGS, name.toLowerCase());
  return meaning === undefined ? shorten(name) : `${name} (${meaning})`;
}

const NAMED = 12;

/** The first of many words, and how many more there are. */
export function several(words: readonly string[], conjunction?: string): string {
  const named = words.slice(0, NAMED).map(shorten);
  if (words.length > NAMED) named.push(`${number(words.length - NAMED)} weitere`);
  return list(named, conjunction);
}

/** \Seen (gelesen) und $Junk (Spam) */
export function flags(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map(flag);
  if (names.length > NAMED) named.push(`${number(names.length - NAMED)} weitere`);
  return list(named);
}

/** das Flag \Seen (gelesen); die Flags … */
export function theFlags(names: readonly string[]): string {
  if (names.length === 0) return 'keine Flags';
  return `${names.length === 1 ? 'das Flag' : 'die Flags'} ${flags(names)}`;
}

/** mit dem Flag …; mit den Flags … */
export function theFlagsDative(names: readonly string[]): string {
  return `${names.length === 1 ? 'dem Flag' : 'den Flags'} ${flags(names)}`;
}

/** Attributes of a mailbox name (RFC 9051 §7.3.1, RFC 6154, RFC 8457, RFC 9979), in lower case; each follows "Es". */
export const ATTRIBUTES: Readonly<Record<string, string>> = {
  '\\noselect': 'lässt sich nicht öffnen',
  '\\nonexistent': 'existiert selbst nicht',
  '\\noinferiors': 'kann keine Postfächer unter sich haben',
  '\\haschildren': 'hat Postfächer unter sich',
  '\\hasnochildren': 'hat keine Postfächer unter sich',
  '\\marked': 'enthält vielleicht Neues',
  '\\unmarked': 'enthält nichts Neues',
  '\\subscribed': 'ist abonniert',
  '\\remote': 'liegt auf einem anderen Server',
  '\\all': 'zeigt alle Mails',
  '\\allmail': 'zeigt alle Mails',
  '\\archive': 'ist das Archiv',
  '\\drafts': 'ist für Entwürfe bestimmt',
  '\\flagged': 'zeigt die markierten Mails',
  '\\starred': 'zeigt die markierten Mails',
  '\\junk': 'ist für Spam bestimmt',
  '\\spam': 'ist für Spam bestimmt',
  '\\sent': 'ist für Gesendetes bestimmt',
  '\\trash': 'ist der Papierkorb',
  '\\important': 'zeigt die wichtigen Mails',
  '\\inbox': 'ist der Posteingang',
  '\\memos': 'ist für Notizen an sich selbst bestimmt',
  '\\scheduled': 'enthält Mails, die später gesendet werden',
  '\\snoozed': 'enthält zurückgestellte Mails',
};

export function attributes(names: readonly string[]): string {
  return list(
    names.slice(0, NAMED).map((name) => {
      const meaning = meaningOf(ATTRIBUTES, name.toLowerCase());
      return meaning === undefined ? `trägt ${shorten(name)}` : `${meaning} (${name})`;
    }),
  );
}
