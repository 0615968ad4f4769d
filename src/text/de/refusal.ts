/** German for a refusal: what, for how long, why by code and by the server's own words, and what follows. */
import type { Circumstance, RefusedCommand, ReplyParams, SmtpNotes } from '../../model/notes/smtp.js';
import { splitEnhancedCode } from '../enhanced-codes.js';
import { deniesCommand, deniesName, isBorrowed, isStrayCode, type Refused } from '../refusals.js';
import { isWord } from '../words.js';
import { enhancedCodes } from './enhanced-codes.js';
import { octets, quote, shorten } from './format.js';
import { replyCodes } from './reply-codes.js';

const CODES: Readonly<Record<number, string>> = replyCodes.codes;
const DETAILS: Readonly<Record<string, string>> = enhancedCodes.details;
const SUBJECTS: Readonly<Record<number, string>> = enhancedCodes.subjects;

/** Where a code says more behind this command than elsewhere. */
const IN_CONTEXT: Readonly<Partial<Record<RefusedCommand, Readonly<Record<number, string>>>>> = {
  hello: {
    501: 'Der Name ist falsch aufgebaut',
    550: 'Eine Richtlinie steht gegen diesen Client',
    554: 'Für diesen Client gibt es hier keinen Maildienst',
  },
  sender: {
    452: 'Dem Server fehlt zurzeit der Speicherplatz für eine Mail dieser Größe',
    550: 'Das Postfach des Absenders ist nicht verfügbar, oder eine Richtlinie steht dagegen',
    552: 'Die Mail wäre größer, als der Server erlaubt',
  },
  recipient: {
    452: 'Dem Server fehlt Speicherplatz, oder die Mail hat mehr Empfänger, als er auf einmal annimmt',
    503: 'Der Befehl kommt in falscher Reihenfolge; er gehört hinter ein angenommenes MAIL',
    552: 'Das Postfach ist voll, oder die Mail hat mehr Empfänger, als der Server auf einmal annimmt',
  },
  data: {
    503: 'Der Befehl kommt in falscher Reihenfolge; vorher müssen ein Absender und ein Empfänger angenommen sein',
    554: 'Es ist kein Empfänger angenommen',
  },
  message: {
    450: 'Die Mail kann zurzeit nicht angenommen werden',
    550: 'Eine Richtlinie steht dagegen, oder das Postfach ist nicht verfügbar',
    552: 'Die Mail ist größer, als der Server erlaubt',
  },
  chunk: { 503: 'Der Teil kommt in falscher Reihenfolge; vorher müssen ein Absender und ein Empfänger angenommen sein' },
  login: {
    454: 'Die Anmeldung ist zurzeit nicht möglich',
    501: 'Die Zeile ist kein gültiges Base64, oder der Client hat den Austausch abgebrochen',
    503: 'Der Befehl kommt in falscher Reihenfolge, wie AUTH nach einer Anmeldung oder mitten in einer Mail',
    504: 'Der Server bietet dieses Verfahren nicht an',
    530: 'Zuerst muss verschlüsselt werden',
  },
  tls: { 454: 'TLS ist zurzeit nicht verfügbar', 501: 'STARTTLS hat keinen Parameter' },
  verification: {
    550: 'Ein solches Postfach gibt es nicht, oder es soll nicht genannt werden',
    553: 'Der Name ist mehrdeutig oder nicht zulässig',
  },
};

/** Invalid command, syntax, arguments: here the reply code says the same, or more. */
const LESS_THAN_CODE: ReadonlySet<string> = new Set(['5.1', '5.2', '5.4']);
const ARGUMENT = '5.4';
/** No matter of arguments: the command is not known, not carried out, or out of order. */
const NOT_ARGUMENTS: ReadonlySet<number> = new Set([500, 502, 503]);
/** Its sentences say already that the session is over. */
const GOODBYE = 221;

/** Codes that are about the command itself; others with such details only borrow them. */
function isAboutSyntax(code: number): boolean {
  return (code >= 500 && code <= 504) || code === 554 || code === 555;
}

/** The subject of an enhanced code without detail, where the reply code has already named it. */
const TOLD_BY_CODE: Readonly<Record<number, number>> = { 450: 2, 550: 2, 500: 5, 501: 5, 502: 5, 503: 5, 504: 5, 454: 7, 530: 7, 534: 7, 535: 7, 538: 7 };

/** Where what went before tells more than the code. */
const BY_CIRCUMSTANCE: Readonly<Partial<Record<Circumstance, string>>> = {
  'nothing-sent': 'Der Code steht für ungültige Zugangsdaten, obwohl keine gesendet wurden',
  'no-recipient': 'Der Befehl kommt in falscher Reihenfolge; kein Empfänger ist angenommen',
  'short-line': 'Den Befehl kennt der Server nicht',
};

/** Where the two codes differ. */
function withDetail(why: string, code: number, enhanced: string): string {
  const { detail } = splitEnhancedCode(enhanced);
  return NOT_ARGUMENTS.has(code) && detail === ARGUMENT ? otherwise(why, enhanced) : `${why} (${enhanced})`;
}

