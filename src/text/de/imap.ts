/** German for IMAP: a sentence or two for every line of a conversation (RFC 3501, 9051 and their extensions). */
import type { ImapExtensionVerb, ImapNotes, ListParams, StatusParams } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { mechanismKind } from '../mechanisms.js';
import { codeSentence, spread } from './imap-codes.js';
import { capabilities } from './imap-capabilities.js';
import {
  asks,
  attributes,
  contents,
  fetchedItems,
  isContent,
  isOne,
  mails,
  mailsDative,
  searched,
  sortOrder,
  statusNames,
  statusValues,
  structureOf,
  theFlags,
  theFlagsDative,
} from './imap-phrases.js';
import { noReply, okReply, refusal } from './imap-replies.js';
import { capital, count, duration, list, number, numeral, octets, octetsDative, quote, shorten } from './format.js';

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

function inItsWords(words: string): string {
  return words === '' ? '' : `, in seinen Worten ${quote(words)}`;
}

function also(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` mit dem Betreff ${quote(subject)}`;
}

function authenticate({ mechanism, username, withPassword }: ImapNotes['imap.command.authenticate']): string {
  if (mechanism === '') return 'Der Client will sich anmelden, nennt aber hinter AUTHENTICATE kein Verfahren.';
  const opening = `Der Client will sich${username === undefined ? '' : ` als ${shorten(username)}`} mit ${shorten(mechanism)} anmelden`;
  switch (mechanismKind(mechanism)) {
    case 'readable':
      if (withPassword) return `${opening}; das Passwort steht in derselben Zeile, in Base64 kodiert und nicht verschlüsselt.`;
      return `${opening}: ${username === undefined ? 'Benutzername und Passwort folgen' : 'Das Passwort folgt'}, in Base64 kodiert und nicht verschlüsselt.`;
    case 'proof':
      return `${opening}: Er soll nachweisen, dass er das Passwort kennt, ohne es zu senden.`;
    case 'token':
      return `${opening}: An die Stelle des Passworts tritt ein Token.`;
    case 'outside':
      return `${opening}: Wer er ist, ergibt sich von außen, etwa aus einem TLS-Zertifikat oder einem Kerberos-Ticket.`;
    case 'none':
      return `${opening}: ohne Nachweis, wer er ist.`;
    case 'unknown':
      return `${opening}.`;
  }
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

function select({ mailbox, tag, first, instead, tooEarly, parameters: names }: ImapNotes['imap.command.select']): string {
  if (tooEarly) return `Der Client will das Postfach ${shorten(mailbox)} öffnen, obwohl er nicht angemeldet ist.`;
  const place = instead ? ' anstelle des bisher offenen' : '';
  const mark = first ? `${place}; ${shorten(tag)} ist seine eigene Kennung, die in der Antwort wiederkehrt` : place;
  return `Der Client öffnet das Postfach ${shorten(mailbox)} zum Lesen und Schreiben${mark}.${parameters(names)}`;
}

function append({ mailbox, flags: names, date, size, waits }: ImapNotes['imap.command.append']): string {
  const what = size === undefined ? 'eine Mail' : `eine Mail von ${octetsDative(size)}`;
  const having = names.length === 0 ? '' : ` mit ${theFlagsDative(names)}`;
  const dated = date === undefined ? '' : `${names.length === 0 ? ' mit' : ' und'} dem Eingangsdatum ${shorten(date)}`;
  const next = size === undefined ? '' : waits ? ' Bevor er sie sendet, wartet er auf das + des Servers.' : ' Die Mail folgt sofort.';
  return `Der Client will ${what}${having}${dated} im Postfach ${shorten(mailbox)} ablegen.${next}`;
}

function fetch({ set, items: asked, marksSeen, changedSince }: ImapNotes['imap.command.fetch']): string {
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

function store({ set, mode, flags: names, silent, unchangedSince }: ImapNotes['imap.command.store']): string {
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

function search({ terms, uid, returns, charset }: ImapNotes['imap.command.search']): string {
  const form = returns.length > 0 ? wanted(returns) : uid ? ' Die Antwort soll UIDs nennen.' : '';
  const words = charset === undefined ? '' : ` Seine Wörter stehen in ${shorten(charset)}.`;
  return `Der Client sucht nach ${searched(terms)}.${form}${words}`;
}

function exists({ count: now, mailbox, before }: ImapNotes['imap.untagged.exists']): string {
  const where = mailbox === undefined ? 'Im Postfach' : `Im Postfach ${shorten(mailbox)}`;
  const changed = before !== undefined && before !== now;
  const lies = now === 0 ? `liegt ${changed ? 'jetzt ' : ''}keine Mail` : `${now === 1 ? 'liegt' : 'liegen'} ${changed ? 'jetzt ' : ''}${count(now, 'eine Mail', 'Mails')}`;
  if (before === undefined || now <= before) return `${where} ${lies}.`;
  return `${where} ${lies}, ${now - before === 1 ? 'eine' : numeral(now - before)} mehr als zuvor.`;
}

function expunged({ number: gone, left }: ImapNotes['imap.untagged.expunge']): string {
  const rest = left === undefined ? '' : left === 0 ? ' Das Postfach ist jetzt leer.' : ` ${left === 1 ? 'Eine Mail bleibt' : `${numeral(left)} Mails bleiben`}.`;
  return `Mail ${gone} ist aus dem Postfach entfernt; die Nummern aller Mails dahinter sinken um eins.${rest}`;
}

function fetched({ number: of, items: brought, opensMail }: ImapNotes['imap.untagged.fetch']): string {
  const rest = opensMail === undefined ? brought : brought.filter(({ what, partial }) => what !== 'mail' || partial !== undefined);
  const told = rest.length === 0 ? '' : fetchedItems(rest);
  if (opensMail === undefined) {
    const sent = brought.filter(isContent);
    if (sent.length > 0) {
      const others = brought.filter((one) => !isContent(one));
      return `Der Server sendet ${contents(sent, of)}${others.length === 0 ? '' : `; ${fetchedItems(others)}`}.`;
    }
    const structure = brought.length === 1 ? brought[0]!.structure : undefined;
    if (structure !== undefined) return `Mail ${of} hat ${structureOf(structure)}.`;
    return told === '' ? `Der Server nennt Mail ${of}, ohne etwas über sie zu sagen.` : `Der Server berichtet über Mail ${of}: ${told}.`;
  }
  const mail = `Der Server sendet Mail ${of} vollständig: Die nächsten ${octets(opensMail)} sind ein Literal, abgezählt und nicht als Zeilen zu lesen.`;
  return told === '' ? mail : `${mail} Außerdem steht in der Zeile: ${told}.`;
}

function listed({ mailbox, attributes: names, delimiter, subscribed }: ImapNotes['imap.untagged.list']): string {
  const others = names.filter((name) => !/^\\subscribed$/i.test(name));
  const mark = others.length === 0 ? '' : ` Es ${attributes(others)}.`;
  const levels = delimiter === undefined ? ' Namen haben hier keine Ebenen.' : ` Die Ebenen eines Namens trennt ${quote(delimiter)}.`;
  // A name may be subscribed, or have others below it, though no mailbox has it (RFC 9051 §6.3.9).
  const isThere = !names.some((name) => /^\\nonexistent$/i.test(name));
  const what = subscribed ? 'Abonniert ist das Postfach' : isThere ? 'Es gibt ein Postfach' : 'Der Server nennt ein Postfach';
  return `${what} ${shorten(mailbox)}.${mark}${levels}`;
}

/** Counts first, as a sentence; the rest follows. */
function status({ mailbox, items: values }: ImapNotes['imap.untagged.status']): string {
  const held = values.find(({ name, value }) => name === 'MESSAGES' && /^\d{1,15}$/.test(value ?? ''));
  const rest = statusValues(values.filter((one) => one !== held));
  const all = Number(held?.value);
  if (held === undefined) return rest === '' ? `Der Server sagt nichts über das Postfach ${shorten(mailbox)}.` : `Der Server sagt über das Postfach ${shorten(mailbox)}: ${rest}.`;
  return `Im Postfach ${shorten(mailbox)} ${all > 1 ? 'liegen' : 'liegt'} ${all === 0 ? 'keine Mail' : count(all, 'eine Mail', 'Mails')}.${rest === '' ? '' : ` Außerdem sagt der Server: ${rest}.`}`;
}

function found({ numbers, count: all, uid, sorted }: ImapNotes['imap.untagged.search']): string {
  if (all === 0) return 'Die Suche hat keine Mail gefunden.';
  const kind = uid ? (all === 1 ? 'UID ' : 'UIDs ') : '';
  const named = numbers.map(shorten);
  if (all > numbers.length) named.push(`${number(all - numbers.length)} weitere`);
  return `Die Suche hat ${count(all, 'eine Mail', 'Mails')} gefunden${sorted ? ', in dieser Reihenfolge' : ''}: ${kind}${list(named)}.`;
}

const ESEARCH: Readonly<Record<string, (value: string) => string>> = {
  MIN: (v) => `kleinste Nummer ${v}`,
  MAX: (v) => `größte Nummer ${v}`,
  COUNT: (v) => (/^\d{1,15}$/.test(v) ? count(Number(v), 'eine Mail', 'Mails') : `${v} Mails`),
  ALL: (v) => `Nummern ${spread(v)}`,
  MODSEQ: (v) => `letzte Änderung ${v}`,
};

function esearch({ items: values, uid }: ImapNotes['imap.untagged.esearch']): string {
  if (values.length === 0) return 'Die Suche hat keine Mail gefunden.';
  const told = values.map(({ name, value }) => ESEARCH[name]?.(shorten(value ?? '')) ?? `${name} ${shorten(value ?? '')}`);
  return `Das Ergebnis der Suche${uid ? ', in UIDs' : ''}: ${list(told)}.`;
}

function prefixes(names: readonly string[]): string {
  return list(names.map((name) => (name === '' ? 'ohne Vorsilbe' : `unter ${quote(name)}`)));
}

function namespace({ personal, others, shared }: ImapNotes['imap.untagged.namespace']): string {
  const told = [
    ...(personal.length === 0 ? [] : [`die eigenen des Benutzers ${prefixes(personal)}`]),
    ...(others.length === 0 ? [] : [`die anderer Benutzer ${prefixes(others)}`]),
    ...(shared.length === 0 ? [] : [`gemeinsame ${prefixes(shared)}`]),
  ];
  return told.length === 0 ? 'Der Server nennt keinen Ort, an dem Postfächer liegen.' : `Der Server sagt, wo Postfächer liegen: ${list(told)}.`;
}

function resources(values: ImapNotes['imap.untagged.quota']['resources']): string {
  return list(
    values.map(({ name, used, limit }) =>
      name === 'STORAGE' ? `${number(used)} von ${number(limit)} KiB Speicherplatz` : `${number(used)} von ${number(limit)} ${name === 'MESSAGE' ? 'Mails' : shorten(name)}`,
    ),
  );
}

function mailRead(what: string, p: { size: number; subject: string | undefined; complete: boolean; missing: number }): string {
  if (p.complete) return `${what}${withSubject(p.subject)}: ${octets(p.size)}.`;
  const lost = p.missing > 0 ? `${octets(p.missing)} davon fehlen im Mitschnitt` : 'ihr Ende ist nicht im Mitschnitt';
  return `${what}${withSubject(p.subject)}: ${octets(p.size)} waren zu sehen, ${lost}.`;
}

function statusLine({ code, words }: StatusParams): string {
  if (code?.name === 'ALERT') return `Der Server hat eine dringende Nachricht für den Benutzer: ${quote(words)}.`;
  const sentence = codeSentence(code);
  if (sentence !== '') return sentence;
  return words === '' ? 'Der Server sagt OK, ohne mehr zu sagen.' : `Der Server bemerkt: ${quote(words)}.`;
}

const UNPROTECTED = ' STARTTLS fehlt: Alles Weitere ist unterwegs lesbar.';

export const imap: Sentences<ImapNotes> = {
  'imap.greeting': (p) =>
    `Der Server${p.host === undefined ? '' : ` ${shorten(p.host)}`} meldet sich bereit (OK). Bei IMAP beginnt der Server${p.delay === undefined ? '' : `; er brauchte ${duration(p.delay)}`}.` +
    also(codeSentence(p.code)) +
    (p.unprotected ? UNPROTECTED : ''),
  'imap.greeting.preauth': (p) =>
    `Der Server${p.host === undefined ? '' : ` ${shorten(p.host)}`} meldet sich bereit und weiß schon, wer der Client ist (PREAUTH): Eine Anmeldung ist nicht nötig.` + also(codeSentence(p.code)),
  'imap.greeting.refused': (p) => `Der Server weist den Client ab${inItsWords(p.words)}; die Verbindung wird geschlossen.` + also(codeSentence(p.code)),

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
  'imap.data.fetch-end': (p) => {
    const told = fetchedItems(p.items);
    if (p.more) return `Hinter der Mail geht die Antwort weiter${told === '' ? '' : `: ${told}`}; eine weitere Mail folgt.`;
    return told === '' ? 'Die Klammer hinter der Mail schließt die Antwort.' : `Hinter der Mail geht die Zeile weiter: ${told}. Die Klammer schließt die Antwort.`;
  },

  'imap.message.fetched': (p) => mailRead(`Der Server übergibt ${p.number === undefined ? 'eine Mail' : `Mail ${p.number}`}`, p),
  'imap.message.appended': (p) => mailRead(`Der Client übergibt eine Mail${p.mailbox === undefined ? '' : ` für ${shorten(p.mailbox)}`}`, p),

  'imap.continuation.literal': (p) => `Der Server fordert zum Weitersenden auf (+): Der Client darf ${p.octets === 1 ? 'das Oktett' : `die ${octets(p.octets)}`} senden, ${p.octets === 1 ? 'das' : 'die'} er für ${shorten(p.verb)} angekündigt hat.`,
  'imap.continuation.append': (p) => `Der Server fordert zum Weitersenden auf (+): Der Client darf die Mail von ${octetsDative(p.octets)} senden.`,
  'imap.continuation.idle': () => 'Der Server ist einverstanden (+): Von jetzt an meldet er von selbst, was es Neues gibt.',
  'imap.continuation.other': (p) => `Der Server fordert zum Weitersenden auf (+)${inItsWords(p.words)}; wozu, war nicht zu sehen.`,

  'imap.reply.ok': okReply,
  'imap.reply.ok-other': (p) =>
    `Der Server meldet Erfolg${p.verb === undefined || p.verb === '' ? ` für ${shorten(p.tag)}, einen Befehl, der nicht zu sehen war` : ` für ${shorten(p.verb)}`}${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.reply.no': noReply,
  'imap.reply.no-other': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `Der Server lehnt ${shorten(p.tag)} ab, einen Befehl, der nicht zu sehen war` : `Der Server lehnt ${shorten(p.verb)} ab`, 'NO', p),
  'imap.reply.bad': (p) =>
    refusal(p.verb === undefined || p.verb === '' ? `Mit der Zeile, die ${shorten(p.tag)} als Kennung trägt, kann der Server nichts anfangen` : `Der Server nimmt ${shorten(p.verb)} so nicht an`, 'BAD', p) +
    (p.misplaced === undefined ? '' : ` ${shorten(p.verb ?? '')} gehört in den Zustand „${p.misplaced.needs}“; hier ist es „${p.misplaced.state}“.`),

  'imap.untagged.ok': statusLine,
  'imap.untagged.no': (p) => `Der Server warnt${inItsWords(p.words)}; der Befehl läuft weiter.` + also(codeSentence(p.code)),
  'imap.untagged.bad': (p) => `Der Server kann mit etwas, das er gelesen hat, nichts anfangen${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.bye': (p) =>
    (p.asked ? 'Der Server verabschiedet sich vor dem Schließen, wie vom Client verlangt' : 'Der Server beendet die Sitzung, ohne dass es verlangt war') + `${inItsWords(p.words)}.` + also(codeSentence(p.code)),
  'imap.untagged.capability': (p) => capabilities(p.capabilities) + (p.unprotected ? UNPROTECTED : ''),
  'imap.untagged.enabled': (p) => (p.extensions.length === 0 ? 'Eingeschaltet wurde nichts.' : `Jetzt eingeschaltet: ${list(p.extensions.map(shorten))}.`),
  'imap.untagged.flags': (p) => (p.flags.length === 0 ? 'Das Postfach kennt keine Flags.' : `Das Postfach kennt ${theFlags(p.flags)}.`),
  'imap.untagged.exists': exists,
  'imap.untagged.recent': (p) =>
    p.count === 0 ? 'Keine davon ist seit der letzten Sitzung neu.' : `${p.count === 1 ? 'Eine davon ist' : `${number(p.count)} davon sind`} seit der letzten Sitzung neu (\\Recent).`,
  'imap.untagged.expunge': expunged,
  'imap.untagged.fetch': fetched,
  'imap.untagged.list': listed,
  'imap.untagged.delimiter': (p) => (p.delimiter === undefined ? 'Postfachnamen haben hier keine Ebenen.' : `Die Ebenen der Postfachnamen trennt ${quote(p.delimiter)}.`),
  'imap.untagged.status': status,
  'imap.untagged.search': found,
  'imap.untagged.esearch': esearch,
  'imap.untagged.thread': (p) => (p.threads === 0 ? 'Die Suche hat keine Unterhaltung gefunden.' : `Die Suche hat ${count(p.threads, 'eine Unterhaltung', 'Unterhaltungen')} gefunden.`),
  'imap.untagged.namespace': namespace,
  'imap.untagged.id': (p) =>
    p.name === undefined
      ? `Der Server sagt ${p.fields === 0 ? 'nichts' : 'etwas'} über sich, aber nicht seinen Namen.`
      : `Der Server stellt sich als ${shorten(p.name)}${p.version === undefined ? '' : ` ${shorten(p.version)}`} vor.`,
  'imap.untagged.vanished': (p) =>
    p.earlier
      ? `${capital(mails(p.set))} ${isOne(p.set) ? 'wurde' : 'wurden'} schon früher gelöscht, während der Client fort war.`
      : `${capital(mails(p.set))} ${isOne(p.set) ? 'ist' : 'sind'} aus dem Postfach entfernt.`,
  'imap.untagged.quota': (p) => `Unter der Grenze ${quote(p.root)}: ${resources(p.resources) || 'nichts ist begrenzt'}.`,
  'imap.untagged.quotaroot': (p) =>
    p.roots.length === 0 ? `Für ${shorten(p.mailbox)} gilt keine Grenze.` : `Für ${shorten(p.mailbox)} ${p.roots.length === 1 ? 'gilt die Grenze' : 'gelten die Grenzen'} ${list(p.roots.map(quote))}.`,
  'imap.untagged.acl': (p) => `Zugriff auf ${shorten(p.mailbox)}: ${list(p.entries.map(({ who, rights }) => `${shorten(who)} ${shorten(rights)}`)) || 'niemand'}.`,
  'imap.untagged.myrights': (p) => `Die Rechte an ${shorten(p.mailbox)} sind ${shorten(p.rights) || 'keine'}, je ein Buchstabe.`,
  'imap.untagged.metadata': (p) => `Notizen zu ${p.mailbox === '' ? 'dem Server' : shorten(p.mailbox)}: ${list(p.entries.map(shorten)) || 'keine'}.`,
  'imap.untagged.other': (p) => `Der Server sendet ${shorten(p.word)}, eine Antwort, die mailscope nicht kennt.`,

  'imap.compressed': (p) => `Alles, was ${p.from === 'client' ? 'der Client' : 'der Server'} von hier an sendet, ist komprimiert (DEFLATE): ${octets(p.bytes)}.`,
};
