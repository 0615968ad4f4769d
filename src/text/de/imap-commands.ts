/** German for what IMAP clients say: a sentence or two for every line (RFC 3501, 9051 and their extensions). */
import type { AppendParams, CommandRemarks, ImapCommandNotes, NamedOption, OpenParameters, SearchTerm, StoreTarget } from '../../model/notes/imap.js';
import type { Sentences } from '../catalogue.js';
import { withRemarks } from '../imap-remarks.js';
import { imapExtensions } from './imap-extensions.js';
import { asks } from './imap-fetch.js';
import { filtered, listing } from './imap-lists.js';
import { attributes, isOne, mails, mailsDative, theFlags, theFlagsDative } from './imap-phrases.js';
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

function parameters({ condstore, resync, others }: OpenParameters): string {
  const numbered = condstore ? ' Die Änderungen darin will er nummeriert haben (CONDSTORE).' : '';
  const named = others.length === 0 ? '' : ` Er nennt auch ${list(others.map(shorten))}.`;
  if (resync === undefined) return numbered + named;
  const known = resync.known === undefined ? '' : ` Er kennt noch ${mails(resync.known)}.`;
  return `${numbered} Auch fragt er, was sich seit der Änderung Nummer ${shorten(resync.modseq)} geändert hat, falls UIDVALIDITY noch ${shorten(resync.uidValidity)} ist (QRESYNC).${known}${named}`;
}

function select({ mailbox, tag, first, instead, parameters: named }: ImapCommandNotes['imap.command.select']): string {
  const place = instead ? ' anstelle des bisher offenen' : '';
  const mark = first ? `${place}; ${shorten(tag)} ist seine eigene Kennung, die in der Antwort wiederkehrt` : place;
  return `Der Client öffnet das Postfach ${shorten(mailbox)} zum Lesen und Schreiben${mark}.${parameters(named)}`;
}

/** Flags and date of a mail, behind it. */
function having(names: readonly string[], date: string | undefined): string {
  const flagged = names.length === 0 ? '' : ` mit ${theFlagsDative(names)}`;
  return date === undefined ? flagged : `${flagged}${names.length === 0 ? ' mit' : ' und'} dem Eingangsdatum ${shorten(date)}`;
}

function aMail(size: number | undefined, kind: string): string {
  return size === undefined ? kind : `${kind} von ${octetsDative(size)}`;
}

/** How the mail comes, and what its octets may be. */
function arriving({ size, waits, binary, utf8 }: AppendParams): string {
  const next = size === undefined ? '' : waits ? ' Bevor er sie sendet, wartet er auf das + des Servers.' : ' Die Mail folgt sofort.';
  return `${next}${utf8 ? ' Ihr Kopf darf UTF-8 enthalten (UTF8).' : ''}${binary && !utf8 ? ' Die ~ sagt, dass jedes Oktett vorkommen darf, auch Nullen (BINARY).' : ''}`;
}

function append(p: ImapCommandNotes['imap.command.append']): string {
  return `Der Client will ${aMail(p.size, 'eine Mail')}${having(p.flags, p.date)} im Postfach ${shorten(p.mailbox)} ablegen.${arriving(p)}`;
}

function catenate({ mailbox, flags: names, date, parts, announced }: ImapCommandNotes['imap.command.catenate']): string {
  const pieces = parts.map((part) => ('url' in part ? `dem Inhalt der URL ${quote(part.url)}` : part.octets === 1 ? 'einem eigenen Oktett' : `${number(part.octets)} eigenen Oktetten`));
  const from = pieces.length === 0 ? '' : ` aus ${list(pieces)}`;
  const next = announced === undefined ? '' : ` Bevor er das ${pieces.length === 0 ? 'erste' : 'nächste'} Stück von ${octetsDative(announced)} sendet, wartet er auf das + des Servers.`;
  return `Der Client lässt für das Postfach ${shorten(mailbox)} eine Mail${having(names, date)}${from} zusammensetzen (CATENATE).${next}`;
}

