/** English for access rights (RFC 4314 §2.1), quotas (RFC 9208 §5) and notes on mailboxes (RFC 5464). */
import type { ImapResponseNotes } from '../../model/notes/imap.js';
import { list, number, octets, quote, shorten } from './format.js';

/** Each follows "may". */
export const RIGHTS: Readonly<Record<string, string>> = {
  l: 'see its name',
  r: 'read its mails',
  s: 'mark mails as read',
  w: 'change other flags',
  i: 'put mails into it',
  p: 'send mail to it',
  k: 'create mailboxes below it',
  x: 'remove it',
  t: 'mark mails for removal',
  e: 'remove marked mails',
  a: 'give rights to others',
  n: 'write shared annotations',
  c: 'create mailboxes',
  d: 'remove mails and mailboxes',
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
  return list([...known.map((letter) => RIGHTS[letter]!), ...unknown.map((letter) => `"${letter}"`)]);
}

/** may see its name and read its mails (lr) */
export function rights(letters: string, may = 'may'): string {
  if (letters === '') return `${may} do nothing`;
  const lacking = EVERYTHING.filter((letter) => !letters.includes(letter));
  if (lacking.length === 0) return `${may} do everything (${shorten(letters)})`;
  if (lacking.length <= 2) return `${may} do everything but ${named(lacking.join(''))} (${shorten(letters)})`;
  return `${may} ${named(letters)} (${shorten(letters)})`;
}

/** see its name and read its mails (lr) */
export function theRights(letters: string): string {
  return letters === '' ? 'no rights' : `${named(letters)} (${shorten(letters)})`;
}

const MOST = 6;

function more(count: number): string {
  return count > MOST ? `; ${number(count - MOST)} more` : '';
}

/** An identifier with a minus names rights that are taken away (RFC 4314 §2). */
export function acl({ mailbox, entries }: ImapResponseNotes['imap.untagged.acl']): string {
  const told = entries.slice(0, MOST).map(({ who, rights: letters }) =>
    who.startsWith('-') && who.length > 1 ? `${shorten(who.slice(1))} is denied what ${shorten(letters)} stands for` : `${shorten(who)} ${rights(letters)}`,
  );
  return `Access to ${shorten(mailbox)}: ${told.join('; ') || 'nobody has any rights'}${more(entries.length)}.`;
}

export function listRights({ mailbox, who, required, optional }: ImapResponseNotes['imap.untagged.listrights']): string {
  const always = required === '' ? 'has no rights that are always given' : rights(required, 'may always');
  const groups = optional.filter((letters) => letters !== '').slice(0, 20).map((letters) => `${named(letters)} (${shorten(letters)})`);
  return `In ${shorten(mailbox)} ${shorten(who)} ${always}; ${groups.length === 0 ? 'nothing can be added' : `what can be added: ${groups.join('; ')}`}.`;
}

/** Resources that are limited (RFC 9208 §5). */
export const UNITS: Readonly<Record<string, string>> = { STORAGE: 'KiB of space', MESSAGE: 'mails', MAILBOX: 'mailboxes', 'ANNOTATION-STORAGE': 'KiB of annotations' };

export function resources(values: ImapResponseNotes['imap.untagged.quota']['resources']): string {
  return list(values.map(({ name, used, limit }) => `${number(used)} of ${number(limit)} ${UNITS[name] ?? shorten(name)}${used > limit ? ' (exceeded)' : ''}`));
}

export function metadata({ mailbox, entries, changed }: ImapResponseNotes['imap.untagged.metadata']): string {
  const where = mailbox === '' ? 'the server' : shorten(mailbox);
  const rest = more(entries.length);
  if (changed) return `Notes on ${where} have changed: ${list(entries.slice(0, MOST).map(({ name }) => shorten(name))) || 'none is named'}${rest}.`;
  const told = entries.slice(0, MOST).map(({ name, value }) => `${shorten(name)} ${value === undefined ? 'is not set' : `is ${quote(value)}`}`);
  return `Notes on ${where}: ${told.join('; ') || 'none'}${rest}.`;
}

export function urlFetched({ urls }: ImapResponseNotes['imap.untagged.urlfetch']): string {
  const told = urls.slice(0, MOST).map(({ url, octets: size }) => `${shorten(url)} ${size === undefined ? 'leads to nothing' : `gives ${octets(size)}`}`);
  return `What is behind the URLs: ${told.join('; ')}${more(urls.length)}.`;
}
