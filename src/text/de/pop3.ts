/** German for POP3: a sentence or two for every line of a conversation (RFC 1939, 2449, 2595, 3206, 5034, 6856). */
import type { LapsingDeletions, MailNumbers, Pop3Notes, RefusalReason, RefusedPop3, StatusParams } from '../../model/notes/pop3.js';
import type { Sentences } from '../catalogue.js';
import { capability, meaningOf, POLICIES } from './pop3-words.js';
import { capital, duration, list, number, numeral, octets, octetsDative, quote, shorten } from './format.js';
import { logIn } from './sasl.js';

function mails(value: number): string {
  return value === 0 ? 'keine Mail' : `${numeral(value)} ${value === 1 ? 'Mail' : 'Mails'}`;
}

/** beide Mails; alle drei Mails */
function all(value: number): string {
  return value === 2 ? 'beide Mails' : `alle ${mails(value)}`;
}

/** Dative: „von einer Mail“. */
function mailsDative(value: number): string {
  return value === 1 ? 'einer Mail' : mails(value);
}

/** 1–3, 5 → 1–3 und 5 */
export function mailNumbers(numbers: string): string {
  return numbers.endsWith('…') ? numbers : list(numbers.split(', '));
}

/** Mail 2; die Mails 1–3 und 5 */
function named({ count, numbers }: MailNumbers): string {
  return count === 1 ? `Mail ${numbers}` : `die Mails ${mailNumbers(numbers)}`;
}

/** von Mail 2; von den Mails 1–3 und 5 */
function ofNamed({ count, numbers }: MailNumbers): string {
  return count === 1 ? `von Mail ${numbers}` : `von den Mails ${mailNumbers(numbers)}`;
}

/** Number of a mail, where the command is known. */
function mail(value: number | undefined): string {
  return value === undefined ? 'eine Mail' : `Mail ${value}`;
}

/** The words of a reply as an appendage, where it has any. */
function inItsWords({ words }: { words: string }): string {
  return words === '' ? '' : `, in seinen Worten ${quote(words)}`;
}

function withSubject(subject: string | undefined): string {
  return subject === undefined || subject === '' ? '' : ` mit dem Betreff ${quote(subject)}`;
}

/** As many names as one reads; the rest is counted. */
const NAMES = 12;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map(shorten);
  return names.length <= NAMES ? list(shown) : `${shown.join(', ')} und ${numeral(names.length - NAMES)} weitere`;
}

const CUT_SHORT = ' Ein Teil der Liste fehlt im Mitschnitt.';

function cut(whole: boolean): string {
  return whole ? '' : CUT_SHORT;
}

function notCounted(marked: number): string {
  if (marked === 0) return '';
  return marked === 1 ? ' Die zum Löschen vorgemerkte zählt nicht mit.' : ` Die ${numeral(marked)} zum Löschen vorgemerkten zählen nicht mit.`;
}

/** Who asks TOP for more wants the mail whole (fetchmail does): there is no mail of so many lines. */
const MANY_LINES = 1_000_000;

function top(value: number, lines: number | undefined): string {
  if (lines === undefined) return `Der Client ruft den Kopf von Mail ${value} ab; die Zahl der Zeilen, die TOP außerdem braucht, fehlt.`;
  if (lines === 0) return `Der Client ruft den Kopf von Mail ${value} ab, ohne eine Zeile des Textes.`;
  const whole = lines < MANY_LINES ? '' : ', in der Regel also alles';
  return `Der Client ruft den Kopf von Mail ${value} und die ${lines === 1 ? 'erste Zeile' : `ersten ${numeral(lines)} Zeilen`} des Textes ab${whole}.`;
}

function unanswered(pending: number): string {
  if (pending === 0) return '';
  return pending === 1 ? ' Zu einem DELE war noch keine Antwort zu sehen.' : ` Zu ${numeral(pending)} DELE-Befehlen war noch keine Antwort zu sehen.`;
}

function staying(left: number): string {
  if (left === 0) return 'keine Mail bleibt liegen';
  return left === 1 ? 'eine Mail bleibt liegen' : `${mails(left)} bleiben liegen`;
}

