/** German for tagged replies: what is now the case, a row a command for OK and a row for NO (RFC 9051 §7.1). */
import type { CommandFacts, ImapNotes, ImapVerb, StatusParams } from '../../model/notes/imap.js';
import { mechanismKind, type MechanismKind } from '../mechanisms.js';
import { codeSentence, spread } from './imap-codes.js';
import { isOne, mails, mailsDative } from './imap-phrases.js';
import { capital, count, numeral, quote, shorten } from './format.js';

/** "Das Postfach X", or without the name where it is not known. */
function box(name: string | undefined): string {
  return name === undefined ? 'Das Postfach' : `Das Postfach ${shorten(name)}`;
}

/** "das Postfach X" */
function theBox(name: string | undefined): string {
  return name === undefined ? 'das Postfach' : `das Postfach ${shorten(name)}`;
}

/** "zum Postfach X" */
function toBox(name: string | undefined): string {
  return name === undefined ? 'zum Postfach' : `zum Postfach ${shorten(name)}`;
}

/** "in das Postfach X" */
function intoBox(name: string | undefined): string {
  return name === undefined ? 'in das Postfach' : `in das Postfach ${shorten(name)}`;
}

/** "im Postfach X" */
function inBox(name: string | undefined): string {
  return name === undefined ? 'im Postfach' : `im Postfach ${shorten(name)}`;
}

function as(facts: CommandFacts): string {
  return facts.username === undefined || facts.username === '' ? '' : ` als ${shorten(facts.username)}`;
}

function holding(held: number | undefined): string {
  if (held === undefined) return '';
  if (held === 0) return '; es ist leer';
  return `; darin ${held === 1 ? 'liegt' : 'liegen'} ${count(held, 'eine Mail', 'Mails')}`;
}

type Row = (facts: CommandFacts, params: StatusParams) => string;

const done =
  (what: string): Row =>
  () =>
    what;

const opened: Row = ({ mailbox, mails: held }, { code }) => {
  const how = code?.name === 'READ-ONLY' ? ' nur zum Lesen' : code?.name === 'READ-WRITE' ? ' zum Lesen und Schreiben' : '';
  return `${box(mailbox)} ist jetzt${how} geöffnet${holding(held)}. Der Zustand ist „selected“.`;
};

/** "beiden Mails", behind an article. */
function ofMany(mailCount: number): string {
  return `${mailCount === 2 ? 'beiden' : numeral(mailCount)} Mails`;
}

/** A list that came in untagged lines. */
const complete =
  (what: string): Row =>
  ({ results, mailbox }) => {
    if (mailbox === '') return 'Das ist alles zu den Ebenen der Namen.';
    return results === 0 ? `${what} ist vollständig und leer.` : `${what} ist vollständig: ${count(results, 'ein Name', 'Namen')}.`;
  };

/** RFC 7162 §3.1.3: numbers as the command had them, sequence numbers or UIDs. */
function leftAlone(set: string, uid: boolean): string {
  const one = /^\d+$/.test(set);
  const which = `${one ? (uid ? 'Die Mail' : 'Mail') : 'Die Mails'}${uid ? (one ? ' mit der UID' : ' mit den UIDs') : ''}`;
  return `${which} ${spread(set)} ${one ? 'blieb unberührt: Sie ist' : 'blieben unberührt: Sie sind'} inzwischen geändert worden.`;
}

