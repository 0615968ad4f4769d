/** German for what stands in the brackets of an IMAP response: a sentence a code (RFC 9051 §7.1, RFC 5530, IANA). */
import type { ImapCode, ResponseCode } from '../../model/notes/imap.js';
import { capabilities } from './imap-capabilities.js';
import { flags, several } from './imap-phrases.js';
import { list, number, octets, quote, shorten } from './format.js';

function most(value: number | undefined, noun: string): string {
  return value === undefined ? `Die Zahl der ${noun}, die auf einmal bearbeitet werden, ist begrenzt.` : `Höchstens ${number(value)} ${noun} werden auf einmal bearbeitet.`;
}

/** 4,6:8 → 4 und 6 bis 8; two neighbours are named one by one. */
export function spread(set: string): string {
  const apart = set.replace(/(\d{1,10}):(\d{1,10})/g, (range, from: string, end: string) => (Number(end) === Number(from) + 1 ? `${from},${end}` : range));
  return shorten(list(apart.replaceAll(':', ' bis ').split(',')));
}

/** Several UIDs, such as those of MULTIAPPEND. */
function isSet(word: string | undefined): boolean {
  return word !== undefined && /[,:]/.test(word);
}

function uids(word: string | undefined): string {
  if (word === undefined) return 'eine neue UID';
  return /^\d+$/.test(word) ? `die UID ${word}` : `die UIDs ${spread(word)}`;
}

function uidsDative(word: string | undefined): string {
  if (word === undefined) return 'einer UID';
  return /^\d+$/.test(word) ? `der UID ${word}` : `den UIDs ${spread(word)}`;
}

const METADATA: Readonly<Record<string, (size: string | undefined) => string>> = {
  LONGENTRIES: (size) => `Zu lange Einträge sind weggelassen${size === undefined ? '' : `; der längste hat ${size}`}.`,
  MAXSIZE: (size) => `Der Wert ist größer, als der Server annimmt${size === undefined ? '' : `; die Grenze: ${size}`}.`,
  TOOMANY: () => 'Es gibt schon zu viele Einträge.',
  NOPRIVATE: () => 'Der Server führt keine privaten Einträge.',
};

function counted(word: string | undefined): string | undefined {
  return word !== undefined && /^\d{1,15}$/.test(word) ? octets(Number(word)) : undefined;
}

/** RFC 9585: the tag, how much is done, and of how much; each may be NIL. */
function progress([tag, done, goal]: readonly string[]): string {
  const [name, so, all] = [tag, done, goal].map((word) => (word === undefined || word.toUpperCase() === 'NIL' ? undefined : word));
  const far = so === undefined || !/^\d{1,15}$/.test(so) ? '' : `; erledigt ist ${number(Number(so))}${all !== undefined && /^\d{1,15}$/.test(all) ? ` von ${number(Number(all))}` : ''}`;
  return `Der Server arbeitet noch an ${name === undefined ? 'einem Befehl' : shorten(name)} und gibt ein Lebenszeichen${far}.`;
}

