/** English for the commands that manage rather than read: limits, rights, notes, news, URLs and what vendors add. */
import type { CommandRemarks, ImapExtensionCommands, NotifyGroup } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { theRights, UNITS } from './imap-access.js';
import { items } from './imap-fetch.js';
import { filtered } from './imap-lists.js';
import { mails } from './imap-phrases.js';
import { list, number, octets, quote, shorten } from './format.js';

type Extensions = { [K in keyof ImapExtensionCommands]: ImapExtensionCommands[K] & { remarks?: CommandRemarks } };

function named(names: readonly string[]): string {
  return list(names.map(shorten)) || 'nothing named';
}

function on(mailbox: string): string {
  return mailbox === '' ? 'the server' : `the mailbox ${shorten(mailbox)}`;
}

/** "anyone" means everybody (RFC 4314 §2). */
function person(who: string): string {
  return who.toLowerCase() === 'anyone' ? 'everybody (anyone)' : shorten(who);
}

/** A minus before the name: what is listed is forbidden (RFC 4314 §2). */
function isBan(who: string): boolean {
  return who.startsWith('-') && who.length > 1;
}

function setRights({ mailbox, who, mode, rights: letters }: Extensions['imap.command.setacl']): string {
  const ban = isBan(who);
  const whose = person(ban ? who.slice(1) : who);
  const to = `to ${shorten(mailbox)}`;
  const told = `${theRights(letters)}.${ban ? ' The minus before the name makes them a ban.' : ''}`;
  if (mode === 'add') return `The client ${ban ? 'forbids' : 'grants'} ${whose} more rights ${to}: ${told}`;
  if (mode === 'remove') return ban ? `The client no longer forbids ${whose} these rights ${to}: ${told}` : `The client takes rights ${to} away from ${whose}: ${told}`;
  if (letters === '') return ban ? `The client forbids ${whose} nothing ${to} any more.` : `The client leaves ${whose} no rights ${to}.`;
  return `The client ${ban ? 'forbids' : 'grants'} ${whose} exactly these rights ${to}: ${told}`;
}

/** The name of a limit, which may be empty. */
function limitOf(root: string): string {
  return root === '' ? 'the nameless limit ("")' : `the limit ${quote(root)}`;
}

/** Events that NOTIFY knows (RFC 5465 §5). */
export const EVENTS: Readonly<Record<string, string>> = {
  MESSAGENEW: 'new mails',
  MESSAGEEXPUNGE: 'removed mails',
  FLAGCHANGE: 'changed flags',
  ANNOTATIONCHANGE: 'changed annotations',
  MAILBOXNAME: 'new, renamed and removed mailboxes',
  SUBSCRIPTIONCHANGE: 'changed subscriptions',
  MAILBOXMETADATACHANGE: 'changed notes on mailboxes',
  SERVERMETADATACHANGE: 'changed notes on the server',
};

function group({ events, items: told, ...filter }: NotifyGroup): string {
  const happening = events.map((event) => {
    const telling = told.length > 0 && event.toUpperCase() === 'MESSAGENEW' ? ` (of each ${items(told)})` : '';
    return `${EVENTS[event.toUpperCase()] ?? shorten(event)}${telling}`;
  });
  const delayed = filter.kind === 'SELECTED-DELAYED' ? ', removals only when commands allow it' : '';
  return `of ${filtered(filter)} ${list(happening) || 'nothing'}${delayed}`;
}

function batches({ size, first, last }: Extensions['imap.command.uidbatches']): string {
  const which = first === undefined || last === undefined ? '' : first === last ? `, of them batch ${number(first)}` : `, of them batches ${number(first)} to ${number(last)}`;
  return `The client asks which ranges of UIDs divide the mailbox into batches of ${number(size)} mails${which}, counted from the newest.`;
}

