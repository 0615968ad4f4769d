/** German for access rights (RFC 4314 §2.1), quotas (RFC 9208 §5) and notes on mailboxes (RFC 5464). */
import type { ImapResponseNotes } from '../../model/notes/imap.js';
import { list, number, octets, quote, shorten } from './format.js';

/** Each follows "darf". */
export const RIGHTS: Readonly<Record<string, string>> = {
  l: 'den Namen sehen',
  r: 'die Mails lesen',
  s: 'Mails als gelesen kennzeichnen',
  w: 'andere Flags ändern',
  i: 'Mails ablegen',
  p: 'Mails dorthin senden',
  k: 'Postfächer darunter anlegen',
  x: 'das Postfach löschen',
  t: 'Mails zum Löschen vormerken',
  e: 'vorgemerkte Mails löschen',
  a: 'anderen Rechte geben',
  n: 'gemeinsame Anmerkungen schreiben',
  c: 'Postfächer anlegen',
  d: 'Mails und Postfächer löschen',
};

/** All of RFC 4314. */
const EVERYTHING = [...'lrswipkxtea'];
/** Of RFC 2086; what they once meant stands in letters of their own now. */
const OLD = /[cd]/g;
const NEW = /[kxte]/;

/** In the order of the standard. */
function named(letters: string): string {
  const left = NEW.test(letters) ? letters.replace(OLD, '') : letters;
  const unknown = [...new Set(left)].filter((letter) => !Object.hasOwn(RIGHTS, letter)).slice(0, 20);
  const known = Object.keys(RIGHTS).filter((letter) => left.includes(letter));
  return list([...known.map((letter) => RIGHTS[letter]!), ...unknown.map((letter) => `„${letter}“`)]);
}

/** darf den Namen sehen und die Mails lesen (lr) */
export function rights(letters: string, may = 'darf'): string {
  if (letters === '') return `${may} nichts`;
  const lacking = EVERYTHING.filter((letter) => !letters.includes(letter));
  if (lacking.length === 0) return `${may} alles (${shorten(letters)})`;
  if (lacking.length <= 2) return `${may} alles außer: ${named(lacking.join(''))} (${shorten(letters)})`;
  return `${may} ${named(letters)} (${shorten(letters)})`;
}

/** seinen Namen sehen und seine Mails lesen (lr) */
export function theRights(letters: string): string {
  return letters === '' ? 'keine Rechte' : `${named(letters)} (${shorten(letters)})`;
}

const MOST = 6;

function more(count: number): string {
  return count > MOST ? `; ${number(count - MOST)} weitere` : '';
}

/** An identifier with a minus names rights that are taken away (RFC 4314 §2). */
export function acl({ mailbox, entries }: ImapResponseNotes['imap.untagged.acl']): string {
  const told = entries.slice(0, MOST).map(({ who, rights: letters }) =>
    who.startsWith('-') && who.length > 1 ? `${shorten(who.slice(1))} ist verwehrt, wofür ${shorten(letters)} steht` : `${shorten(who)} ${rights(letters)}`,
  );
  return `Zugriff auf das Postfach ${shorten(mailbox)}: ${told.join('; ') || 'Niemand hat Rechte'}${more(entries.length)}.`;
}

export function listRights({ mailbox, who, required, optional }: ImapResponseNotes['imap.untagged.listrights']): string {
  const always = required === '' ? 'hat keine festen Rechte' : rights(required, 'darf immer');
  const groups = optional.filter((letters) => letters !== '').slice(0, 20).map((letters) => `${named(letters)} (${shorten(letters)})`);
  return `Im Postfach ${shorten(mailbox)}: ${shorten(who)} ${always}; ${groups.length === 0 ? 'mehr lässt sich nicht erlauben' : `erlauben lässt sich: ${groups.join('; ')}`}.`;
}

/** Resources that are limited (RFC 9208 §5). */
export const UNITS: Readonly<Record<string, string>> = { STORAGE: 'KiB Speicherplatz', MESSAGE: 'Mails', MAILBOX: 'Postfächern', 'ANNOTATION-STORAGE': 'KiB an Anmerkungen' };

export function resources(values: ImapResponseNotes['imap.untagged.quota']['resources']): string {
  return list(values.map(({ name, used, limit }) => `${number(used)} von ${number(limit)} ${UNITS[name] ?? shorten(name)}${used > limit ? ' (überschritten)' : ''}`));
}

export function metadata({ mailbox, entries, changed }: ImapResponseNotes['imap.untagged.metadata']): string {
  const where = mailbox === '' ? 'zum Server' : `zum Postfach ${shorten(mailbox)}`;
  const rest = more(entries.length);
  if (changed) return `Notizen ${where} haben sich geändert: ${list(entries.slice(0, MOST).map(({ name }) => shorten(name))) || 'keine ist genannt'}${rest}.`;
  const told = entries.slice(0, MOST).map(({ name, value }) => `${shorten(name)} ${value === undefined ? 'ist nicht gesetzt' : `ist ${quote(value)}`}`);
  return `Notizen ${where}: ${told.join('; ') || 'keine'}${rest}.`;
}

export function urlFetched({ urls }: ImapResponseNotes['imap.untagged.urlfetch']): string {
  const told = urls.slice(0, MOST).map(({ url, octets: size }) => `${shorten(url)} ${size === undefined ? 'führt ins Leere' : `liefert ${octets(size)}`}`);
  return `Was hinter den URLs steht: ${told.join('; ')}${more(urls.length)}.`;
}
