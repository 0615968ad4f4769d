/** German for the criteria of a search and the order of its result. Each criterion ends a clause that begins "Mails, die …". */
import type { SearchTerm } from '../../model/notes/imap.js';
import { flag, mailsDative } from './imap-phrases.js';
import { day } from './imap-dates.js';
import { list, number, quote, shorten } from './format.js';

const IS: Readonly<Record<string, string>> = {
  ALL: 'überhaupt da sind',
  ANSWERED: 'beantwortet sind',
  DELETED: 'zum Löschen vorgemerkt sind',
  DRAFT: 'Entwürfe sind',
  FLAGGED: 'markiert sind',
  NEW: 'neu und ungelesen sind',
  OLD: 'in dieser Sitzung nicht neu sind',
  RECENT: 'in dieser Sitzung neu sind',
  SEEN: 'gelesen sind',
  UNANSWERED: 'nicht beantwortet sind',
  UNDELETED: 'nicht zum Löschen vorgemerkt sind',
  UNDRAFT: 'keine Entwürfe sind',
  UNFLAGGED: 'nicht markiert sind',
  UNSEEN: 'ungelesen sind',
  SAVEDATESUPPORTED: 'dort liegen, wo das Datum der Ablage geführt wird',
};

/** A stranger's number: digits, and few enough to be one. */
function counted(value: string): string {
  return /^\d{1,15}$/.test(value) ? number(Number(value)) : value;
}

const HAS: Readonly<Record<string, (value: string) => string>> = {
  BCC: (v) => `${quote(v)} in Bcc haben`,
  CC: (v) => `${quote(v)} in Cc haben`,
  FROM: (v) => `${quote(v)} in From haben`,
  TO: (v) => `${quote(v)} in To haben`,
  SUBJECT: (v) => `${quote(v)} im Betreff haben`,
  HEADER: header,
  BODY: (v) => `${quote(v)} im Text haben`,
  TEXT: (v) => `${quote(v)} in Kopf oder Text haben`,
  BEFORE: (v) => `vor dem ${day(v)} eingegangen sind`,
  ON: (v) => `am ${day(v)} eingegangen sind`,
  SINCE: (v) => `am ${day(v)} oder später eingegangen sind`,
  SENTBEFORE: (v) => `vor dem ${day(v)} datiert sind`,
  SENTON: (v) => `auf den ${day(v)} datiert sind`,
  SENTSINCE: (v) => `auf den ${day(v)} oder später datiert sind`,
  SAVEDBEFORE: (v) => `vor dem ${day(v)} hier abgelegt sind`,
  SAVEDON: (v) => `am ${day(v)} hier abgelegt sind`,
  SAVEDSINCE: (v) => `am ${day(v)} oder später hier abgelegt sind`,
  OLDER: (v) => `älter als ${counted(v)} Sekunden sind`,
  YOUNGER: (v) => `jünger als ${counted(v)} Sekunden sind`,
  LARGER: (v) => `größer als ${counted(v)} Oktette sind`,
  SMALLER: (v) => `kleiner als ${counted(v)} Oktette sind`,
  KEYWORD: (v) => `das Stichwort ${flag(v)} tragen`,
  UNKEYWORD: (v) => `das Stichwort ${flag(v)} nicht tragen`,
  MODSEQ: (v) => `seit der Änderung Nummer ${v} geändert sind`,
  FILTER: (v) => `den gespeicherten Filter ${shorten(v)} passieren`,
  EMAILID: (v) => `die bleibende Kennung ${shorten(v)} haben`,
  THREADID: (v) => `zur Unterhaltung ${shorten(v)} gehören`,
  UIDAFTER: (v) => `UIDs über ${v} haben`,
  UIDBEFORE: (v) => `UIDs unter ${v} haben`,
  ANNOTATION: (v) => `die Anmerkung ${shorten(v)} haben`,
  'X-GM-RAW': (v) => `nach Gmails Regeln zu ${quote(v)} passen`,
  'X-GM-MSGID': (v) => `Gmails Nummer ${v} haben`,
  'X-GM-THRID': (v) => `zu Gmails Unterhaltung ${v} gehören`,
  'X-GM-LABELS': (v) => `Gmails Label ${shorten(v)} tragen`,
};

/** `Message-ID: ausflug`; without a text, the field need only be there (RFC 9051 §6.4.4). */
function header(value: string): string {
  const [name = '', ...text] = value.split(': ');
  const words = text.join(': ');
  return words === '' ? `eine Kopfzeile ${shorten(name)} haben` : `${quote(words)} in der Kopfzeile ${shorten(name)} haben`;
}

function criterion(term: SearchTerm): string {
  const { key, value, set, terms } = term;
  if (set !== undefined) return `zu ${mailsDative(set)} gehören`;
  if (key === 'OTHER') return `das unbekannte Kriterium ${quote(value ?? '')} erfüllen`;
  if (key === 'NOT') return `nicht ${terms.map(criterion).join(' und ')}`;
  if (key === 'OR') return `entweder ${terms.map(criterion).join(' oder ')}`;
  if (key === 'AND') return terms.map(criterion).join(' und ');
  if (key === 'FUZZY') return `ungefähr ${terms.map(criterion).join(' und ')}`;
  return IS[key] ?? HAS[key]?.(value ?? '') ?? `zu ${shorten(value === undefined ? key : `${key} ${value}`)} passen`;
}

/** Mails, die ungelesen sind und „bob“ in From haben */
export function searched(asked: readonly SearchTerm[]): string {
  const terms = asked.flatMap((term) => (term.key === 'AND' ? term.terms : [term]));
  if (terms.length === 0 || (terms.length === 1 && terms[0]!.key === 'ALL')) return 'allen Mails';
  return `Mails, die ${list(terms.filter(({ key }) => key !== 'ALL').map(criterion))}`;
}

// ── SORT ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sort keys (RFC 5256 §3, RFC 5957, RFC 6203, and Cyrus), dative. */
const SORT: Readonly<Record<string, string>> = {
  ARRIVAL: 'Eingang',
  CC: 'erster Cc-Adresse',
  DATE: 'Datum',
  FROM: 'Absender',
  SIZE: 'Größe',
  SUBJECT: 'Betreff',
  TO: 'erstem Empfänger',
  DISPLAYFROM: 'Name des Absenders',
  DISPLAYTO: 'Name des ersten Empfängers',
  RELEVANCY: 'Übereinstimmung',
  MODSEQ: 'Nummer der letzten Änderung',
  SAVEDATE: 'Datum der Ablage',
};

/** REVERSE belongs to the key behind it. */
export function sortOrder(words: readonly string[]): string {
  const keys = words.flatMap((word, i) => {
    if (word === 'REVERSE') return [];
    const name = SORT[word] ?? shorten(word);
    return [words[i - 1] === 'REVERSE' ? `${name} (absteigend)` : name];
  });
  return list(keys);
}
