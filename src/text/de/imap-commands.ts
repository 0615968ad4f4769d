/** German for what IMAP clients say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { ImapCommandNotes, ImapExtensionVerb, ListParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { asks } from './imap-fetch.js';
import { isOne, mails, mailsDative, theFlags, theFlagsDative } from './imap-phrases.js';
import { searched, sortOrder } from './imap-search.js';
import { statusNames } from './imap-status.js';
import { list, number, octetsDative, quote, shorten } from './format.js';
import { logIn } from './sasl.js';

/** Nominative and accusative. */
function box(name: string | undefined): string {
  return name === undefined ? 'das offene Postfach' : `das Postfach ${shorten(name)}`;
}

/** Dative, behind "aus". */
function boxDative(name: string | undefined): string {
  return name === undefined ? 'dem offenen Postfach' : `dem Postfach ${shorten(name)}`;
}

/** A name or password that may be empty. */
function shown(value: string): string {
  return value.trim() === '' ? quote(value) : shorten(value);
}

function authenticate(p: ImapCommandNotes['imap.command.authenticate']): string {
  return p.mechanism === '' ? 'Der Client will sich anmelden, nennt aber hinter AUTHENTICATE kein Verfahren.' : logIn(p);
}

/** `what`: genitive plural, as in "die Namen aller … Postfächer". */
function listing({ reference, patterns, selection, returns }: ListParams, what: string, addition = ''): string {
  const below = reference === '' ? '' : ` unter ${shorten(reference)}`;
  const all = patterns.length === 1 && patterns[0] === '*';
  const level = patterns.length === 1 && patterns[0] === '%';
  const which = all
    ? `aller ${what}${below}, auf jeder Ebene`
    : level
      ? `der ${what} einer Ebene${below}`
      : `der ${what}${below}, die zu ${list(patterns.map(quote), 'oder')} passen`;
  const only = selection.length === 0 ? '' : `, ausgewählt nach ${list(selection.map(shorten))}`;
  const more = returns.length === 0 ? '' : `; jede Antwort soll auch ${list(returns.map(shorten))} bringen`;
  return `Der Client fragt nach den Namen ${which}${only}${addition}${more}.`;
}

/** Parameters of SELECT and EXAMINE (RFC 7162). */
const PARAMETERS: Readonly<Record<string, string>> = {
  CONDSTORE: 'will die Änderungen darin nummeriert haben (CONDSTORE)',
  QRESYNC: 'fragt, was sich seit seinem letzten Besuch geändert hat (QRESYNC)',
};