export const CODES: Readonly<Record<ImapCode, (code: ResponseCode) => string>> = {
  ALERT: () => 'Der Text ist für den Benutzer bestimmt und muss angezeigt werden.',
  ALREADYEXISTS: () => 'Der Name ist schon vergeben.',
  ANNOTATE: ({ args }) => `Eine Anmerkung wird abgelehnt: ${args.toUpperCase() === 'TOOMANY' ? 'Es sind zu viele' : 'Sie ist zu groß'}.`,
  ANNOTATIONS: ({ words }) => annotations(words),
  APPENDUID: ({ words }) => `Die ${isSet(words[1]) ? 'neuen Mails haben' : 'neue Mail hat'} ${uids(words[1])} (UIDVALIDITY ${words[0] ?? '?'}).`,
  AUTHENTICATIONFAILED: () => 'Benutzername, Passwort oder Token ist falsch, oder der Server will nicht mehr verraten.',
  AUTHORIZATIONFAILED: () => 'Die Anmeldung stimmt, aber dieser Benutzer darf nicht für den genannten handeln.',
  BADCHARSET: ({ words }) => `Den Zeichensatz der Suche kennt der Server nicht${words.length === 0 ? '' : `; er kennt ${several(words)}`}.`,
  BADCOMPARATOR: () => 'Diese Art, Text zu vergleichen, kennt der Server nicht.',
  BADEVENT: ({ words }) => `Ein genanntes Ereignis kann der Server nicht beobachten${words.length === 0 ? '' : `, wohl aber ${several(words)}`}.`,
  BADURL: ({ args }) => `Die URL ${shorten(args)} führt ins Leere.`,
  CANNOT: () => 'Das Verlangte ist hier grundsätzlich nicht möglich.',
  CAPABILITY: ({ words }) => capabilities(words.map((word) => word.toUpperCase())),
  CLIENTBUG: () => 'Der Server hält das für einen Fehler des Clients.',
  CLOSED: () => 'Das bisher offene Postfach ist geschlossen: Alles nach dieser Zeile gehört zum nächsten.',
  COMPRESSIONACTIVE: () => 'Die Verbindung ist schon komprimiert.',
  CONTACTADMIN: () => 'Der Benutzer soll sich an die Verwaltung des Servers wenden.',
  COPYUID: ({ words }) =>
    /^\d+$/.test(words[1] ?? '')
      ? `Die Mail mit ${uidsDative(words[1])} hat am neuen Ort ${uids(words[2])} (UIDVALIDITY ${words[0] ?? '?'}).`
      : `Die Mails mit ${uidsDative(words[1])} haben am neuen Ort ${uids(words[2])} (UIDVALIDITY ${words[0] ?? '?'}).`,
  CORRUPTION: () => 'Der Server hat Schäden an seinen eigenen Daten gefunden.',
  DOWNGRADED: () => 'Das Gezeigte ist für einen Client umgeschrieben, der kein UTF-8 in Kopfzeilen lesen kann.',
  EXPIRED: () => 'Das Passwort oder Ähnliches ist abgelaufen.',
  EXPUNGEISSUED: () => 'Eine andere Sitzung hat inzwischen einige der Mails gelöscht.',
  HASCHILDREN: () => 'Unter diesem Postfach liegen weitere, deshalb bleibt es.',
  HIGHESTMODSEQ: ({ args }) =>
    `Die letzte Änderung dieses Postfachs hat die Nummer ${shorten(args)} (MODSEQ): Mit ihr kann ein Client später nur nach Neuem fragen.`,
  INPROGRESS: ({ words }) => progress(words),
  INUSE: () => 'Das Postfach wird gerade anderweitig benutzt; später kann es gelingen.',
  LIMIT: () => 'Eine Grenze des Servers würde überschritten.',
  MAILBOXID: ({ words }) => `Das Postfach hat die bleibende Kennung ${shorten(words[0] ?? '?')}, die es beim Umbenennen behält.`,
  MAXCONVERTMESSAGES: ({ number: limit }) => most(limit, 'Mails'),
  MAXCONVERTPARTS: ({ number: limit }) => most(limit, 'Teile'),
  MESSAGELIMIT: ({ number: limit, words }) =>
    `${most(limit, 'Mails')} ${words[1] === undefined ? 'Der Rest blieb liegen.' : `Unterhalb der UID ${shorten(words[1])} geschah nichts.`}`,
  METADATA: ({ words }) => METADATA[(words[0] ?? '').toUpperCase()]?.(counted(words[1])) ?? 'Ein Eintrag zum Postfach wird abgelehnt.',
  MODIFIED: ({ args }) =>
    /^\d+$/.test(args)
      ? `Mail ${args} blieb unberührt: Sie ist inzwischen geändert worden.`
      : `Die Mails ${spread(args)} blieben unberührt: Sie sind inzwischen geändert worden.`,
  NEWNAME: ({ args }) => `Das Postfach hat einen neuen Namen: ${shorten(args)}.`,
  NOMODSEQ: () => 'Dieses Postfach führt keine Nummern der Änderungen (MODSEQ).',
  NONEXISTENT: () => 'Ein Postfach dieses Namens gibt es nicht.',
  NOPERM: () => 'Dem Benutzer fehlt das Recht dazu.',
  NOTIFICATIONOVERFLOW: () => 'Es gibt zu viel Neues: Der Server meldet es nicht weiter.',
  NOTSAVED: () => 'Das Ergebnis der Suche wurde nicht für spätere Befehle aufgehoben.',
  NOUPDATE: () => 'Der Server hält das Ergebnis dieser Suche nicht auf dem neuesten Stand.',
  OVERQUOTA: () => 'Der Speicherplatz des Benutzers ist erschöpft oder wäre es danach.',
  PARSE: () => 'Den Kopf einer Mail konnte der Server nicht lesen.',
  PERMANENTFLAGS: ({ words }) => permanent(words),
  PRIVACYREQUIRED: () => 'Das erlaubt der Server nur über eine verschlüsselte Verbindung.',
  'READ-ONLY': () => 'Das Postfach ist nur zum Lesen geöffnet.',
  'READ-WRITE': () => 'Das Postfach ist zum Lesen und Schreiben geöffnet.',
  REFERRAL: ({ args }) => `Das Gesuchte liegt anderswo: ${shorten(args)}.`,
  SERVERBUG: () => 'Der Server hält das für einen eigenen Fehler.',
  TEMPFAIL: () => 'Die Umwandlung ist vorerst misslungen.',
  TOOBIG: () => 'Die Mail ist größer, als der Server annimmt.',
  TRYCREATE: () => 'Das Postfach gibt es nicht; der Client kann es anlegen und es dann erneut versuchen.',
  UIDNEXT: ({ args }) => `Die nächste eintreffende Mail wird die UID ${shorten(args)} oder eine höhere haben.`,
  UIDNOTSTICKY: () => 'Dieses Postfach behält keine UIDs: Sie werden bei jedem Öffnen neu vergeben.',
  UIDREQUIRED: () => 'Da der Client nur UIDs wollte, lehnt der Server Befehle mit laufenden Nummern ab.',
  UIDVALIDITY: ({ args }) =>
    `Die eindeutigen Nummern (UIDs) dieses Postfachs gelten zusammen mit ${shorten(args)}. Ändert sich diese Zahl, ist alles ungültig, was ein Client sich gemerkt hat.`,
  UNAVAILABLE: () => 'Etwas, das der Server braucht, ist gerade nicht erreichbar; später kann es gelingen.',
  'UNDEFINED-FILTER': ({ args }) => `Einen gespeicherten Filter ${shorten(args)} kennt der Server nicht.`,
  'UNKNOWN-CTE': () => 'Die Übertragungskodierung dieses Teils kann der Server nicht auflösen.',
  UNSEEN: ({ args }) => `Mail ${shorten(args)} ist die erste ungelesene.`,
  URLMECH: ({ words }) => words.length === 0 ? 'URLs, die anderen eine Mail öffnen (URLAUTH), kann der Server nicht beglaubigen.' : `URLs, die anderen eine Mail öffnen (URLAUTH), kann der Server beglaubigen, mit dem Verfahren ${several(words)}.`,
  USEATTR: () => 'Ein Postfach für diesen besonderen Zweck lässt sich nicht anlegen.',
};

