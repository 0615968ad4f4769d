/** German for what a server says it can (the IANA registry of IMAP capabilities); the weightiest with their use. */
import { sortCapabilities } from '../capability-words.js';
import { meaningOf } from '../meaning.js';
import { several } from './imap-phrases.js';
import { count, list, octets, shorten } from './format.js';

/** In the order of their weight; a name that ends with `=` stands for all that begin so. */
export const CAPABILITIES: Readonly<Record<string, string>> = {
  STARTTLS: 'Verschlüsselung',
  IDLE: 'Neues ohne Nachfrage',
  'COMPRESS=': 'Komprimierung',
  UIDPLUS: 'UIDs neuer und kopierter Mails',
  MOVE: 'Verschieben',
  CONDSTORE: 'nummerierte Änderungen',
  QRESYNC: 'schneller Abgleich',
  'SPECIAL-USE': 'Kennzeichen für Entwürfe, Gesendetes und dergleichen',
  'LITERAL+': 'Literale ohne Warten',
  'LITERAL-': 'kurze Literale ohne Warten',
  'SASL-IR': 'Anmeldung in einem Schritt',
  'X-GM-EXT-1': 'Gmails eigene Ergänzungen',
  QUOTA: 'Grenzen des Speicherplatzes',
  SORT: 'Sortieren',
  THREAD: 'Gruppieren zu Unterhaltungen',
  'THREAD=': 'Gruppieren zu Unterhaltungen',
  ESEARCH: 'knappe Suchergebnisse',
  NAMESPACE: 'wo Postfächer liegen',
  NOTIFY: 'Neues aus mehreren Postfächern',
  ACL: 'Zugriffsrechte',
  METADATA: 'Notizen zu Postfächern',
  'METADATA-SERVER': 'Notizen zum Server',
  MULTIAPPEND: 'mehrere Mails in einem APPEND',
  CATENATE: 'Mails aus Stücken',
  BINARY: 'vom Server dekodierte Teile',
  'UTF8=ACCEPT': 'Namen und Kopfzeilen in UTF-8',
  'UTF8=ONLY': 'Namen und Kopfzeilen nur in UTF-8',
  'UTF8=ALL': 'Postfächer in UTF-8 (aufgegeben)',
  'UTF8=APPEND': 'Ablegen von Mails in UTF-8 (aufgegeben)',
  'UTF8=USER': 'Benutzernamen in UTF-8 (aufgegeben)',
  OBJECTID: 'bleibende Kennungen',
  PREVIEW: 'Vorschau',
  'PREVIEW=': 'Vorschau',
  REPLACE: 'Ersetzen eines Entwurfs',
  UIDONLY: 'nur UIDs, keine laufenden Nummern',
  UIDBATCHES: 'UIDs in Stapeln',
  PARTIAL: 'Suchergebnisse in Stücken',
  SEARCHRES: 'das letzte Suchergebnis als Menge ($)',
  'SEARCH=FUZZY': 'ungefähre Suche',
  MULTISEARCH: 'Suche in mehreren Postfächern',
  'CONTEXT=SEARCH': 'Suchergebnisse auf dem neuesten Stand',
  'CONTEXT=SORT': 'sortierte Ergebnisse auf dem neuesten Stand',
  ESORT: 'knappe sortierte Ergebnisse',
  'SORT=DISPLAY': 'Sortieren nach angezeigten Namen',
  WITHIN: 'Suche nach Alter',
  FILTERS: 'gespeicherte Suchen',
  SAVEDATE: 'Daten der Ablage',
  'STATUS=SIZE': 'Größen von Postfächern',
  'LIST-EXTENDED': 'feinere Listen der Postfächer',
  'LIST-STATUS': 'Listen der Postfächer mit Zahlen',
  'LIST-MYRIGHTS': 'Listen der Postfächer mit Rechten',
  'LIST-METADATA': 'Listen der Postfächer mit Notizen',
  'CREATE-SPECIAL-USE': 'neue Postfächer für besondere Zwecke',
  UNSELECT: 'Schließen ohne Löschen',
  ENABLE: 'Einschalten von Erweiterungen',
  ID: 'Vorstellung mit Namen',
  CHILDREN: 'welche Postfächer andere unter sich haben',
  'RIGHTS=': 'weitere Zugriffsrechte',
  QUOTASET: 'Setzen der Grenzen des Speicherplatzes',
  'QUOTA=': 'Arten der Grenzen',
  APPENDLIMIT: 'Größengrenzen je Postfach',
  'APPENDLIMIT=': 'Größengrenzen',
  'MESSAGELIMIT=': 'wie viele Mails auf einmal',
  'SAVELIMIT=': 'wie viele Suchergebnisse aufgehoben werden',
  INPROGRESS: 'Lebenszeichen bei langen Befehlen',
  JMAPACCESS: 'der Weg zu denselben Mails über JMAP',
  'ANNOTATE-EXPERIMENT-1': 'Anmerkungen an Mails',
  CONVERT: 'Umwandeln von Teilen',
  'IMAPSIEVE=': 'Filter, die auf Änderungen reagieren',
  LANGUAGE: 'Texte in anderen Sprachen',
  'I18NLEVEL=1': 'Textvergleich in Unicode',
  'I18NLEVEL=2': 'Auswahl des Textvergleichs',
  UNAUTHENTICATE: 'Abmelden ohne Schließen',
  URLAUTH: 'URLs, die eine Mail öffnen',
  'URLAUTH=BINARY': 'URLs, die dekodierte Teile öffnen',
  'URL-PARTIAL': 'URLs von Stücken einer Mail',
  'LOGIN-REFERRALS': 'Verweis auf einen anderen Server bei der Anmeldung',
  'MAILBOX-REFERRALS': 'Verweis auf Postfächer anderswo',
  XLIST: 'frühere Kennzeichen für besondere Zwecke',
};

/** Names in upper case. */
export function capabilities(names: readonly string[]): string {
  const { versions, mechanisms, disabled, known, limit, others, extensions } = sortCapabilities(names, CAPABILITIES);
  const [only] = extensions;
  const offers = [
    ...(mechanisms.length === 0 ? [] : [`Anmeldung mit ${several(mechanisms, 'oder')}`]),
    ...known.map(({ name, meaning }) => `${shorten(name)} (${meaning})`),
    ...(limit === undefined ? [] : [`Mails bis ${octets(limit)}`]),
    ...(others === 0 ? [] : [extensions.length === 1 && only !== undefined ? shorten(only) : count(others, 'eine weitere Erweiterung', 'weitere Erweiterungen')]),
  ];
  const speaks = versions.length === 0 ? 'Der Server' : `Der Server spricht ${list(versions)} und`;
  const off = disabled ? ' Der Befehl LOGIN ist abgeschaltet (LOGINDISABLED).' : '';
  if (offers.length === 0) return `${versions.length === 0 ? 'Der Server nennt keine Erweiterungen' : `Der Server spricht ${list(versions)} ohne Erweiterungen`}.${off}`;
  return `${speaks} bietet ${list(offers)}.${off}`;
}

/** QRESYNC (schneller Abgleich) */
export function extension(name: string): string {
  const meaning = meaningOf(CAPABILITIES, name.toUpperCase());
  return meaning === undefined ? shorten(name) : `${shorten(name)} (${meaning})`;
}