const OK: Readonly<Record<ImapVerb, Row>> = {
  CAPABILITY: done('Die Liste der Fähigkeiten ist vollständig.'),
  NOOP: done('Der Server ist da; Neues hätte er in Zeilen davor gemeldet.'),
  LOGOUT: done('Der Server bestätigt das Ende der Sitzung; nur die Verbindung ist noch zu schließen.'),
  STARTTLS: done('Der Server ist einverstanden: Von hier an sprechen beide Seiten TLS, beginnend mit dessen Handschlag.'),
  AUTHENTICATE: (facts) => `Der Server lässt den Client${as(facts)} ein (${shorten(facts.mechanism ?? 'AUTHENTICATE')}). Der Zustand ist „authenticated“.`,
  LOGIN: (facts) => `Der Server lässt den Client${as(facts)} ein. Der Zustand ist „authenticated“.`,
  ENABLE: ({ results }) =>
    results === 0 ? 'Der Server bestätigt, ohne eine jetzt eingeschaltete Erweiterung zu nennen.' : 'Die in der Zeile davor genannten Erweiterungen sind für diese Sitzung eingeschaltet.',
  SELECT: opened,
  EXAMINE: opened,
  CREATE: ({ mailbox }) => `${box(mailbox)} gibt es jetzt.`,
  DELETE: ({ mailbox }) => `${box(mailbox)} ist gelöscht.`,
  RENAME: ({ mailbox, target }) => `${box(mailbox)} heißt jetzt ${shorten(target ?? '')}.`,
  SUBSCRIBE: ({ mailbox }) => `${box(mailbox)} gehört jetzt zu den abonnierten.`,
  UNSUBSCRIBE: ({ mailbox }) => `${box(mailbox)} gehört nicht mehr zu den abonnierten.`,
  LIST: complete('Die Liste der Postfächer'),
  LSUB: complete('Die Liste der abonnierten Postfächer'),
  XLIST: complete('Die Liste der Postfächer'),
  NAMESPACE: done('Das ist alles dazu, wo Postfächer liegen.'),
  STATUS: ({ mailbox }) => `Das ist alles ${toBox(mailbox)}.`,
  APPEND: ({ mailbox, appended }) => `Der Server hat die ${appended === undefined ? 'Mail' : ofMany(appended)} ${inBox(mailbox)} abgelegt.`,
  IDLE: done('Der Server hat DONE gesehen und meldet nichts mehr von selbst; Befehle können folgen.'),
  CHECK: done('Der Server meldet CHECK als erledigt.'),
  CLOSE: ({ mailbox, deleted = 0 }) => {
    const gone = deleted === 0 ? '' : ` Die ${deleted === 1 ? 'Mail' : `${numeral(deleted)} Mails`}, die der Server mit \\Deleted gezeigt hatte, ${deleted === 1 ? 'ist' : 'sind'} gelöscht.`;
    return `${box(mailbox)} ist geschlossen.${gone} Der Zustand ist „authenticated“.`;
  },
  UNSELECT: ({ mailbox }) => `${box(mailbox)} ist geschlossen, und nichts darin ist gelöscht. Der Zustand ist „authenticated“.`,
  EXPUNGE: ({ results }) =>
    results === 0 ? 'Zu löschen war nichts.' : `Das Löschen ist abgeschlossen: ${results === 1 ? 'Eine Mail ist' : `${capital(numeral(results))} Mails sind`} weg.`,
  SEARCH: done('Die Suche ist abgeschlossen.'),
  FETCH: ({ results, shared }) =>
    shared ? 'Der Abruf ist abgeschlossen.' : results === 0 ? 'Dazu gab es nichts zu senden.' : `Der Abruf ist abgeschlossen: ${count(results, 'eine FETCH-Antwort', 'FETCH-Antworten')}.`,
  STORE: ({ set, readOnly }, { code, words }) => {
    if (readOnly === true) return `Der Server antwortet OK${words === '' ? '' : `, in seinen Worten ${quote(words)}`}; das Postfach ist aber nur zum Lesen geöffnet.`;
    if (code?.name === 'MODIFIED') return `Die Flags sind geändert, aber nicht überall. ${leftAlone(code.args, set?.uid ?? false)}`;
    return `Der Server meldet die Änderung der Flags${set === undefined ? '' : ` bei ${mailsDative(set)}`} als ausgeführt.`;
  },
  COPY: ({ set, target }) => `${set === undefined || !isOne(set) ? 'Die Kopien liegen' : 'Die Kopie liegt'} ${inBox(target)}.`,
  MOVE: ({ set, target }) => `${set === undefined || !isOne(set) ? 'Die Mails liegen' : 'Die Mail liegt'} jetzt ${inBox(target)} und hier nicht mehr.`,
  SORT: done('Die sortierte Suche ist abgeschlossen.'),
  THREAD: done('Die Suche nach Unterhaltungen ist abgeschlossen.'),
  ID: done('Die Vorstellung ist abgeschlossen.'),
  GETQUOTA: done('Das ist alles zu dieser Grenze des Speicherplatzes.'),
  GETQUOTAROOT: done('Das ist alles zu den Grenzen des Speicherplatzes hier.'),
  SETQUOTA: done('Die Grenze ist gesetzt.'),
  GETACL: done('Die Liste der Zugriffsrechte ist vollständig.'),
  SETACL: done('Die Zugriffsrechte sind geändert.'),
  DELETEACL: done('Die Zugriffsrechte sind entzogen.'),
  LISTRIGHTS: done('Die Liste der Rechte ist vollständig.'),
  MYRIGHTS: done('Das ist alles zu den eigenen Rechten.'),
  GETMETADATA: ({ mailbox }) => `Die Notizen zum ${mailbox === '' ? 'Server' : 'Postfach'} sind vollständig.`,
  SETMETADATA: ({ mailbox }) => `Die Notizen zum ${mailbox === '' ? 'Server' : 'Postfach'} sind geändert.`,
  COMPRESS: done('Vom nächsten Oktett an senden beide Seiten komprimiert (DEFLATE). Die folgenden Zeilen sind das, was beim Entpacken herauskommt.'),
  NOTIFY: ({ switchedOff }) => (switchedOff ? 'Von jetzt an meldet der Server nichts mehr von selbst.' : 'Von jetzt an meldet der Server, was verlangt wurde, und sonst nichts.'),
  LANGUAGE: done('Die Sprache der Texte steht fest.'),
  COMPARATOR: done('Die Art, Text zu vergleichen, steht fest.'),
  UNAUTHENTICATE: done('Der Benutzer ist abgemeldet, die Verbindung bleibt für einen anderen offen.'),
  GENURLAUTH: done('Die URL ist erstellt.'),
  URLFETCH: done('Der Inhalt hinter der URL ist vollständig.'),
  RESETKEY: done('Bisher ausgegebene URLs sind ungültig.'),
  CONVERT: done('Der umgewandelte Inhalt ist vollständig.'),
  REPLACE: done('Die neue Mail steht an der Stelle der alten.'),
  ESEARCH: done('Die Suche in mehreren Postfächern ist abgeschlossen.'),
  GETJMAPACCESS: done('Das ist der Weg zu denselben Mails über JMAP.'),
  RLIST: complete('Die Liste der Postfächer'),
  RLSUB: complete('Die Liste der abonnierten Postfächer'),
  GETANNOTATION: done('Die Notizen sind vollständig.'),
  SETANNOTATION: done('Die Notizen sind geändert.'),
  CANCELUPDATE: done('Änderungen dieser Ergebnisse meldet der Server nicht mehr.'),
  UIDBATCHES: done('Die Liste der Stapel ist vollständig.'),
  PROXYAUTH: (facts) => `Der Client arbeitet${as(facts)} weiter.`,
  XAPPLEPUSHSERVICE: done('Das Gerät ist bei Apples Benachrichtigungsdienst angemeldet.'),
  'X-CANCEL': done('Der Server hat den Befehl abgebrochen.'),
  'X-STATE': done('Mehr gibt es zum Stand der Sitzung nicht.'),
};