function otherwise(why: string, enhanced: string): string {
  return `${why}; der ausführliche Code sagt etwas anderes: ${DETAILS[splitEnhancedCode(enhanced).detail]!} (${enhanced})`;
}

function codeMeaning(code: number, command: RefusedCommand): string | undefined {
  return code === GOODBYE || isStrayCode(code, command) ? undefined : (IN_CONTEXT[command]?.[code] ?? CODES[code]);
}

function meaning(p: ReplyParams, command: RefusedCommand, circumstance?: Circumstance): string | undefined {
  const telling = p.code === 500 && circumstance === 'no-address' ? 'short-line' : circumstance;
  const known = telling === undefined ? undefined : BY_CIRCUMSTANCE[telling];
  if (known !== undefined) return p.enhanced === undefined ? known : withDetail(known, p.code, p.enhanced);
  const byCode = codeMeaning(p.code, command);
  if (p.enhanced === undefined) return byCode;
  const { subject, detail } = splitEnhancedCode(p.enhanced);
  if (byCode !== undefined && isAboutSyntax(p.code) && LESS_THAN_CODE.has(detail)) return withDetail(byCode, p.code, p.enhanced);
  const byDetail = DETAILS[detail];
  if (byCode !== undefined && isBorrowed(command, p.code, detail)) return otherwise(byCode, p.enhanced);
  if (byDetail !== undefined && !detail.endsWith('.0')) return `${byDetail} (${p.enhanced})`;
  if (byCode !== undefined && TOLD_BY_CODE[p.code] === subject) return `${byCode} (${p.enhanced})`;
  const area = SUBJECTS[subject] ?? SUBJECTS[0]!;
  if (byCode === undefined) return subject === 0 ? undefined : `${area} (${p.enhanced})`;
  return subject === 0 ? `${byCode}; ${p.enhanced} sagt dazu nichts Weiteres` : `${byCode}; ${small(area)} (${p.enhanced})`;
}

/** Behind a semicolon a clause goes on in lower case. */
function small(clause: string): string {
  return clause.charAt(0).toLowerCase() + clause.slice(1);
}

function inItsWords(p: ReplyParams): string {
  return p.words === '' ? '' : `, in seinen Worten ${quote(p.words)}`;
}

/** `550, 5.1.1` */
function codes(p: ReplyParams): string {
  return p.enhanced === undefined ? String(p.code) : `${p.code}, ${p.enhanced}`;
}

/** Seen in the wild: no code means it, the words alone tell. */
const GREYLISTING = /gr[ae]y-?list/i;
/** Seen in the wild: said with a code that means something else. */
const NOT_RECOGNISED = /\bun(?:known|recogni[sz]ed) command\b|\bcommand (?:unknown|(?:not |un)recogni[sz]ed)\b/i;
const INVALID_ARGUMENTS: ReadonlySet<number> = new Set([501, 504]);

/** `: Das Postfach gibt es nicht (5.1.1), in seinen Worten „no such user“`, or as much of it as there is. */
export function reason(p: ReplyParams, command: RefusedCommand, circumstance?: Circumstance): string {
  const why = meaning(p, command, circumstance);
  const words = inItsWords(p);
  if (why !== undefined && p.code < 500 && GREYLISTING.test(p.words)) {
    return `: ${why}, so der Code; die Worte des Servers, ${quote(p.words)}, sprechen von Greylisting: Ein bisher unbekannter Absender soll später wiederkommen`;
  }
  if (why !== undefined && INVALID_ARGUMENTS.has(p.code) && NOT_RECOGNISED.test(p.words)) {
    return `: ${why}, so der Code; nach den Worten des Servers, ${quote(p.words)}, kennt er den Befehl nicht`;
  }
  return why === undefined ? words : `: ${why}${words}`;
}

/** Accusative. */
export function sender(address: string): string {
  return address === '' ? 'den leeren Absender' : `den Absender ${shorten(address)}`;
}

/** Accusative. */
function refused(p: Refused): string {
  const { subject = '' } = p;
  switch (p.command) {
    case 'hello':
      return `die Vorstellung${p.verb === '' ? '' : ` mit ${p.verb}`}`;
    case 'sender':
      return p.subject === undefined ? 'den Absender' : sender(subject);
    case 'recipient':
      if (p.circumstance === 'no-address') return 'RCPT ohne Adresse';
      return subject === '' ? 'diesen Empfänger' : `den Empfänger ${shorten(subject)}`;
    case 'data':
      return 'die Übertragung der Mail';
    case 'message':
      return subject === '' ? 'die Mail' : `die Mail für ${shorten(subject)}`;
    case 'chunk':
      return 'diesen Teil der Mail';
    case 'login':
      return 'die Anmeldung';
    case 'handshake':
      return 'den TLS-Handschlag';
    case 'tls':
      return 'die Verschlüsselung';
    case 'verification':
      return subject === '' ? 'die Auskunft' : `die Auskunft über ${quote(subject)}`;
    case 'mail-line':
      return 'diese Zeile der Mail';
    case 'other':
      return p.verb === '' ? 'die leere Zeile' : isWord(p.verb) ? `den Befehl ${shorten(p.verb)}` : 'diese Zeile';
  }
}