/** What UPDATE does, as far as marks and mails were counted. */
function update({ mails: held, marked, pending }: Pop3Notes['pop3.command.quit']): string {
  const rest = unanswered(pending);
  if (marked.count > 0) {
    const are = marked.count === 1 ? 'ist' : 'sind';
    if (held === undefined) return `Vorgemerkt ${are} ${named(marked)}.${rest}`;
    if (marked.count < held) return `Vorgemerkt ${are} ${named(marked)}, ${staying(held - marked.count)}.${rest}`;
    return held === 1 ? `Die einzige Mail, Nummer ${marked.numbers}, ist vorgemerkt.${rest}` : `${capital(all(held))} sind vorgemerkt.${rest}`;
  }
  if (pending > 0) return `Was vorgemerkt ist, steht nicht fest.${rest}`;
  if (held === undefined) return 'Es war keine Mail vorgemerkt: Gelöscht wird nichts.';
  if (held === 0) return 'Das Postfach ist leer: Zu löschen ist nichts.';
  return held === 1 ? 'Es war keine vorgemerkt: Die einzige Mail bleibt liegen.' : `Es war keine vorgemerkt: ${capital(all(held))} bleiben liegen.`;
}

function afterUpdate(p: Pop3Notes['pop3.reply.quit']): string {
  return deleted(p) + unanswered(p.pending) + fetched(p);
}

function deleted({ mails: held, marked, pending, foretold }: Pop3Notes['pop3.reply.quit']): string {
  if (marked.count === 0) return foretold || pending > 0 ? '' : ' Es war keine Mail vorgemerkt: Gelöscht wird nichts.';
  const left = held === undefined ? '' : `; ${staying(Math.max(0, held - marked.count))}`;
  return ` Damit ${marked.count === 1 ? 'ist' : 'sind'} ${named(marked)} gelöscht${left}.`;
}

function fetched({ fetched: came, unfetched }: Pop3Notes['pop3.reply.quit']): string {
  const some = came.count === 0 ? '' : ` Abgerufen wurde${came.count === 1 ? '' : 'n'} in dieser Sitzung ${named(came)}.`;
  const is = unfetched.count === 1 ? 'wurde' : 'wurden';
  const none = unfetched.count === 0 ? '' : ` Gelöscht, aber in dieser Sitzung nicht abgerufen ${is} ${named(unfetched)}.`;
  return some + none;
}

function capabilities(p: Pop3Notes['pop3.reply.capabilities']): string {
  const policies = p.capabilities.filter(({ name }) => Object.hasOwn(POLICIES, name));
  const offers = p.capabilities.filter(({ name }) => !Object.hasOwn(POLICIES, name)).map(capability);
  const habits = list(policies.map(({ name, args }) => POLICIES[name]!(shorten(args))));
  const said = offers.length > 0 ? `Der Server bietet ${list(offers)}.` : habits === '' ? 'Der Server nennt keine Fähigkeiten.' : '';
  return said + (habits === '' ? '' : `${said === '' ? 'Der Server' : ' Er'} ${habits}.`) + (p.readable ? ' STLS fehlt: Ein Passwort wäre unterwegs lesbar.' : '') + cut(p.whole);
}

/** `, in seinen Worten „…“. IN-USE heißt: Eine andere Sitzung belegt …`, or as much of it as there is. */
function reason(p: StatusParams): string {
  if (p.code === undefined) return inItsWords(p);
  const meaning = meaningOf(p.code);
  if (meaning === undefined) return ` mit dem Antwortcode ${shorten(p.code)}${inItsWords(p)}`;
  return `${inItsWords(p)}. ${shorten(p.code.toUpperCase())} heißt: ${meaning}`;
}

type Refused = Pop3Notes['pop3.reply.refused'];