const NO: Readonly<Partial<Record<ImapVerb, Row>>> = {
  LOGIN: (facts) => `Der Server lehnt die Anmeldung${as(facts)} ab`,
  AUTHENTICATE: (facts) => `Der Server lehnt die Anmeldung${as(facts)} mit ${shorten(facts.mechanism ?? 'diesem Verfahren')} ab`,
  STARTTLS: done('Der Server beginnt kein TLS; die Verbindung bleibt lesbar'),
  SELECT: ({ mailbox }) => `Der Server öffnet ${theBox(mailbox)} nicht, und jetzt ist keines offen`,
  EXAMINE: ({ mailbox }) => `Der Server öffnet ${theBox(mailbox)} nicht, und jetzt ist keines offen`,
  CREATE: ({ mailbox }) => `Der Server legt ${theBox(mailbox)} nicht an`,
  DELETE: ({ mailbox }) => `Der Server löscht ${theBox(mailbox)} nicht`,
  RENAME: ({ mailbox }) => `Der Server benennt ${theBox(mailbox)} nicht um`,
  STATUS: ({ mailbox }) => `Der Server sagt nichts ${toBox(mailbox)}`,
  APPEND: ({ mailbox, appended }) => `Der Server legt ${appended === undefined ? 'die Mail nicht' : `keine der ${ofMany(appended)}`} ${inBox(mailbox)} ab`,
  COPY: ({ target }) => `Der Server kopiert nichts ${intoBox(target)}`,
  MOVE: ({ target }) => `Der Server lehnt es ab, etwas ${intoBox(target)} zu verschieben`,
  STORE: ({ set }) => `Der Server lehnt es ab, die Flags${set === undefined ? '' : ` von ${mailsDative(set)}`} zu ändern`,
  FETCH: ({ set }) => `Der Server kann nicht alles senden, was${set === undefined ? '' : ` für ${mails(set)}`} verlangt war`,
  SEARCH: done('Der Server lehnt die Suche ab'),
  EXPUNGE: done('Der Server lehnt das Löschen ab'),
  COMPRESS: done('Der Server beginnt nicht zu komprimieren'),
};