/** RFC 5257: how large an annotation may be, or that there are none, and what else holds. */
function annotations([most = '', ...others]: readonly string[]): string {
  const none = others.some((word) => word.toUpperCase() === 'NOPRIVATE') ? ' Private gibt es nicht.' : '';
  if (/^\d{1,15}$/.test(most)) return `Anmerkungen an Mails dürfen hier bis zu ${octets(Number(most))} haben.${none}`;
  return `${ANNOTATIONS[most.toUpperCase()] ?? `Zu Anmerkungen an Mails sagt dieses Postfach ${quote(most)}.`}${none}`;
}

const ANNOTATIONS: Readonly<Record<string, string>> = {
  NONE: 'Dieses Postfach führt keine Anmerkungen an Mails.',
  'READ-ONLY': 'Anmerkungen an Mails lassen sich hier lesen, aber nicht schreiben.',
};

function permanent(words: readonly string[]): string {
  const named = words.filter((word) => word !== '\\*');
  if (words.length === 0) return 'In diesem Postfach lässt sich kein Flag auf Dauer ändern.';
  const more = named.length < words.length ? '; Clients dürfen auch eigene erfinden (\\*)' : '';
  return `Änderungen an diesen Flags überdauern die Sitzung: ${flags(named) || 'keines der üblichen'}${more}.`;
}

/** The sentence of a code; nothing where it has none. */
export function codeSentence(code: ResponseCode | undefined): string {
  if (code === undefined) return '';
  return isImapCode(code.name) ? CODES[code.name](code) : `Er fügt den Code ${shorten(code.name)} hinzu.`;
}

export function isImapCode(name: string): name is ImapCode {
  return Object.hasOwn(CODES, name);
}