export const imapExtensions: Sentences<Extensions> = {
  'imap.command.getquota': (p) => `The client asks how much space may be used under ${limitOf(p.root)}, and how much is.`,
  'imap.command.getquotaroot': (p) => `The client asks which limits of space hold for the mailbox ${shorten(p.mailbox)}, and how far they are used.`,
  'imap.command.setquota': (p) =>
    p.limits.length === 0
      ? `The client lifts every limit of space under ${limitOf(p.root)}.`
      : `The client sets ${limitOf(p.root)} to ${list(p.limits.map(({ name, limit }) => `${number(limit)} ${UNITS[name] ?? shorten(name)}`))}.`,
  'imap.command.getacl': (p) => `The client asks who may do what with the mailbox ${shorten(p.mailbox)}.`,
  'imap.command.setacl': setRights,
  'imap.command.deleteacl': (p) => `The client strikes ${isBan(p.who) ? `the ban on ${person(p.who.slice(1))}` : person(p.who)} off the list of rights to the mailbox ${shorten(p.mailbox)}.`,
  'imap.command.listrights': (p) => `The client asks which rights to the mailbox ${shorten(p.mailbox)} could be granted to ${person(p.who)}.`,
  'imap.command.myrights': (p) => `The client asks what it may do itself with the mailbox ${shorten(p.mailbox)}.`,
  'imap.command.getmetadata': (p) =>
    `The client asks for notes that are kept on ${on(p.mailbox)}: ${named(p.entries)}.` +
    (p.depth === undefined || p.depth === '0' ? '' : p.depth === '1' ? ' Those one level below count, too (DEPTH 1).' : ` All those below count, too (DEPTH ${shorten(p.depth)}).`) +
    (p.largest === undefined ? '' : ` Values of more than ${octets(p.largest)} are to be left out (MAXSIZE).`),
  'imap.command.setmetadata': (p) =>
    `The client changes notes that are kept on ${on(p.mailbox)}: ${list(p.entries.map(({ name, value }) => (value === undefined ? `${shorten(name)} is removed` : `${shorten(name)} becomes ${quote(value)}`))) || 'none named'}.`,
  'imap.command.getannotation': (p) => `The client asks for notes that are kept on ${on(p.mailbox)}: ${named(p.entries)} (GETANNOTATION, the draft from which GETMETADATA came).`,
  'imap.command.setannotation': (p) => `The client changes notes that are kept on ${on(p.mailbox)}: ${named(p.entries)} (SETANNOTATION, the draft from which SETMETADATA came).`,
  'imap.command.compress': (p) => `The client wants both sides to compress everything from here on (${shorten(p.algorithm)}). It begins behind the server's OK.`,
  'imap.command.notify': (p) =>
    `The client says what the server shall report by itself: ${p.groups.map(group).join('; ') || 'nothing named'}.` + (p.status ? ' It also wants to know at once how these mailboxes stand (STATUS).' : ''),
  'imap.command.notify-none': () => 'The client wants the server to report nothing by itself any more (NOTIFY NONE).',
  'imap.command.language': (p) =>
    p.languages.length === 0 ? 'The client asks in which languages the server can write.' : `The client wants the texts of the server in ${list(p.languages.map(shorten), 'or')}, the first that it knows.`,
  'imap.command.comparator': (p) =>
    p.comparators.length === 0 ? 'The client asks how the server compares text.' : `The client wants text compared by ${list(p.comparators.map(shorten), 'or')}; searches and sorting go by it.`,
  'imap.command.unauthenticate': () => 'The client logs the user out, but keeps the connection: another user may log in on it.',
  'imap.command.genurlauth': (p) => `The client asks for a URL by which others may read without logging in: ${list(p.urls.map(({ url, mechanism }) => `${quote(url)}, authorised by ${shorten(mechanism)}`))}.`,
  'imap.command.urlfetch': (p) => `The client asks for the content behind ${p.urls.length === 1 ? 'the URL' : 'the URLs'} ${list(p.urls.map(quote))}.`,
  'imap.command.resetkey': (p) =>
    p.mailbox === undefined
      ? 'The client makes all URLs handed out so far void.'
      : `The client makes the URLs handed out so far for ${shorten(p.mailbox)} void${p.mechanisms.length === 0 ? '' : `, as far as they go by ${named(p.mechanisms)}`}.`,
  'imap.command.convert': (p) =>
    `The client asks for ${items(p.items) || 'parts'} of ${mails(p.set)}, converted ${p.type === undefined ? 'into a type that the server chooses' : `to ${shorten(p.type)}`}.`,
  'imap.command.cancelupdate': (p) => `The client wants no more news of the result of the search ${list(p.tags.map(shorten))}.`,
  'imap.command.uidbatches': batches,
  'imap.command.getjmapaccess': () => 'The client asks where the same mails can be reached by JMAP, the mail protocol over HTTP.',
  'imap.command.proxyauth': (p) => `The client, logged in as an administrator, wants to go on as ${shorten(p.username)} (PROXYAUTH).`,
  'imap.command.xapplepushservice': (p) =>
    `The client registers for Apple's push service${p.topic === undefined ? '' : ` (${shorten(p.topic)})`}: the server shall tell Apple of news in ${named(p.mailboxes)}, and Apple the device.`,
  'imap.command.x-cancel': (p) => `The client wants the running ${p.tags.length === 1 ? 'command' : 'commands'} ${named(p.tags)} broken off (a command of Dovecot's).`,
  'imap.command.x-state': (p) =>
    p.restores ? "The client hands back the state of an earlier session, to go on there (a command of Dovecot's)." : "The client asks for the state of the session, to go on with it in another (a command of Dovecot's).",
};
