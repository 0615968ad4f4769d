/** English for the items of STATUS. */
import type { StatusItem } from '../../model/notes/imap.js';
import { count, list, numeral, octets, shorten } from './format.js';

/** What is counted among the mails of a mailbox. */
const COUNTED: Readonly<Record<string, string>> = { RECENT: 'new', UNSEEN: 'unread', DELETED: 'marked for removal' };

/** What is said of the mailbox itself, a sentence each. */
const TOLD: Readonly<Record<string, (value: string) => string>> = {
  UIDNEXT: (v) => `The next mail will get UID ${v} or a higher one.`,
  UIDVALIDITY: (v) => `Its UIDs are valid together with ${v} (UIDVALIDITY).`,
  SIZE: (v) => `All its mails together take ${sized(v)}.`,
  HIGHESTMODSEQ: (v) => `Its last change has the number ${v}.`,
  MAILBOXID: (v) => `Its lasting id is ${v}.`,
  APPENDLIMIT: (v) => (isCount(v) ? `A mail put into it may have up to ${sized(v)}.` : 'It sets no limit of its own on the size of a mail.'),
  'DELETED-STORAGE': (v) => `Removing the mails that are marked would free ${sized(v)}.`,
};

function isCount(value: string): boolean {
  return /^\d{1,15}$/.test(value);
}

function sized(value: string): string {
  return isCount(value) ? octets(Number(value)) : `${value} octets`;
}

/** three are unread; none is unread; all are unread */
function counted({ name, value = '' }: StatusItem, all: number): string {
  const many = Number(value);
  const who = many === 0 ? 'none is' : many === all ? (all === 2 ? 'both are' : 'all are') : many === 1 ? 'one is' : `${numeral(many)} are`;
  return `${who} ${COUNTED[name]!}`;
}

/** The only mail, which is new and not unread. */
function described({ name, value }: StatusItem): string {
  return `${Number(value) === 0 ? 'not ' : ''}${COUNTED[name]!}`;
}

function held(mailbox: string, all: number, counts: readonly StatusItem[]): string {
  if (all === 0) return `${mailbox} holds no mail.`;
  if (all === 1) return `${mailbox} holds one mail${counts.length === 0 ? '' : `, which is ${list(counts.map(described))}`}.`;
  return `${mailbox} holds ${count(all, 'mail', 'mails')}${counts.length === 0 ? '' : `: ${list(counts.map((one) => counted(one, all)))}`}.`;
}

function uncounted(mailbox: string, counts: readonly StatusItem[]): string {
  if (counts.length === 0) return `The server tells of the mailbox ${mailbox}.`;
  return `Of the mails in ${mailbox}, ${list(counts.map((one) => counted(one, Infinity)))}.`;
}

/** Counts in one sentence, then one for every other item. */
export function statusSentences(mailbox: string, values: readonly StatusItem[]): string {
  if (values.length === 0) return `The server tells nothing of the mailbox ${mailbox}.`;
  const messages = values.find(({ name, value }) => name === 'MESSAGES' && isCount(value ?? ''));
  const counts = values.filter(({ name, value }) => Object.hasOwn(COUNTED, name) && isCount(value ?? ''));
  const isEmpty = messages !== undefined && Number(messages.value) === 0;
  const others = values.filter((one) => one !== messages && !counts.includes(one) && !(isEmpty && one.name === 'SIZE' && one.value === '0'));
  const first = messages === undefined ? uncounted(mailbox, counts) : held(mailbox, Number(messages.value), counts);
  return [first, ...others.map(({ name, value = '' }) => TOLD[name]?.(shorten(value)) ?? `It also tells ${shorten(`${name} ${value}`)}.`)].join(' ');
}

const STATUS_NAMES: Readonly<Record<string, string>> = {
  MESSAGES: 'how many mails it holds',
  RECENT: 'how many are new',
  UNSEEN: 'how many are unread',
  DELETED: 'how many are marked for removal',
  UIDNEXT: 'which UID comes next',
  UIDVALIDITY: 'the number that its UIDs are valid together with (UIDVALIDITY)',
  SIZE: 'how large it is',
  HIGHESTMODSEQ: 'the number of its last change',
  MAILBOXID: 'its lasting id',
  APPENDLIMIT: 'how large a mail may be',
  'DELETED-STORAGE': 'how much removal would free',
};

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}
