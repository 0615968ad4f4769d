/** German for what a server says it can (the IANA registry of IMAP capabilities); the important ones with their use. */
import { list, number, octets, shorten } from './format.js';

/** In the order of their weight. */
export const CAPABILITIES: Readonly<Record<string, string>> = {
  STARTTLS: 'Verschlüsselung',
  IDLE: 'Neues ohne Nachfrage',
  'COMPRESS=DEFLATE': 'Komprimierung',
  UIDPLUS: 'UIDs neuer und kopierter Mails',
  MOVE: 'Verschieben',
  CONDSTORE: 'nummerierte Änderungen',
  QRESYNC: 'schneller Abgleich',
  'SPECIAL-USE': 'Kennzeichen für Entwürfe, Gesendetes und dergleichen',
  'LITERAL+': 'Literale ohne Warten',
  'LITERAL-': 'kurze Literale ohne Warten',
  'SASL-IR': 'Anmeldung in einem Schritt',
  QUOTA: 'Grenzen des Speicherplatzes',
  SORT: 'Sortieren',
  ESEARCH: 'knappe Suchergebnisse',
  NAMESPACE: 'wo Postfächer liegen',
  NOTIFY: 'Neues aus mehreren Postfächern',
  ACL: 'Zugriffsrechte',
  METADATA: 'Notizen zu Postfächern',
  MULTIAPPEND: 'mehrere Mails in einem APPEND',
  CATENATE: 'Mails aus Stücken',
  BINARY: 'vom Server dekodierte Teile',
  'UTF8=ACCEPT': 'Namen in UTF-8',
  OBJECTID: 'bleibende Kennungen',
  PREVIEW: 'Vorschau',
  REPLACE: 'Ersetzen eines Entwurfs',
  UNSELECT: 'Schließen ohne Löschen',
  ENABLE: 'Einschalten von Erweiterungen',
  ID: 'Vorstellung mit Namen',
  CHILDREN: 'welche Postfächer andere unter sich haben',
};

const NAMED = 5;

const PROTOCOLS: ReadonlySet<string> = new Set(['IMAP4', 'IMAP4REV1', 'IMAP4REV2']);

function protocolName(name: string): string {
  return name.replace('REV', 'rev');
}

/** Names in upper case. */
export function capabilities(names: readonly string[]): string {
  const versions = names.filter((name) => PROTOCOLS.has(name)).map(protocolName);
  const mechanisms = names.filter((name) => name.startsWith('AUTH=')).map((name) => name.slice('AUTH='.length));
  const rest = names.filter((name) => !PROTOCOLS.has(name) && !name.startsWith('AUTH=') && name !== 'LOGINDISABLED');
  const limit = rest.find((name) => /^APPENDLIMIT=\d{1,15}$/.test(name))?.slice('APPENDLIMIT='.length);
  const known = Object.keys(CAPABILITIES).filter((name) => rest.includes(name)).slice(0, NAMED);
  const others = rest.length - known.length - (limit === undefined ? 0 : 1);
  const offers = [
    ...(mechanisms.length === 0 ? [] : [`Anmeldung mit ${list(mechanisms.map(shorten), 'oder')}`]),
    ...known.map((name) => `${name} (${CAPABILITIES[name]!})`),
    ...(limit === undefined ? [] : [`Mails bis ${octets(Number(limit))}`]),
    ...(others > 0 ? [others === 1 && rest.length === 1 ? shorten(rest[0]!) : others === 1 ? 'eine weitere Erweiterung' : `${number(others)} weitere Erweiterungen`] : []),
  ];
  const speaks = versions.length === 0 ? 'Der Server' : `Der Server spricht ${list(versions)} und`;
  const disabled = names.includes('LOGINDISABLED') ? ' Der Befehl LOGIN ist abgeschaltet (LOGINDISABLED).' : '';
  if (offers.length === 0) return `${versions.length === 0 ? 'Der Server nennt keine Erweiterungen' : `Der Server spricht ${list(versions)} ohne Erweiterungen`}.${disabled}`;
  return `${speaks} bietet ${list(offers)}.${disabled}`;
}
