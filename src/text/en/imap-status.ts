/** English for the items of STATUS. */
import type { StatusItem } from '../../model/notes/imap.js';
import { list, number, shorten } from './format.js';

const STATUS: Readonly<Record<string, (value: string) => string>> = {
  MESSAGES: (v) => `${v} mails`,
  RECENT: (v) => `${v} new ones`,
  UNSEEN: (v) => `${v} unread`,
  DELETED: (v) => `${v} marked for removal`,
  UIDNEXT: (v) => `next UID ${v}`,
  UIDVALIDITY: (v) => `UIDs valid with ${v}`,
  SIZE: (v) => `${v} octets in all`,
  HIGHESTMODSEQ: (v) => `last change ${v}`,
  MAILBOXID: (v) => `lasting id ${v}`,
  APPENDLIMIT: (v) => `mails up to ${v} octets`,
  'DELETED-STORAGE': (v) => `${v} octets to be freed`,
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  MESSAGES: 'how many mails it holds',
  RECENT: 'how many are new',
  UNSEEN: 'how many are unread',
  DELETED: 'how many are marked for removal',
  UIDNEXT: 'which UID comes next',
  UIDVALIDITY: 'what its UIDs are valid with',
  SIZE: 'how large it is',
  HIGHESTMODSEQ: 'the number of its last change',
  MAILBOXID: 'its lasting id',
  APPENDLIMIT: 'how large a mail may be',
  'DELETED-STORAGE': 'how much removal would free',
};

/** Items whose value is a count; the others are ids. */
const COUNTS: ReadonlySet<string> = new Set(['MESSAGES', 'RECENT', 'UNSEEN', 'DELETED', 'SIZE', 'APPENDLIMIT', 'DELETED-STORAGE']);

export function statusValues(values: readonly StatusItem[]): string {
  return list(values.map(({ name, value }) => STATUS[name]?.(COUNTS.has(name) ? grouped(value ?? '?') : (value ?? '?')) ?? `${name} ${shorten(value ?? '')}`));
}

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}

/** Counts with their commas; ids and the like as they are. */
function grouped(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : value;
}