function replace(p: ImapCommandNotes['imap.command.replace']): string {
  return `Der Client setzt ${aMail(p.size, 'eine neue Mail')}${having(p.flags, p.date)} an die Stelle von ${mailsDative(p.set)}, die im selben Schritt ${isOne(p.set) ? 'verschwindet' : 'verschwinden'}; die neue liegt dann im Postfach ${shorten(p.mailbox)}.${arriving(p)}`;
}

/** 1:10 → die Plätze 1 bis 10; with a minus, counted from the end (RFC 9394 §3.1). */
function places(range: string): string {
  const [from = '', to = ''] = range.split(':');
  return `die Plätze ${shorten(from.replace('-', ''))} bis ${shorten(to.replace('-', ''))}${range.includes('-') ? ', vom Ende an gezählt' : ''}`;
}

function fetch({ set, items: asked, marksSeen, changedSince, vanished, partial }: ImapCommandNotes['imap.command.fetch']): string {
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
  const gone = vanished ? ' Auch seitdem gelöschte Mails sollen genannt werden (VANISHED).' : '';
  return `${what}.${since}${gone}${partial === undefined ? '' : ` Von diesen Mails will er nur ${places(partial)} (PARTIAL).`}${seen}`;
}

/** What STORE changes, with or without names. */
const TARGETS: Readonly<Record<StoreTarget, { readonly named: (names: readonly string[]) => string; readonly all: string }>> = {
  flags: { named: theFlags, all: 'alle Flags' },
  labels: { named: (names) => `${names.length === 1 ? 'Gmails Label' : 'Gmails Labels'} ${list(names.map(shorten))}`, all: 'alle Labels von Gmail' },
  annotations: { named: (names) => `${names.length === 1 ? 'die Anmerkung' : 'die Anmerkungen'} ${list(names.map(shorten))}`, all: 'die Anmerkungen' },
};

function store({ set, target, mode, flags: names, silent, unchangedSince }: ImapCommandNotes['imap.command.store']): string {
  const { named, all } = TARGETS[target];
  const at = `bei ${mailsDative(set)}`;
  const action =
    mode === 'add'
      ? `setzt ${at} ${named(names)}`
      : mode === 'remove'
        ? `nimmt ${at} ${named(names)} weg`
        : names.length === 0
          ? `nimmt ${at} ${all} weg`
          : `setzt ${at} ${named(names)}${target === 'annotations' ? '' : ' anstelle aller anderen'}`;
  const quiet = silent ? ' Das Ergebnis braucht der Server nicht zu melden (.SILENT).' : '';
  const unless = unchangedSince === undefined ? '' : ` Mails, die nach der Änderung Nummer ${shorten(unchangedSince)} geändert sind, sollen unberührt bleiben.`;
  const deletes = mode !== 'remove' && names.some((name) => name.toLowerCase() === '\\deleted');
  const stays = deletes ? ` ${isOne(set) ? 'Sie bleibt' : 'Sie bleiben'} bis EXPUNGE oder CLOSE erhalten.` : '';
  return `Der Client ${action}.${stays}${quiet}${unless}`;
}

/** What else RETURN can ask for (RFC 5182, 5267, 6203, 9394). */
const RETURNS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  SAVE: () => ' Der Server soll sich das Ergebnis merken; fortan steht $ dafür (SAVE).',
  PARTIAL: ([range = '']) => ` Vom Ergebnis will er nur ${places(range)} (PARTIAL).`,
  UPDATE: () => ' Der Server soll weiter melden, was zum Ergebnis hinzukommt und was wegfällt (UPDATE).',
  CONTEXT: () => ' Auf diese Suche wird er zurückkommen (CONTEXT).',
  RELEVANCY: () => ' Er will auch wissen, wie gut jede Mail passt (RELEVANCY).',
};