const REFUSED: Readonly<Record<RefusedPop3, (subject: string | undefined, verb: string) => string>> = {
  user: (subject) => (subject === undefined || subject === '' ? 'lehnt den Benutzernamen ab' : `lehnt den Benutzernamen ${subject} ab`),
  login: (subject) => (subject === undefined || subject === '' ? 'lehnt die Anmeldung ab' : `lehnt die Anmeldung von ${subject} ab`),
  mechanisms: () => 'nennt keine Verfahren der Anmeldung',
  tls: () => 'lehnt die Verschlüsselung ab',
  capabilities: () => 'beantwortet CAPA nicht mit einer Liste',
  status: () => 'gibt über das Postfach keine Auskunft',
  list: (subject) => (subject === undefined ? 'sendet keine Liste' : `gibt über Mail ${subject} keine Auskunft`),
  mail: (subject) => (subject === undefined ? 'sendet keine Mail' : `sendet Mail ${subject} nicht`),
  mark: (subject) => (subject === undefined ? 'merkt nichts vor' : `merkt Mail ${subject} nicht zum Löschen vor`),
  reset: () => 'nimmt die Löschmarken nicht zurück',
  update: () => 'meldet einen Fehler beim Beenden der Sitzung',
  other: (_subject, verb) => (verb === '' ? 'lehnt die leere Zeile ab' : `lehnt ${verb} ab`),
};

const CONSEQUENCES: Readonly<Partial<Record<RefusedPop3, string>>> = {
  login: ' Die Sitzung bleibt im Zustand AUTHORIZATION.',
  tls: ' Die Verbindung bleibt lesbar.',
  capabilities: ' Welche Erweiterungen er kennt, bleibt offen.',
  update: ' Von den vorgemerkten Mails können einige oder alle noch da sein (RFC 1939 §6).',
};

const REASONS: Readonly<Record<RefusalReason, string>> = {
  marked: ' Die Mail ist zum Löschen vorgemerkt: Sie gilt als gelöscht, solange RSET die Marke nicht zurücknimmt.',
  'no-such-mail': ' Eine Mail mit dieser Nummer gibt es im Postfach nicht.',
  'not-logged-in': ' Der Befehl setzt eine Anmeldung voraus.',
  cancelled: ' Der Client hatte die Anmeldung selbst abgebrochen.',
};

function refusal(p: Refused): string {
  const what = REFUSED[p.refused](p.subject === undefined ? undefined : shorten(p.subject), shorten(p.verb));
  const after = p.reason === undefined ? (CONSEQUENCES[p.refused] ?? '') : REASONS[p.reason];
  return `Der Server ${what} (-ERR)${reason(p)}.${after}`;
}

function arrived(p: Pop3Notes['pop3.message']): string {
  const what = `${capital(mail(p.number))} kommt`;
  if (!p.whole) {
    const missing = p.missing > 0 ? `; sicher fehlen ${octets(p.missing)}` : '';
    return `${what} mit ${octetsDative(p.size)}${withSubject(p.subject)}, im Mitschnitt nicht vollständig${missing}.`;
  }
  const other = p.announced === undefined ? '' : ` Die Statuszeile hatte ${number(p.announced)} genannt.`;
  const dots = p.stuffed ? ' Zeilen, die mit einem Punkt beginnen, tragen unterwegs einen zweiten, der nicht mitzählt (RFC 1939 §3).' : '';
  return `${what}: ${octets(p.size)}${withSubject(p.subject)}, beendet durch eine Zeile, die nur aus einem Punkt besteht.${other}${dots}`;
}

function above(p: Pop3Notes['pop3.message.top']): string {
  // No mail of that many octets has that many lines.
  if (p.whole && p.lines !== undefined && p.lines > p.size) return `${capital(mail(p.number))} kommt, Kopf und der ganze Text: ${octets(p.size)}${p.subject === undefined || p.subject === '' ? '' : `,${withSubject(p.subject)}`}.`;
  const some = p.lines === undefined ? '' : p.lines < MANY_LINES ? `${p.lines === 1 ? 'höchstens eine Zeile' : `höchstens ${numeral(p.lines)} Zeilen`} Text` : 'der verlangte Text';
  const text = p.lines === undefined ? 'Der Anfang' : `Der Kopf und ${some}`;
  const what = p.lines === 0 ? 'Der Kopf' : text;
  const verb = p.lines === undefined || p.lines === 0 ? 'kommt' : 'kommen';
  const end = p.whole ? '' : ', im Mitschnitt nicht vollständig';
  return `${what} von ${p.number === undefined ? 'einer Mail' : mail(p.number)} ${verb}: ${octets(p.size)}${withSubject(p.subject)}${end}.`;
}

