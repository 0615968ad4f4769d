/** German for the items of STATUS. */
import type { StatusItem } from '../../model/notes/imap.js';
import { capital, count, list, numeral, octets, shorten } from './format.js';

/** What is counted among the mails of a mailbox. */
const COUNTED: Readonly<Record<string, string>> = { RECENT: 'neu', UNSEEN: 'ungelesen', DELETED: 'zum Löschen vorgemerkt' };

/** What is said of the mailbox itself, a sentence each. */
const TOLD: Readonly<Record<string, (value: string) => string>> = {
  UIDNEXT: (v) => `Die nächste Mail wird die UID ${v} oder eine höhere bekommen.`,
  UIDVALIDITY: (v) => `Seine UIDs gelten zusammen mit ${v} (UIDVALIDITY).`,
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

/** drei sind ungelesen; keine ist ungelesen; alle sind ungelesen */
function counted({ name, value = '' }: StatusItem, all: number): string {
  const many = Number(value);
  const who = many === 0 ? 'keine ist' : many === all ? (all === 2 ? 'beide sind' : 'alle sind') : many === 1 ? 'eine ist' : `${numeral(many)} sind`;
  return `${who} ${COUNTED[name]!}`;
}

/** Die einzige Mail, die neu und nicht ungelesen ist. */
function described({ name, value }: StatusItem): string {
  return `${Number(value) === 0 ? 'nicht ' : ''}${COUNTED[name]!}`;
}

function held(mailbox: string, all: number, counts: readonly StatusItem[]): string {
  if (all === 0) return `Im Postfach ${mailbox} liegt keine Mail.`;
  if (all === 1) return `Im Postfach ${mailbox} liegt eine Mail${counts.length === 0 ? '' : `, die ${list(counts.map(described))} ist`}.`;
  return `Im Postfach ${mailbox} liegen ${count(all, 'eine Mail', 'Mails')}${counts.length === 0 ? '' : `: ${capital(list(counts.map((one) => counted(one, all))))}`}.`;
}

function uncounted(mailbox: string, counts: readonly StatusItem[]): string {
  if (counts.length === 0) return `Der Server berichtet über das Postfach ${mailbox}.`;
  return `Von den Mails im Postfach ${mailbox}: ${capital(list(counts.map((one) => counted(one, Infinity))))}.`;
}

/** Counts in one sentence, then one for every other item. */
export function statusSentences(mailbox: string, values: readonly StatusItem[]): string {
  if (values.length === 0) return `Der Server sagt nichts über das Postfach ${mailbox}.`;
  const messages = values.find(({ name, value }) => name === 'MESSAGES' && isCount(value ?? ''));
  const counts = values.filter(({ name, value }) => Object.hasOwn(COUNTED, name) && isCount(value ?? ''));
  const isEmpty = messages !== undefined && Number(messages.value) === 0;
  const others = values.filter((one) => one !== messages && !counts.includes(one) && !(isEmpty && one.name === 'SIZE' && one.value === '0'));
  const first = messages === undefined ? uncounted(mailbox, counts) : held(mailbox, Number(messages.value), counts);
  return [first, ...others.map(({ name, value = '' }) => TOLD[name]?.(shorten(value)) ?? `Außerdem sagt der Server ${shorten(`${name} ${value}`)}.`)].join(' ');
}

const STATUS_NAMES: Readonly<Record<string, string>> = {
  MESSAGES: 'wie viele Mails darin liegen',
  RECENT: 'wie viele neu sind',
  UNSEEN: 'wie viele ungelesen sind',
  DELETED: 'wie viele zum Löschen vorgemerkt sind',
  UIDNEXT: 'welche UID als Nächstes kommt',
  UIDVALIDITY: 'mit welcher Zahl zusammen seine UIDs gelten (UIDVALIDITY)',
  SIZE: 'wie groß es ist',
  HIGHESTMODSEQ: 'welche Nummer die letzte Änderung hat',
  MAILBOXID: 'welche bleibende Kennung es hat',
  APPENDLIMIT: 'wie groß eine Mail sein darf',
  'DELETED-STORAGE': 'wie viel Platz das Löschen freigäbe',
};

export function statusNames(asked: readonly StatusItem[]): string {
  return list(asked.map(({ name }) => STATUS_NAMES[name] ?? shorten(name)));
}