/** READ-WRITE and the like are in the sentence itself already. */
const WITHIN: ReadonlySet<string> = new Set(['READ-ONLY', 'READ-WRITE', 'MODIFIED']);

export function okReply({ verb, facts, ...params }: ImapNotes['imap.reply.ok']): string {
  const sentence = OK[verb](facts, params);
  const code = params.code === undefined || WITHIN.has(params.code.name) ? '' : codeSentence(params.code);
  return code === '' ? sentence : `${sentence} ${code}`;
}

const WRONG = 'Benutzername oder Passwort ist falsch, oder der Server will nicht mehr dazu sagen.';

/** AUTHENTICATIONFAILED by what the mechanism asks for (RFC 5530 §3). */
const FAILED: Readonly<Record<MechanismKind, string>> = {
  readable: WRONG,
  proof: WRONG,
  mutual: WRONG,
  token: 'Das Token gilt nicht für diesen Benutzer, oder der Server will nicht mehr dazu sagen.',
  certificate: 'Nichts außerhalb dieses Austauschs, etwa ein TLS-Zertifikat, weist den Client für den Server als diesen Benutzer aus, oder der Server will nicht mehr dazu sagen.',
  ticket: 'Das Ticket wird nicht anerkannt, oder der Server will nicht mehr dazu sagen.',
  none: 'Ohne Nachweis lässt der Server niemanden ein, oder er will nicht mehr dazu sagen.',
  unknown: 'Was der Client vorgewiesen hat, genügt nicht, oder der Server will nicht mehr dazu sagen.',
};

function whyNot({ verb, facts, code }: ImapNotes['imap.reply.no']): string {
  if (code?.name !== 'AUTHENTICATIONFAILED') return codeSentence(code);
  if (verb === 'LOGIN') return WRONG;
  return verb === 'AUTHENTICATE' ? FAILED[mechanismKind(facts.mechanism ?? '')] : codeSentence(code);
}

export function noReply(note: ImapNotes['imap.reply.no']): string {
  const { verb, facts } = note;
  return refusal(NO[verb]?.(facts, note) ?? `Der Server lehnt ${verb} ab`, 'NO', note, whyNot(note));
}

/** What is refused, in whose words, and what the code adds. */
export function refusal(what: string, status: string, { code, words }: StatusParams, added = codeSentence(code)): string {
  const said = words === '' ? '' : `, in seinen Worten ${quote(words)}`;
  return `${what} (${status})${said}.${added === '' ? '' : ` ${added}`}`;
}
