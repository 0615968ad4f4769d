/** German for the items of STATUS. */
import type { StatusItem } from '../../model/notes/imap.js';
import { list, number, shorten } from './format.js';

const STATUS: Readonly<Record<string, (value: string) => string>> = {
  MESSAGES: (v) => (v === '1' ? '1 Mail' : `${v} Mails`),
  RECENT: (v) => `${v} neue`,
  UNSEEN: (v) => `${v} ungelesene`,
  DELETED: (v) => `${v} zum Löschen vorgemerkte`,
  UIDNEXT: (v) => `nächste UID ${v}`,
  UIDVALIDITY: (v) => `UIDs gültig mit ${v}`,
  SIZE: (v) => `${v} Oktette insgesamt`,
  HIGHESTMODSEQ: (v) => `letzte Änderung ${v}`,
  MAILBOXID: (v) => `bleibende Kennung ${v}`,
  APPENDLIMIT: (v) => `Mails bis ${v} Oktette`,
  'DELETED-STORAGE': (v) => `${v} Oktette zum Freigeben`,
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  MESSAGES: 'wie viele Mails darin liegen',
  RECENT: 'wie viele neu sind',
  UNSEEN: 'wie viele ungelesen sind',
  DELETED: 'wie viele zum Löschen vorgemerkt sind',
  UIDNEXT: 'welche UID als Nächstes kommt',
  UIDVALIDITY: 'womit seine UIDs gültig sind',
  SIZE: 'wie groß es ist',
  HIGHESTMODSEQ: 'welche Nummer die letzte Änderung hat',
  MAILBOXID: 'welche bleibende Kennung es hat',
  APPENDLIMIT: 'wie groß eine Mail sein darf',
  'DELETED-STORAGE': 'wie viel Platz das Löschen freigäbe',
};

/** Items whose value is a count; the others are ids. */
const COUNTS: ReadonlySet<string> = new Set(['MESSAGES', 'RECENT', 'UNSEEN', 'DELETED', 'SIZE', 'APPENDLIMIT', 'DELETED-STORAGE']);

export function statusValues(values: readonly StatusItem[]): string {
  return list(values.map(({ name, value }) => STATUS[name]?.(COUNTS.has(name) ? grouped(value ?? '?') : (value ?? '?')) ?? `${name} ${shorten(value ?? '')}`));
}

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}

function grouped(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : value;
}