function lines(p: Pop3Notes['pop3.reply.lines']): string {
  const count = p.lines === 1 ? 'eine Zeile' : p.lines === 0 ? 'keine Zeile' : `${number(p.lines)} Zeilen`;
  const owner = p.verb === undefined ? 'zu einem Befehl, der im Mitschnitt fehlt' : `zu ${p.verb === '' ? 'der leeren Zeile' : shorten(p.verb)}`;
  const end = p.whole ? ', beendet durch eine Zeile, die nur aus einem Punkt besteht' : '; Anfang oder Ende fehlt im Mitschnitt';
  return `Der Server sendet ${count} ${owner}${end}.`;
}

/** What became of the marks of a session that ended without QUIT. */
export function lapsed({ marked, pending, quitMayBeMissing }: LapsingDeletions): string {
  const asked = pending === 1 ? 'die Mail eines unbeantworteten DELE' : `die Mails aus ${numeral(pending)} unbeantworteten DELE-Befehlen`;
  const marks = marked.count === 1 ? `die vorgemerkte Mail ${marked.numbers}` : `die vorgemerkten Mails ${mailNumbers(marked.numbers)}`;
  const which = [...(marked.count === 0 ? [] : [marks]), ...(pending === 0 ? [] : [asked])].join(' und ');
  const stay = marked.count + pending === 1 ? 'bleibt' : 'bleiben';
  if (quitMayBeMissing) return `Wenn QUIT nicht unter den Oktetten ist, die im Mitschnitt fehlen, ${stay} ${which} im Postfach (RFC 1939 §6).`;
  return `Ohne QUIT gibt es kein UPDATE: ${capital(which)} ${stay} im Postfach (RFC 1939 §6).`;
}