const NUMBERS: Readonly<Record<string, (kind: string) => string>> = {
  MIN: (kind) => `die kleinste ${kind}`,
  MAX: (kind) => `die größte ${kind}`,
  ALL: (kind) => `alle ${kind === 'UID' ? 'UIDs' : 'Nummern'}`,
  COUNT: () => 'die Anzahl',
};

/** In the order of SORT (RFC 5267 §3.1). */
const SORTED: typeof NUMBERS = {
  MIN: (kind) => `die in dieser Reihenfolge erste ${kind}`,
  MAX: (kind) => `die in dieser Reihenfolge letzte ${kind}`,
  ALL: NUMBERS['ALL']!,
  COUNT: NUMBERS['COUNT']!,
};

/** What RETURN asks for (RFC 4731). */
function wanted(returns: readonly NamedOption[], uid: boolean, numbered = NUMBERS): string {
  const kind = uid ? 'UID' : 'Nummer';
  const asked = returns.filter(({ name }) => Object.hasOwn(NUMBERS, name)).map(({ name }) => name);
  const others = returns.filter(({ name }) => !Object.hasOwn(NUMBERS, name));
  const told = list(asked.map((name) => numbered[name]!(kind))).replace(`die kleinste ${kind} und die größte`, 'die kleinste und die größte');
  const numbers = asked.length === 0 ? '' : ` Er will ${asked.includes('ALL') ? '' : 'nur '}${told} (${asked.join(', ')}).`;
  return numbers + others.map(({ name, words }) => RETURNS[name]?.(words) ?? ` Vom Ergebnis will er ${shorten(name)}.`).join('');
}

function inCharset(charset: string | undefined): string {
  return charset === undefined ? '' : ` Seine Wörter stehen in ${shorten(charset)}.`;
}

function search({ terms, uid, returns, charset }: ImapCommandNotes['imap.command.search']): string {
  const form = returns.length > 0 ? wanted(returns, uid) : uid ? ' Die Antwort soll UIDs nennen.' : '';
  return `Der Client sucht nach ${searched(terms)}.${form}${inCharset(charset)}`;
}

/** Between the mails searched for and what is wanted of them: a clause that "Mails, die …" opened is closed. */
function searchedFor(terms: readonly SearchTerm[]): string {
  const what = searched(terms);
  return what.includes(', die ') ? `${what},` : what;
}

function sort(p: ImapCommandNotes['imap.command.sort']): string {
  return `Der Client sucht nach ${searchedFor(p.terms)} und will sie nach ${sortOrder(p.order) || 'nichts Genanntem'} sortiert haben${p.uid ? ', als UIDs' : ''}.${wanted(p.returns, p.uid, SORTED)}${inCharset(p.charset)}`;
}

/** Ways to find out which mails belong together (RFC 5256 §3, and Dovecot's). */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ORDEREDSUBJECT: 'nach Betreff und Datum (ORDEREDSUBJECT)',
  REFERENCES: 'nach den Kopfzeilen References und In-Reply-To (REFERENCES)',
  REFS: 'nach den Kopfzeilen References und In-Reply-To ohne Rücksicht auf den Betreff (REFS)',
};

function thread(p: ImapCommandNotes['imap.command.thread']): string {
  const by = ALGORITHMS[p.algorithm] ?? `nach ${shorten(p.algorithm)}`;
  return `Der Client sucht nach ${searchedFor(p.terms)} und will sie ${by} zu Unterhaltungen gruppiert haben${p.uid ? ', als UIDs' : ''}.${inCharset(p.charset)}`;
}

function searchSeveral(p: ImapCommandNotes['imap.command.esearch']): string {
  return `Der Client sucht in ${list(p.scope.map(filtered)) || 'dem offenen Postfach'} nach ${searched(p.terms)} (ESEARCH). Die Antworten werden Postfach und UIDs nennen.${wanted(p.returns, true)}`;
}

