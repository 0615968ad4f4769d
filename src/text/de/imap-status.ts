/** German for the items of STATUS. */
import type { StatusItem } from '../../model/notes/imap.js';
import { count, list, numeral, octets, shorten } from './format.js';

/** What is counted among the mails of a mailbox. */
const COUNTED: Readonly<Record<string, string>> = { RECENT: 'neu', UNSEEN: 'ungelesen', DELETED: 'zum Löschen vorgemerkt' };

/** What is said of the mailbox itself, a sentence each. */
const TOLD: Readonly<Record<string, (value: string) => string>> = {
  UIDNEXT: (v) => `Die nächste Mail wird die UID ${v} oder eine höhere bekommen.`,
  UIDVALIDITY: (v) => `Seine UIDs gelten zusammen mit ${v}.`,
  SIZE: (v) => `Alle seine Mails zusammen belegen ${sized(v)}.`,
  HIGHESTMODSEQ: (v) => `Seine letzte Änderung hat die Nummer ${v}.`,
  MAILBOXID: (v) => `Seine bleibende Kennung ist ${v}.`,
  APPENDLIMIT: (v) => (isCount(v) ? `Eine dort abgelegte Mail darf bis zu ${sized(v)} haben.` : 'Eine eigene Grenze für die Größe einer Mail setzt es nicht.'),
  'DELETED-STORAGE': (v) => `Das Löschen der vorgemerkten Mails gäbe ${sized(v)} frei.`,
};

function isCount(value: string): boolean {
  return /^\d{1,15}$/.test(value);
}

function sized(value: string): string {
  return isCount(value) ? octets(Number(value)) : `${value} Oktette`;
}

/** drei sind ungelesen; keine ist ungelesen */
function counted({ name, value = '' }: StatusItem): string {
  const many = Number(value);
  return `${many < 2 ? `${many === 0 ? 'keine' : 'eine'} ist` : `${numeral(many)} sind`} ${COUNTED[name]!}`;
}

/** Counts in one sentence, then one for every other item. */
export function statusSentences(mailbox: string, values: readonly StatusItem[]): string {
  const held = values.find(({ name, value }) => name === 'MESSAGES' && isCount(value ?? ''));
  const counts = values.filter(({ name, value }) => Object.hasOwn(COUNTED, name) && isCount(value ?? ''));
  const others = values.filter((one) => one !== held && !counts.includes(one));
  const all = Number(held?.value);
  const among = list(all === 0 ? [] : counts.map(counted));
  const first =
    held !== undefined
      ? [`Im Postfach ${mailbox} ${all > 1 ? 'liegen' : 'liegt'} ${all === 0 ? 'keine Mail' : count(all, 'eine Mail', 'Mails')}${among === '' ? '' : `; davon ${reordered(among)}`}.`]
      : [among === '' ? `Der Server berichtet über das Postfach ${mailbox}.` : `Von den Mails im Postfach ${mailbox} ${reordered(among)}.`];
  if (values.length === 0) return `Der Server sagt nichts über das Postfach ${mailbox}.`;
  return [...first, ...others.map(({ name, value = '' }) => TOLD[name]?.(shorten(value)) ?? `Außerdem sagt der Server ${shorten(`${name} ${value}`)}.`)].join(' ');
}

/** The verb stands second: davon ist eine neu und keine ungelesen. */
function reordered(among: string): string {
  return among.replace(/^(\S+) (ist|sind) /, '$2 $1 ');
}

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

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}