function parameters(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Er ${list(names.map((name) => PARAMETERS[name] ?? `nennt ${shorten(name)}`))}.`;
}

const EXTENSIONS: Readonly<Record<ImapExtensionVerb, (subject: string) => string>> = {
  ID: () => 'Der Client stellt sich vor und fragt, wer der Server ist.',
  GETQUOTA: (s) => `Der Client fragt nach den Grenzen des Speicherplatzes unter ${quote(s)}.`,
  GETQUOTAROOT: (s) => `Der Client fragt, welche Grenzen des Speicherplatzes für das Postfach ${shorten(s)} gelten.`,
  SETQUOTA: (s) => `Der Client setzt die Grenzen des Speicherplatzes unter ${quote(s)}.`,
  GETACL: (s) => `Der Client fragt, wer mit dem Postfach ${shorten(s)} was tun darf.`,
  SETACL: (s) => `Der Client setzt die Zugriffsrechte des Postfachs ${shorten(s)}.`,
  DELETEACL: (s) => `Der Client nimmt jemandem die Rechte am Postfach ${shorten(s)}.`,
  LISTRIGHTS: (s) => `Der Client fragt, welche Rechte am Postfach ${shorten(s)} jemand bekommen könnte.`,
  MYRIGHTS: (s) => `Der Client fragt, was er mit dem Postfach ${shorten(s)} tun darf.`,
  GETMETADATA: (s) => `Der Client fragt nach Notizen, die ${s === '' ? 'zum Server' : `zum Postfach ${shorten(s)}`} geführt werden.`,
  SETMETADATA: (s) => `Der Client ändert Notizen, die ${s === '' ? 'zum Server' : `zum Postfach ${shorten(s)}`} geführt werden.`,
  COMPRESS: (s) => `Der Client möchte, dass beide Seiten von hier an alles komprimieren (${shorten(s)}).`,
  NOTIFY: () => 'Der Client sagt, welche Ereignisse in welchen Postfächern der Server von selbst melden soll.',
  LANGUAGE: (s) => (s === '' ? 'Der Client fragt, in welchen Sprachen der Server schreiben kann.' : `Der Client möchte die Texte des Servers in ${shorten(s)}.`),
  COMPARATOR: (s) => (s === '' ? 'Der Client fragt, wie der Server Text vergleicht.' : `Der Client möchte, dass Text nach ${shorten(s)} verglichen wird.`),
  UNAUTHENTICATE: () => 'Der Client meldet den Benutzer ab, behält aber die Verbindung.',
  GENURLAUTH: () => 'Der Client fragt nach einer URL, über die andere eine Mail lesen können.',
  URLFETCH: () => 'Der Client fragt nach dem Inhalt hinter einer URL.',
  RESETKEY: () => 'Der Client macht bisher ausgegebene URLs ungültig.',
  CONVERT: () => 'Der Client fragt nach Teilen von Mails, umgewandelt in ein anderes Format.',
  REPLACE: () => 'Der Client setzt eine neue Mail an die Stelle einer alten.',
  ESEARCH: () => 'Der Client sucht in mehreren Postfächern auf einmal.',
  GETJMAPACCESS: () => 'Der Client fragt, wo dieselben Mails über JMAP zu erreichen sind.',
};

function select({ mailbox, tag, first, instead, tooEarly, parameters: names }: ImapCommandNotes['imap.command.select']): string {
  if (tooEarly) return `Der Client will das Postfach ${shorten(mailbox)} öffnen, obwohl er nicht angemeldet ist.`;
  const place = instead ? ' anstelle des bisher offenen' : '';
  const mark = first ? `${place}; ${shorten(tag)} ist seine eigene Kennung, die in der Antwort wiederkehrt` : place;
  return `Der Client öffnet das Postfach ${shorten(mailbox)} zum Lesen und Schreiben${mark}.${parameters(names)}`;
}

function append({ mailbox, flags: names, date, size, waits }: ImapCommandNotes['imap.command.append']): string {
  const what = size === undefined ? 'eine Mail' : `eine Mail von ${octetsDative(size)}`;
  const having = names.length === 0 ? '' : ` mit ${theFlagsDative(names)}`;
  const dated = date === undefined ? '' : `${names.length === 0 ? ' mit' : ' und'} dem Eingangsdatum ${shorten(date)}`;
  const next = size === undefined ? '' : waits ? ' Bevor er sie sendet, wartet er auf das + des Servers.' : ' Die Mail folgt sofort.';
  return `Der Client will ${what}${having}${dated} im Postfach ${shorten(mailbox)} ablegen.${next}`;
}

function fetch({ set, items: asked, marksSeen, changedSince }: ImapCommandNotes['imap.command.fetch']): string {
  const whole = asked.length === 1 && asked[0]!.what === 'mail' && asked[0]!.partial === undefined;
  const one = isOne(set);
  const structure = asked.length === 1 && asked[0]!.what === 'structure';
  const what = whole
    ? `Der Client ruft ${mails(set)} vollständig ab`
    : structure
      ? `Der Client fragt, aus welchen Teilen ${mails(set)} ${one ? 'besteht' : 'bestehen'} (${asked[0]!.name.toUpperCase()})`
      : `Der Client fragt ${asks(asked, mailsDative(set))} ab`;
  const since = changedSince === undefined ? '' : ` Gefragt ist nur, was sich nach der Änderung Nummer ${shorten(changedSince)} geändert hat.`;
  const seen = marksSeen ? ` Damit ${one ? 'gilt sie' : 'gelten sie'} als gelesen (\\Seen).` : '';
  return `${what}.${since}${seen}`;
}

function store({ set, mode, flags: names, silent, unchangedSince }: ImapCommandNotes['imap.command.store']): string {
  const at = `bei ${mailsDative(set)}`;
  const action =
    mode === 'add'
      ? `setzt ${at} ${theFlags(names)}`
      : mode === 'remove'
        ? `nimmt ${at} ${theFlags(names)} weg`
        : names.length === 0
          ? `nimmt ${at} alle Flags weg`
          : `setzt ${at} ${theFlags(names)} anstelle aller anderen`;
  const quiet = silent ? ' Das Ergebnis braucht der Server nicht zu melden (.SILENT).' : '';
  const unless = unchangedSince === undefined ? '' : ` Mails, die nach der Änderung Nummer ${shorten(unchangedSince)} geändert sind, sollen unberührt bleiben.`;
  const deletes = mode !== 'remove' && names.some((name) => name.toLowerCase() === '\\deleted');
  const stays = deletes ? ` ${isOne(set) ? 'Sie bleibt' : 'Sie bleiben'} bis EXPUNGE oder CLOSE erhalten.` : '';
  return `Der Client ${action}.${stays}${quiet}${unless}`;
}

/** What RETURN asks for (RFC 4731). */
function wanted(returns: readonly string[]): string {
  const [min, max] = [returns.includes('MIN'), returns.includes('MAX')];
  const told = min && max ? ['die kleinste und die größte Nummer'] : min ? ['die kleinste Nummer'] : max ? ['die größte Nummer'] : [];
  if (returns.includes('ALL')) told.push('alle Nummern');
  if (returns.includes('COUNT')) told.push('die Anzahl');
  const others = returns.filter((word) => !['MIN', 'MAX', 'ALL', 'COUNT'].includes(word));
  if (others.length > 0) return ` Vom Ergebnis will er ${list(returns.map(shorten))}.`;
  return ` Er will nur ${told.join(' und ')} (${returns.join(', ')}).`;
}

function search({ terms, uid, returns, charset }: ImapCommandNotes['imap.command.search']): string {
  const form = returns.length > 0 ? wanted(returns) : uid ? ' Die Antwort soll UIDs nennen.' : '';
  const words = charset === undefined ? '' : ` Seine Wörter stehen in ${shorten(charset)}.`;
  return `Der Client sucht nach ${searched(terms)}.${form}${words}`;
}

export const imapCommands: Sentences<ImapCommandNotes> = {
  'imap.command.capability': () => 'Der Client fragt, was der Server kann.',
  'imap.command.noop': (p) =>
    p.mailbox === undefined
      ? 'Der Client verlangt nichts (NOOP): Er hält die Verbindung am Leben.'
      : `Der Client verlangt nichts (NOOP): Er hält die Verbindung am Leben und gibt dem Server Gelegenheit, Neues aus ${shorten(p.mailbox)} zu melden.`,
  'imap.command.logout': () => 'Der Client beendet die Sitzung. Der Server verabschiedet sich mit BYE und bestätigt dann.',
  'imap.command.starttls': () => 'Der Client bittet darum, mit TLS verschlüsselt weiterzureden.',
  'imap.command.authenticate': authenticate,
  'imap.command.login': (p) =>
    `Der Client meldet sich als ${shown(p.username)} mit dem Passwort ${shown(p.password)} an.` +
    (p.readable ? ' Beides steht hier für jeden lesbar, der unterwegs mithört.' : ''),
  'imap.command.enable': (p) => `Der Client schaltet Erweiterungen ein: ${list(p.extensions.map(shorten)) || 'keine'}.`,
  'imap.command.select': select,
  'imap.command.examine': (p) =>
    `Der Client öffnet das Postfach ${shorten(p.mailbox)} nur zum Lesen: Nichts darin ändert sich, auch nicht \\Seen.${parameters(p.parameters)}`,
  'imap.command.create': (p) => `Der Client will ein neues Postfach ${shorten(p.mailbox)} anlegen.`,
  'imap.command.delete': (p) => `Der Client will das Postfach ${shorten(p.mailbox)} samt allen Mails darin löschen.`,
  'imap.command.rename': (p) => `Der Client will das Postfach ${shorten(p.mailbox)} in ${shorten(p.target)} umbenennen.`,
  'imap.command.subscribe': (p) => `Der Client nimmt ${shorten(p.mailbox)} in die Liste der abonnierten Postfächer auf, die sich anzuzeigen lohnen.`,
  'imap.command.unsubscribe': (p) => `Der Client nimmt ${shorten(p.mailbox)} aus der Liste der abonnierten Postfächer; das Postfach selbst bleibt.`,
  'imap.command.list': (p) =>
    p.reference === '' && p.patterns.length === 1 && p.patterns[0] === ''
      ? 'Der Client fragt, welches Zeichen die Ebenen der Postfachnamen trennt.'
      : listing(p, 'Postfächer'),
  'imap.command.lsub': (p) => listing(p, 'abonnierten Postfächer'),
  'imap.command.xlist': (p) => listing(p, 'Postfächer', ', samt ihrem besonderen Zweck'),
  'imap.command.namespace': () => 'Der Client fragt, wo die eigenen Postfächer, die anderer Benutzer und gemeinsame liegen.',
  'imap.command.status': (p) => `Der Client fragt nach dem Postfach ${shorten(p.mailbox)}, ohne es zu öffnen: ${statusNames(p.items) || 'nach nichts Bestimmtem'}.`,
  'imap.command.append': append,
  'imap.command.idle': (p) => `Der Client verstummt (IDLE): Bis er DONE sendet, meldet der Server von selbst, was sich ${p.mailbox === undefined ? 'im offenen Postfach' : `im Postfach ${shorten(p.mailbox)}`} ändert.`,
  'imap.command.done': () => 'Der Client beendet IDLE. DONE trägt keine Kennung; die Antwort wird die von IDLE tragen.',
  'imap.command.check': (p) => `Der Client bittet den Server um einen Sicherungspunkt für ${p.mailbox === undefined ? 'das offene Postfach' : shorten(p.mailbox)}, etwa Änderungen auf die Platte zu schreiben (CHECK).`,
  'imap.command.close': (p) => `Der Client schließt ${box(p.mailbox)}; Mails mit \\Deleted werden dabei gelöscht, ohne dass eine Zeile davon berichtet.`,
  'imap.command.unselect': (p) => `Der Client schließt ${box(p.mailbox)}, ohne etwas zu löschen.`,
  'imap.command.expunge': (p) =>
    p.set === undefined
      ? `Der Client will alle Mails mit dem Flag \\Deleted endgültig aus ${boxDative(p.mailbox)} löschen.`
      : `Der Client will ${mails(p.set)} endgültig löschen, soweit das Flag \\Deleted gesetzt ist.`,
  'imap.command.search': search,
  'imap.command.sort': (p) => `Der Client sucht nach ${searched(p.terms)}, sortiert nach ${sortOrder(p.order) || 'nichts Genanntem'}${p.uid ? ', als UIDs' : ''}.`,
  'imap.command.thread': (p) => `Der Client sucht nach ${searched(p.terms)}, nach ${shorten(p.algorithm)} zu Unterhaltungen gruppiert${p.uid ? ', als UIDs' : ''}.`,
  'imap.command.fetch': fetch,
  'imap.command.store': store,
  'imap.command.copy': (p) => `Der Client will ${mails(p.set)} in das Postfach ${shorten(p.mailbox)} kopieren.`,
  'imap.command.move': (p) => `Der Client will ${mails(p.set)} in das Postfach ${shorten(p.mailbox)} verschieben.`,
  'imap.command.id': (p) =>
    p.name === undefined
      ? 'Der Client fragt, wer der Server ist, ohne den eigenen Namen zu nennen.'
      : `Der Client stellt sich als ${shorten(p.name)}${p.version === undefined ? '' : ` ${shorten(p.version)}`} vor und fragt, wer der Server ist.`,
  'imap.command.extension': (p) => EXTENSIONS[p.verb](p.subject),
  'imap.command.begun': (p) =>
    `Der Client beginnt ${shorten(p.verb)} und kündigt den nächsten Wert als Literal an, eine abgezählte Folge von Oktetten (hier ${number(p.octets)}). Bevor er sie sendet, wartet er auf das + des Servers.`,
  'imap.command.malformed': (p) => `Der Client sendet ${shorten(p.verb)} mit Angaben, die nicht zum Befehl passen.`,
  'imap.command.bad-literal': (p) => `Der Client sendet ${shorten(p.verb)} mit ${quote(p.mark)} am Ende: Das sieht nach einem Literal aus, nennt aber keine Zahl von Oktetten, die folgen könnten.`,
  'imap.command.behind-starttls': (p) =>
    `Der Client sendet ${p.verb === '' ? 'eine Zeile' : shorten(p.verb)} lesbar hinter STARTTLS, wo nur noch TLS folgen darf. Das kann jeder eingefügt haben, der unterwegs sitzt; der Server darf es nicht ausführen, wenn TLS steht.`,
  'imap.command.empty': () => 'Der Client sendet eine leere Zeile, die kein Befehl ist.',
  'imap.command.tag-only': (p) => `Der Client sendet nur ${quote(p.tag)}: eine Kennung, hinter der kein Befehl steht.`,
  'imap.command.unknown': (p) => `Der Client sendet ${quote(p.verb)}; das ist kein Befehl von IMAP oder einer bekannten Erweiterung.`,

  'imap.data.username': (p) => `Der Client sendet den Benutzernamen ${shown(p.username)} als das angekündigte Literal.`,
  'imap.data.password': (p) => `Der Client sendet das Passwort ${shown(p.password)} als das angekündigte Literal; die Anmeldung ist vollständig.`,
  'imap.data.part': (p) =>
    `Der Client sendet ${p.value === undefined ? 'das Literal' : quote(p.value)} für ${shorten(p.verb)} und kündigt ein weiteres Literal von ${octetsDative(p.octets)} an.`,
  'imap.data.rest': (p) => `Der Client sendet ${p.value === undefined ? 'den Rest' : quote(p.value)}; ${shorten(p.verb)} ist vollständig.`,
  'imap.data.mailbox': (p) => `Der Client nennt das Postfach ${shorten(p.mailbox)} und kündigt die Mail dafür an.`,
  'imap.data.append-end': (p) => `Das Zeilenende schließt den Befehl: Die Mail für ${p.mailbox === undefined ? 'das Postfach' : shorten(p.mailbox)} ist vollständig.`,
  'imap.data.append-surplus': (p) =>
    `Hinter den Oktetten, die er für die Mail angekündigt hat, sendet der Client noch mehr: ${quote(p.words)}. So geht APPEND nicht weiter (RFC 9051 §6.3.12); die Zahl ist vielleicht zu klein.`,
  'imap.data.append-more': (p) =>
    `Derselbe Befehl bringt eine weitere Mail von ${octetsDative(p.size)}${p.flags.length === 0 ? '' : ` mit ${theFlagsDative(p.flags)}`} (MULTIAPPEND).`,
};