/** Extensions that ENABLE switches on (RFC 5161 and later), with their use. */
const ENABLED: Readonly<Record<string, string>> = {
  CONDSTORE: 'nummerierte Änderungen',
  QRESYNC: 'Löschungen nach UID, schneller Abgleich',
  'UTF8=ACCEPT': 'Namen und Köpfe in UTF-8',
  IMAP4REV2: 'die Sprache von RFC 9051',
  IMAP4REV1: 'die Sprache von RFC 3501',
  UIDONLY: 'keine laufenden Nummern, nur UIDs',
};

function switched(name: string): string {
  const use = ENABLED[name];
  return use === undefined ? shorten(name) : `${name.replace('REV', 'rev')} (${use})`;
}

function introduce({ name, version, others }: ImapCommandNotes['imap.command.id']): string {
  const more = others.length === 0 ? '' : ` (${others.map((field) => `${shorten(field.name)} ${shorten(field.value)}`).join(', ')})`;
  if (name === undefined) return `Der Client fragt, wer der Server ist, ohne den eigenen Namen zu nennen${more}.`;
  return `Der Client stellt sich als ${shorten(name)}${version === undefined ? '' : ` ${shorten(version)}`}${more} vor und fragt, wer der Server ist.`;
}

// ── what does not fit the moment ────────────────────────────────────────────────────────────────────────────────

const LACKING: Readonly<Record<string, string>> = {
  'not authenticated': 'gehört vor die Anmeldung, die schon vorüber ist',
  authenticated: 'setzt eine Anmeldung voraus, und niemand ist angemeldet',
  selected: 'setzt ein offenes Postfach voraus, und keines ist offen',
};

function remarks({ misplaced, sameTag, whileIdle }: CommandRemarks): string {
  const place =
    misplaced === undefined
      ? ''
      : misplaced.state === 'logout'
        ? ' Die Sitzung ist schon beendet (Zustand „logout“).'
        : ` ${shorten(misplaced.verb)} ${LACKING[misplaced.needs] ?? 'passt hier nicht'} (Zustand „${misplaced.state}“).`;
  const tag =
    sameTag === undefined
      ? ''
      : ` ${shorten(sameTag.verb) || 'Eine andere Zeile'} mit derselben Kennung ${quote(sameTag.tag)} wartet noch auf die Antwort: Welchen der beiden die nächste Antwort mit dieser Kennung meint, ist nicht sicher.`;
  return place + tag + (whileIdle === true ? ' IDLE läuft noch; darin darf nur DONE kommen (RFC 9051 §6.3.13).' : '');
}