export const pop3: Sentences<Pop3Notes> = {
  'pop3.greeting': ({ host, timestamp, delay }) => {
    const server = host === undefined ? 'Der Server' : `Der Server ${shorten(host)}`;
    const waited = delay === undefined ? '' : `; er brauchte ${duration(Math.max(0, delay))}`;
    const apop =
      timestamp === undefined
        ? ' Er sendet keinen Zeitstempel, eine Anmeldung mit APOP bietet er also nicht an.'
        : ` Mit seinem Zeitstempel ${shorten(timestamp)} bietet er die Anmeldung mit APOP an, die kein Passwort überträgt.`;
    return `${server} meldet sich bereit (+OK).${apop} Bei POP3 beginnt der Server${waited}.`;
  },
  'pop3.greeting-refused': (p) => `Der Server bedient diesen Client nicht (-ERR)${reason(p)}.`,

  'pop3.command.user': ({ name }) => `Der Client nennt den Benutzernamen ${shorten(name)}. Für das Passwort gibt es einen eigenen Befehl, PASS.`,
  'pop3.command.pass': ({ password, username, readable }) =>
    `Der Client sendet das Passwort ${shorten(password)}${username === undefined ? '' : ` für ${shorten(username)}`}.` +
    (readable ? ' Es geht unverändert durch das Netz: Unterwegs kann es jeder lesen.' : ''),
  'pop3.command.apop': ({ name }) =>
    `Der Client meldet sich als ${shorten(name)} mit APOP an: Statt des Passworts sendet er einen Hashwert (MD5) aus dem Zeitstempel der Begrüßung und dem Passwort. Wer mithört, kann daran immer noch Passwörter durchprobieren.`,
  'pop3.command.auth': logIn,
  'pop3.command.auth-list': () =>
    `Der Client fragt, mit welchen Verfahren er sich anmelden kann: AUTH ohne Argument, ein Brauch aus der Zeit vor CAPA (RFC 2449).`,
  'pop3.command.rpop': ({ name, username }) =>
    `Der Client nennt ${shorten(name)} als seinen eigenen Benutzer${username === undefined ? '' : ` für das Postfach von ${shorten(username)}`} und sendet kein Passwort: Der Server soll seiner Adresse und seinem Port vertrauen (RPOP, in RFC 1081; mit RFC 1460 gestrichen).`,
  'pop3.command.on-behalf': ({ verb, address, port }) => {
    const extension = `(${verb}, eine Erweiterung von ${verb === 'XOIP' ? 'Zimbra' : 'Dovecot'})`;
    if (address === undefined) return `Ein Proxy gibt weiter, was er über den Client weiß, für den er spricht ${extension}.`;
    return `Ein Proxy sagt, für wen er spricht: Der Client ist ${shorten(address)}${port === undefined ? '' : `, Port ${shorten(port)}`} ${extension}.`;
  },
  'pop3.command.proxy': ({ source }) =>
    `Zwischen Client und Server steht ein Proxy; ${source === undefined ? 'für welchen Client er spricht, sagt er nicht' : `er spricht für den Client ${shorten(source)}`} (PROXY-Protokoll). Auf die Zeile folgt keine Antwort, POP3 beginnt dahinter.`,
  'pop3.command.stls': () => `Der Client bittet darum, die Verbindung von hier an mit TLS zu verschlüsseln (STLS).`,
  'pop3.command.capa': ({ loggedIn }) =>
    loggedIn
      ? `Der Client fragt, was der Server über die Grundbefehle hinaus kann; nach der Anmeldung kann die Antwort anders ausfallen (RFC 2449 §5).`
      : `Der Client fragt, was der Server über die Grundbefehle hinaus kann.`,
  'pop3.command.utf8': () => `Der Client will ab hier UTF-8: Mails dürfen es im Kopf tragen und kommen unverändert (RFC 6856).`,
  'pop3.command.lang': ({ language }) =>
    language === '*'
      ? `Der Client überlässt es dem Server, in welcher Sprache dessen Antworten formuliert sind (RFC 6856).`
      : `Der Client bittet um Antworten in der Sprache ${shorten(language)} (RFC 6856).`,
  'pop3.command.lang-list': () => `Der Client fragt, in welchen Sprachen der Server antworten kann (RFC 6856).`,
  'pop3.command.stat': () => `Der Client fragt, wie viele Mails im Postfach liegen und wie viele Oktette sie zusammen haben.`,
  'pop3.command.list': () => `Der Client ruft eine Liste der Mails ab, jede mit Nummer und Größe.`,
  'pop3.command.list-one': (p) => `Der Client fragt nach der Größe von Mail ${p.number}.`,
  'pop3.command.uidl': () =>
    `Der Client fragt nach der eindeutigen Kennung jeder Mail. Nummern gelten nur für eine Sitzung; an den Kennungen erkennt er beim nächsten Mal, was er schon abgerufen hat.`,
  'pop3.command.uidl-one': (p) => `Der Client fragt nach der eindeutigen Kennung von Mail ${p.number}.`,
  'pop3.command.last': () => `Der Client fragt nach der höchsten Nummer einer abgerufenen Mail (LAST, in RFC 1460; seit 1994 gestrichen).`,
  'pop3.command.retr': (p) => `Der Client ruft Mail ${p.number} vollständig ab.${p.number === 0 ? ' Die Nummern beginnen bei 1.' : ''}`,
  'pop3.command.top': (p) => top(p.number, p.lines),
  'pop3.command.dele': (p) => `Der Client merkt Mail ${p.number} zum Löschen vor. Gelöscht wird sie erst, wenn die Sitzung mit QUIT endet.`,
  'pop3.command.noop': () =>
    `Der Client will nur eine Antwort. So hält er die Sitzung offen: Nach zehn Minuten ohne Befehl, nicht früher, darf ein Server sie schließen (RFC 1939 §3).`,
  'pop3.command.rset': ({ marked, pending }) => {
    const which = marked.count > 0 ? `, die ${ofNamed(marked)}` : pending === 0 ? '; bisher gibt es keine' : '';
    return `Der Client nimmt alle Löschmarken dieser Sitzung zurück${which}.`;
  },
  'pop3.command.xtnd': ({ words }) => `Der Client nutzt eine Erweiterung des Servers: XTND${words === '' ? '' : ` ${shorten(words)}`}.`,
  'pop3.command.boards': () => `Der Client fragt, welche Diskussionsgruppen der Server führt (XTND BBOARDS, RFC 1082).`,
  'pop3.command.board': ({ name, archive }) =>
    `Der Client öffnet anstelle seines Postfachs ${archive ? 'das Archiv der' : 'die'} Diskussionsgruppe ${shorten(name)}; deren Mails werden dann abgerufen wie die eines Postfachs (RFC 1082).`,
  'pop3.command.board-facts': ({ name }) => `Der Client fragt nach den Angaben zur Diskussionsgruppe ${shorten(name)} (XTND X-BBOARDS, RFC 1082).`,
  'pop3.command.fields': ({ field, number: of }) =>
    `Der Client ruft das Kopffeld ${shorten(field)} ${of === undefined ? 'jeder Mail' : `von Mail ${of}`} ab (XTND XLST, eine Erweiterung des Servers von Qualcomm).`,
  'pop3.command.xmit': () =>
    `Der Client will auf der Verbindung zum Abrufen eine Mail zum Versand einliefern (XTND XMIT, eine Erweiterung des Servers von Qualcomm).`,
  'pop3.command.quit': (p) => `Der Client beendet die Sitzung; jetzt führt der Server die vorgemerkten Löschungen aus (UPDATE). ${update(p)}`,
  'pop3.command.quit-early': () => `Der Client beendet die Sitzung, ohne angemeldet zu sein. Ein Postfach war nicht offen, zu löschen ist also nichts (kein UPDATE).`,
  'pop3.command.malformed': ({ verb, args }) =>
    args.trim() === ''
      ? `Der Client sendet ${verb} ohne das Argument, das dazu gehört.`
      : `Der Client sendet ${verb} mit ${quote(args)}; das ist nicht das Argument, das dazu gehört.`,
  'pop3.command.too-early': ({ verb }) =>
    `Der Client sendet ${verb} vor einer Anmeldung. POP3 ist ein zustandsorientiertes Protokoll: Der Server merkt sich den Stand, und ${verb} gehört in den Zustand TRANSACTION nach der Anmeldung.`,
  'pop3.command.too-late': ({ verb }) =>
    `Der Client sendet ${verb}, obwohl er angemeldet ist: Der Befehl gehört in den Zustand AUTHORIZATION, der vorbei ist.`,
  'pop3.command.behind-stls': ({ verb }) =>
    `Der Client sendet ${verb === '' ? 'eine leere Zeile' : shorten(verb)} lesbar hinter STLS, wo nur noch TLS folgen darf. Wer unterwegs mithört, könnte das eingefügt haben; der Server darf es nicht ausführen, sobald TLS steht.`,
  'pop3.command.empty': () => `Der Client sendet eine leere Zeile, die kein Befehl ist.`,
  'pop3.command.unknown': ({ verb }) => `Der Client sendet ${shorten(verb)}; das ist kein Befehl von POP3 oder seinen eingetragenen Erweiterungen.`,

  'pop3.reply.user': (p) =>
    `Der Server nimmt den Benutzernamen ${shorten(p.username)} an und wartet auf das Passwort${inItsWords(p)}. Dass es das Postfach gibt, heißt das noch nicht.`,
  'pop3.reply.logged-in': (p) =>
    `Der Server nimmt die Anmeldung${p.username === undefined ? '' : ` von ${shorten(p.username)}`} an${inItsWords(p)}. Das Postfach ist geöffnet: Der Zustand TRANSACTION beginnt.`,
  'pop3.reply.mechanisms': (p) =>
    (p.mechanisms.length === 0
      ? `Der Server nennt kein Verfahren zur Anmeldung.`
      : `Der Server bietet die Anmeldung mit ${list(p.mechanisms.map(shorten), 'oder')}.`) + cut(p.whole),
  'pop3.reply.tls-ready': (p) => `Der Server ist einverstanden${inItsWords(p)}: Hinter dieser Zeile beginnt TLS, und die Anmeldung ist verschlüsselt.`,
  'pop3.reply.capabilities': capabilities,
  'pop3.reply.utf8': (p) => `Der Server stellt auf UTF-8 um${inItsWords(p)}.`,
  'pop3.reply.lang': (p) => `Der Server wechselt die Sprache seiner Antworten${inItsWords(p)}.`,
  'pop3.reply.languages': (p) =>
    (p.languages.length === 0 ? `Der Server nennt keine Sprache.` : `Der Server kann in diesen Sprachen antworten: ${list(p.languages.map(shorten))}.`) +
    cut(p.whole),
  'pop3.reply.stat': (p) =>
    (p.mails === 0
      ? `Im Postfach liegt keine Mail.`
      : p.mails === 1
        ? `Im Postfach liegt eine Mail mit ${octetsDative(p.octets)}.`
        : `Im Postfach liegen ${mails(p.mails)} mit zusammen ${octetsDative(p.octets)}.`) + notCounted(p.marked),
  'pop3.reply.list': (p) =>
    (p.mails === 0
      ? `Die Liste ist leer: Es gibt keine Mail.`
      : `Der Server führt ${mails(p.mails)} auf, ${p.mails === 1 ? '' : 'zusammen '}${octets(p.octets)}.`) +
    notCounted(p.marked) +
    cut(p.whole),
  'pop3.reply.list-one': (p) => `Mail ${p.number} hat ${octets(p.octets)}.`,
  'pop3.reply.uidl': (p) =>
    (p.mails === 0
      ? `Die Liste der Kennungen ist leer: Es gibt keine Mail.`
      : `Der Server nennt ${p.mails === 1 ? 'die eindeutige Kennung der einen Mail' : `die eindeutigen Kennungen von ${mailsDative(p.mails)}`}; sie ${p.mails === 1 ? 'bleibt' : 'bleiben'} von Sitzung zu Sitzung gleich.`) +
    notCounted(p.marked) +
    cut(p.whole),
  'pop3.reply.uidl-one': (p) => `Mail ${p.number} hat die eindeutige Kennung ${shorten(p.uid)}; sie bleibt von Sitzung zu Sitzung gleich.`,
  'pop3.reply.last': (p) => (p.number === 0 ? `Bisher wurde keine Mail abgerufen.` : `Die höchste Nummer einer abgerufenen Mail ist ${p.number}.`),
  'pop3.reply.retr': (p) =>
    p.announced === undefined
      ? `Der Server sendet ${mail(p.number)}${inItsWords(p)}; das Ende zeigt eine Zeile, die nur aus einem Punkt besteht.`
      : `Der Server sendet ${mail(p.number)}; die Zahl ${number(p.announced)} ist nur eine Auskunft, das Ende zeigt eine Zeile, die nur aus einem Punkt besteht.`,
  'pop3.reply.top': (p) =>
    `Der Server sendet den Kopf ${p.number === undefined ? 'einer Mail' : `von ${mail(p.number)}`}${p.lines === 0 ? '' : ' und die verlangten Zeilen'}${inItsWords(p)}; das Ende zeigt eine Zeile, die nur aus einem Punkt besteht.`,
  'pop3.reply.dele': (p) =>
    `Der Server hat Mail ${p.number} vorgemerkt: Abrufen lässt sie sich nicht mehr, und QUIT wird sie löschen.` +
    (p.marked > 1 ? ` Inzwischen sind ${mails(p.marked)} vorgemerkt.` : ''),
  'pop3.reply.noop': () => `Der Server ist da. Sonst geschieht nichts.`,
  'pop3.reply.rset': ({ marked, mails: held }) =>
    (marked.count === 0
      ? `Der Server ist einverstanden; vorgemerkt war keine Mail.`
      : `Der Server hat die ${marked.count === 1 ? 'Löschmarke' : 'Löschmarken'} ${ofNamed(marked)} zurückgenommen.`) +
    (held === undefined || held === 0 ? '' : ` Im Postfach ${held === 1 ? 'liegt' : 'liegen'} wie zuvor ${mails(held)}.`),
  'pop3.reply.quit': (p) => `Der Server beendet die Sitzung${inItsWords(p)}.${afterUpdate(p)}`,
  'pop3.reply.quit-early': (p) => `Der Server beendet die Sitzung${inItsWords(p)}.`,
  'pop3.reply.on-behalf': (p) => `Der Server übernimmt, was der Proxy über den Client sagt${inItsWords(p)}.`,
  'pop3.reply.boards': (p) =>
    (p.names.length === 0 ? `Der Server führt keine Diskussionsgruppen.` : `Der Server führt ${p.names.length === 1 ? 'eine Diskussionsgruppe' : `${numeral(p.names.length)} Diskussionsgruppen`}: ${listed(p.names)}.`) + cut(p.whole),
  'pop3.reply.board': (p) =>
    `${p.archive ? 'Das Archiv der' : 'Die'} Diskussionsgruppe ${shorten(p.name)} ist geöffnet${p.highest === undefined ? '' : `; ihre Mails sind bisher bis ${number(p.highest)} nummeriert`}. Das Postfach, das vorher geöffnet war, ist geschlossen.${cut(p.whole)}`,
  'pop3.reply.board-facts': (p) =>
    `Der Server nennt die Angaben zur Diskussionsgruppe ${shorten(p.name)}, ${p.facts === 1 ? 'eine Zeile' : `${numeral(p.facts)} Zeilen`}: Namen, Dateien, Moderatoren, Adressen.${cut(p.whole)}`,
  'pop3.reply.fields': (p) =>
    (p.mails === 0 ? `Keine Mail hat ein Feld ${shorten(p.field)}, das aufzuführen wäre.` : `Der Server führt das Feld ${shorten(p.field)} in ${p.mails === 1 ? 'einer Zeile' : `${numeral(p.mails)} Zeilen`} auf, jede mit der Nummer ihrer Mail.`) + cut(p.whole),
  'pop3.reply.field': (p) => `Der Server nennt das Feld ${shorten(p.field)} von Mail ${p.number}${inItsWords(p)}.`,
  'pop3.reply.xmit-go': (p) => `Der Server ist bereit, die Mail anzunehmen${inItsWords(p)}; ihr Ende zeigt eine Zeile, die nur aus einem Punkt besteht.`,
  'pop3.reply.xmit-done': (p) => `Der Server hat die Mail zum Versand angenommen${inItsWords(p)}.`,
  'pop3.reply.refused': refusal,
  'pop3.reply.other': (p) => `Der Server nimmt ${p.verb === '' ? 'die leere Zeile' : shorten(p.verb)} an (+OK)${inItsWords(p)}.`,
  'pop3.reply.unasked': (p) =>
    `Der Server sendet ${p.ok ? '+OK' : '-ERR'}, ohne dass der Mitschnitt einen Befehl dazu zeigt${reason(p)}.`,
  'pop3.reply.lines': lines,
  'pop3.unfinished': ({ lapsing }) => `Der Mitschnitt endet vor der Sitzung. ${lapsed(lapsing)}`,
  'pop3.reply.to-tls': (p) => `Der Server hat Oktette von TLS für einen Befehl gehalten und lehnt ihn ab (-ERR)${reason(p)}.`,

  'pop3.message': arrived,
  'pop3.message.top': above,
  'pop3.message.submitted': (p) =>
    `Der Client liefert eine Mail ein: ${octets(p.size)}${withSubject(p.subject)}${p.whole ? ', beendet durch eine Zeile, die nur aus einem Punkt besteht' : ', im Mitschnitt nicht vollständig'}.`,
};
