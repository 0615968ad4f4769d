/** What the commands say that manage: limits of space, rights, notes, URLs that hand mails out. */
import type { ImapVerb } from '../../../model/notes/imap.js';
import type { Describe } from './values.js';
import { mailboxOf, takeSubject } from './values.js';
import type { Talk } from '../talk.js';
import { allWordsOf, nstringOf, textOf, wordsOf, type Value } from '../value-parser.js';

// ── limits of space (RFC 9208) ──────────────────────────────────────────────────────────────────────────────────

const getQuota: Describe = (_command, values) => {
  const root = textOf(values[0]);
  return root === undefined ? undefined : { key: 'imap.command.getquota', params: { root } };
};

const setQuota: Describe = (_command, values) => {
  const root = textOf(values[0]);
  if (root === undefined || values[1]?.kind !== 'list') return undefined;
  const words = wordsOf(values[1]);
  const limits = words.flatMap((name, at) => (at % 2 === 0 && /^\d{1,15}$/.test(words[at + 1] ?? '') ? [{ name: name.toUpperCase(), limit: Number(words[at + 1]) }] : []));
  return { key: 'imap.command.setquota', params: { root, limits } };
};

const ofMailbox =
  (key: 'imap.command.getquotaroot' | 'imap.command.getacl' | 'imap.command.myrights'): Describe =>
  (command, values, talk) => {
    const mailbox = takeSubject(command, values, talk);
    return mailbox === undefined ? undefined : { key, params: { mailbox } };
  };

// ── rights (RFC 4314) ───────────────────────────────────────────────────────────────────────────────────────────

const ofSomebody =
  (key: 'imap.command.deleteacl' | 'imap.command.listrights'): Describe =>
  (command, values, talk) => {
    const mailbox = takeSubject(command, values, talk);
    const who = textOf(values[1]);
    return mailbox === undefined || who === undefined ? undefined : { key, params: { mailbox, who } };
  };

const setAcl: Describe = (command, values, talk) => {
  const mailbox = takeSubject(command, values, talk);
  const who = textOf(values[1]);
  const rights = textOf(values[2]);
  if (mailbox === undefined || who === undefined || rights === undefined) return undefined;
  const mode = rights.startsWith('+') ? 'add' : rights.startsWith('-') ? 'remove' : 'replace';
  return { key: 'imap.command.setacl', params: { mailbox, who, mode, rights: mode === 'replace' ? rights : rights.slice(1) } };
};

// ── notes (RFC 5464, and its draft) ─────────────────────────────────────────────────────────────────────────────

const MOST_ENTRIES = 30;

/** A name that may be empty: then it is the server that the notes are kept on. */
function takeNoted(values: readonly Value[], at: number, talk: Talk): string | undefined {
  return mailboxOf(values[at], talk);
}

function optionOf(options: readonly string[], name: string): string | undefined {
  const at = options.findIndex((word) => word.toUpperCase() === name);
  return at === -1 ? undefined : options[at + 1];
}

const getMetadata: Describe = (command, values, talk) => {
  // The formal syntax has the options first, its examples behind the mailbox, too (RFC 5464 §4.2, §5).
  const lists = values.filter((value) => value.kind === 'list');
  const isOptions = (value: Value | undefined): boolean => value?.kind === 'list' && !(textOf(value.items[0])?.startsWith('/') ?? false);
  const options = lists.length > 0 && isOptions(lists[0]) ? lists[0] : undefined;
  const rest = values.filter((value) => value !== options);
  const mailbox = takeNoted(rest, 0, talk);
  if (mailbox === undefined) return undefined;
  command.facts.mailbox = mailbox;
  const words = wordsOf(options);
  const largest = Number(optionOf(words, 'MAXSIZE') ?? NaN);
  const params = { mailbox, entries: allWordsOf(rest.slice(1)).slice(0, MOST_ENTRIES), depth: optionOf(words, 'DEPTH'), largest: Number.isSafeInteger(largest) ? largest : undefined };
  return { key: 'imap.command.getmetadata', params };
};

const setMetadata: Describe = (command, values, talk) => {
  const mailbox = takeNoted(values, 0, talk);
  const list = values[1];
  if (mailbox === undefined || list?.kind !== 'list') return undefined;
  command.facts.mailbox = mailbox;
  const { items } = list;
  const entries = items.flatMap((item, at) => (at % 2 === 0 ? [{ name: textOf(item) ?? '', value: items[at + 1]?.kind === 'literal' ? (textOf(items[at + 1]) ?? '') : nstringOf(items[at + 1]) }] : []));
  return { key: 'imap.command.setmetadata', params: { mailbox, entries: entries.slice(0, MOST_ENTRIES) } };
};

const annotation =
  (key: 'imap.command.getannotation' | 'imap.command.setannotation'): Describe =>
  (command, values, talk) => {
    const mailbox = takeNoted(values, 0, talk);
    const entries = wordsOf(values[1]);
    if (mailbox === undefined || entries.length === 0) return undefined;
    command.facts.mailbox = mailbox;
    return { key, params: { mailbox, entries } };
  };

// ── URLs (RFC 4467, RFC 5524) ───────────────────────────────────────────────────────────────────────────────────

const generateUrl: Describe = (_command, values) => {
  const words = allWordsOf(values);
  const urls = words.flatMap((url, at) => (at % 2 === 0 ? [{ url, mechanism: words[at + 1]?.toUpperCase() ?? '' }] : []));
  return urls.length === 0 ? undefined : { key: 'imap.command.genurlauth', params: { urls: urls.slice(0, MOST_ENTRIES) } };
};

const fetchUrl: Describe = (_command, values) => {
  const urls = values.flatMap((value) => textOf(value?.kind === 'list' ? value.items[0] : value) ?? []);
  return urls.length === 0 ? undefined : { key: 'imap.command.urlfetch', params: { urls: urls.slice(0, MOST_ENTRIES) } };
};

const resetKey: Describe = (_command, values, talk) => ({
  key: 'imap.command.resetkey',
  params: { mailbox: mailboxOf(values[0], talk), mechanisms: allWordsOf(values.slice(1)) },
});

export const MANAGEMENT_COMMANDS = {
  GETQUOTA: getQuota,
  GETQUOTAROOT: ofMailbox('imap.command.getquotaroot'),
  SETQUOTA: setQuota,
  GETACL: ofMailbox('imap.command.getacl'),
  SETACL: setAcl,
  DELETEACL: ofSomebody('imap.command.deleteacl'),
  LISTRIGHTS: ofSomebody('imap.command.listrights'),
  MYRIGHTS: ofMailbox('imap.command.myrights'),
  GETMETADATA: getMetadata,
  SETMETADATA: setMetadata,
  GETANNOTATION: annotation('imap.command.getannotation'),
  SETANNOTATION: annotation('imap.command.setannotation'),
  GENURLAUTH: generateUrl,
  URLFETCH: fetchUrl,
  RESETKEY: resetKey,
} as const satisfies Partial<Record<ImapVerb, Describe>>;