const SENTENCES: Sentences<ImapCommandNotes> = {
  ...imapExtensions,

  'imap.command.capability': () => 'Der Client fragt, was der Server kann.',
  'imap.command.noop': (p) =>
    p.mailbox === undefined
      ? 'Der Client verlangt nichts (NOOP): Er hält die Verbindung am Leben.'
      : `Der Client verlangt nichts (NOOP): Er hält die Verbindung am Leben und gibt dem Server Gelegenheit, Neues aus ${shorten(p.mailbox)} zu melden.`,
  'imap.command.logout': () => 'Der Client beendet die Sitzung. Der Server verabschiedet sich mit BYE und bestätigt dann.',
  'imap.command.starttls': () => 'Der Client bittet darum, die Verbindung von hier an mit TLS zu verschlüsseln (STARTTLS).',
  'imap.command.authenticate': authenticate,
  'imap.command.login': (p) =>
    `Der Client meldet sich als ${shown(p.username)} mit dem Passwort ${shown(p.password)} an.` +
    (p.readable ? ' Beides steht hier für jeden lesbar, der unterwegs mithört.' : ''),
  'imap.command.enable': (p) => `Der Client schaltet Erweiterungen ein: ${list(p.extensions.map(switched)) || 'keine'}.`,
  'imap.command.select': select,
  'imap.command.examine': (p) =>
    `Der Client öffnet das Postfach ${shorten(p.mailbox)} nur zum Lesen: Nichts darin ändert sich, auch nicht \\Seen.${parameters(p.parameters)}`,
  'imap.command.create': (p) => `Der Client will ein neues Postfach ${shorten(p.mailbox)} anlegen.${p.uses.length === 0 ? '' : ` Es ${attributes(p.uses)}.`}`,
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
  'imap.command.rlist': (p) => listing(p, 'Postfächer', ', auch derer auf anderen Servern'),
  'imap.command.rlsub': (p) => listing(p, 'abonnierten Postfächer', ', auch derer auf anderen Servern'),
  'imap.command.namespace': () => 'Der Client fragt, wo die eigenen Postfächer, die anderer Benutzer und gemeinsame liegen.',
  'imap.command.status': (p) => `Der Client fragt nach dem Postfach ${shorten(p.mailbox)}, ohne es zu öffnen: ${statusNames(p.items) || 'nach nichts Bestimmtem'}.`,
  'imap.command.append': append,
  'imap.command.catenate': catenate,
  'imap.command.replace': replace,
  'imap.command.idle': (p) => `Der Client verstummt (IDLE): Bis er DONE sendet, meldet der Server von selbst, was sich ${p.mailbox === undefined ? 'im offenen Postfach' : `im Postfach ${shorten(p.mailbox)}`} ändert.`,
  'imap.command.done': () => 'Der Client beendet IDLE. DONE trägt keine Kennung; die Antwort wird die von IDLE tragen.',
  'imap.command.check': (p) => `Der Client bittet den Server, den Stand ${p.mailbox === undefined ? 'des offenen Postfachs' : `von ${shorten(p.mailbox)}`} zu sichern, etwa Änderungen auf die Platte zu schreiben (CHECK).`,
  'imap.command.close': (p) => `Der Client schließt ${box(p.mailbox)}; Mails mit \\Deleted werden dabei gelöscht, ohne dass eine Zeile davon berichtet.`,
  'imap.command.unselect': (p) => `Der Client schließt ${box(p.mailbox)}, ohne etwas zu löschen.`,
  'imap.command.expunge': (p) =>
    p.set === undefined
      ? `Der Client will alle Mails mit dem Flag \\Deleted endgültig aus ${boxDative(p.mailbox)} löschen.`
      : `Der Client will ${mails(p.set)} endgültig löschen, soweit das Flag \\Deleted gesetzt ist.`,
  'imap.command.search': search,
  'imap.command.sort': sort,
  'imap.command.thread': thread,
  'imap.command.esearch': searchSeveral,
  'imap.command.fetch': fetch,
  'imap.command.store': store,
  'imap.command.copy': (p) => `Der Client will ${mails(p.set)} in das Postfach ${shorten(p.mailbox)} kopieren.`,
  'imap.command.move': (p) => `Der Client will ${mails(p.set)} in das Postfach ${shorten(p.mailbox)} verschieben.`,
  'imap.command.id': introduce,
  'imap.command.begun': (p) =>
    `Der Client beginnt ${shorten(p.verb)} und kündigt den nächsten Wert als Literal an, eine abgezählte Folge von Oktetten (hier ${number(p.octets)}). Bevor er sie sendet, wartet er auf das + des Servers.`,
  'imap.command.cut': (p) => `Der Client sendet ${shorten(p.verb)}; das Ende der Zeile fehlt, und der Rest sagt nicht, was er verlangt.`,
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
  'imap.data.append-more': (p) => `Derselbe Befehl bringt eine weitere Mail, die Nummer ${p.number}, von ${octetsDative(p.size)}${having(p.flags, p.date)} (MULTIAPPEND).`,
};

export const imapCommands = withRemarks(SENTENCES, remarks);