function consequence(p: Refused, passing: boolean): string {
  switch (p.command) {
    case 'hello':
      if (passing) return ' Der Client kann es später wieder versuchen.';
      // Out of order: an earlier introduction may stand.
      if (p.code === 503) return '';
      return p.verb === 'EHLO' && (p.code === 500 || p.code === 502)
        ? ' Der Client kann auf HELO ausweichen, das keine Erweiterungen kennt.'
        : ' Ohne angenommene Vorstellung kann keine Mail folgen.';
    case 'sender':
      if (passing) return ' Der Client kann es später wieder versuchen.';
      return p.code === 503 || p.code === 530 ? '' : ' Ohne angenommenen Absender kann keine Mail folgen.';
    case 'recipient':
      if (p.code >= 500 && p.code <= 530) return '';
      return passing
        ? ' Der Client kann es später wieder versuchen; andere Empfänger sind davon nicht betroffen.'
        : ' Andere Empfänger sind davon nicht betroffen.';
    case 'data':
      return passing ? ' Der Client kann es später wieder versuchen.' : ' Der Client darf die Mail nicht senden.';
    case 'message':
      if (p.subject !== undefined) return ' Die anderen Empfänger erhalten eigene Antworten.';
      return passing
        ? ' Die Mail bleibt beim Client, der es später wieder versuchen kann.'
        : ' Die Mail bleibt beim Client; seine Aufgabe ist es, den Absender zu benachrichtigen.';
    case 'chunk':
      return ' Damit ist die ganze Mail gescheitert: Es darf kein weiterer Teil folgen (RFC 3030 §2).';
    case 'login':
      if (p.code === 503) return '';
      return passing ? ' Der Client kann es später wieder versuchen.' : ' Der Client ist nicht angemeldet.';
    case 'handshake':
      return ' Er hat dessen Oktette für Befehle gehalten.';
    case 'tls':
      return ' Die Verbindung bleibt lesbar.';
    case 'verification':
      return p.code === 502 ? ' Viele Server verschweigen ihre Benutzer, damit niemand Adressen sammelt.' : '';
    case 'mail-line':
      return '';
    case 'other':
      return passing ? ' Der Client kann es später wieder versuchen.' : '';
  }
}

/** For how long. Another password, or another name, is another request: there "endgültig" would say too much. */
function span(p: Refused, passing: boolean): string {
  if (p.command === 'login' || p.command === 'verification' || p.command === 'handshake') return passing ? ' vorläufig' : '';
  return passing ? ' vorläufig' : ' endgültig';
}

function limit(p: Refused): string {
  return p.limit === undefined ? '' : ` Als Grenze hat er ${octets(p.limit)} genannt (SIZE).`;
}

export function refusal(p: Refused): string {
  const passing = p.code < 500;
  if (deniesName(p)) {
    if (p.verb === 'EXPN') {
      const which = p.subject === undefined ? 'der Liste' : `der Liste ${quote(p.subject)}`;
      return `Der Server gibt nicht preis, wer auf ${which} steht (${codes(p)})${inItsWords(p)}.`;
    }
    return `Der Server bestätigt ${p.subject === undefined ? 'das Gefragte' : quote(p.subject)} nicht (${p.code})${reason(p, p.command)}.`;
  }
  if (p.circumstance === 'cancelled') {
    return `Der Server bricht die Anmeldung ab, wie vom Client verlangt (${codes(p)})${inItsWords(p)}. Der Client ist nicht angemeldet.`;
  }
  if (p.circumstance === 'mail-open') {
    return `Der Server lehnt dieses zweite MAIL ab (${p.code}): Eine Mail ist schon begonnen, ihr Absender gilt weiter.`;
  }
  if (deniesCommand(p)) {
    return `Den Befehl ${shorten(p.verb)} kennt der Server nicht (${codes(p)})${inItsWords(p)}.`;
  }
  return `Der Server lehnt ${refused(p)}${span(p, passing)} ab (${p.code})${reason(p, p.command, p.circumstance)}.${limit(p)}${consequence(p, passing)}`;
}

/** What the RFC 3463 code alone says. */
export function codeless({ about, code, enhanced, words }: SmtpNotes['smtp.reply.codeless']): string {
  const owner = about === undefined ? '' : about === 'mail' ? ' auf die Mail' : ` auf ${shorten(about)}`;
  const fate = code < 300 ? 'nimmt er an' : code < 500 ? 'lehnt er vorläufig ab' : 'lehnt er endgültig ab';
  const detail = enhanced === undefined ? undefined : DETAILS[splitEnhancedCode(enhanced).detail];
  return `Der Server antwortet${owner} ohne die drei Ziffern, mit denen jede Antwort beginnt (RFC 5321 §4.2). Nach dem genaueren Code ${fate} (${enhanced ?? code})${detail === undefined ? '' : `: ${detail}`}${words === '' ? '' : `, in seinen Worten ${quote(words)}`}. Ein Client, der auf die Ziffern achtet, erkennt das nicht.`;
}
