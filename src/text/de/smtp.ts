/** German for SMTP and LMTP: a sentence or two for every line of a conversation (RFC 5321, 2033, 3030, 3207, 4954). */
import type { LooseForm, OfferedExtension, ReplyParams, SmtpNotes } from '../../model/notes/smtp.js';
import type { Sentences } from '../catalogue.js';
import { offeredMechanisms, plainExtensions, sizeOffered } from '../extensions.js';
import { isWord } from '../words.js';
import { count, duration, list, octets, octetsDative, quote, shorten } from './format.js';
import { reason, refusal, sender } from './refusal.js';
import { replyCodes } from './reply-codes.js';
import { logIn } from './sasl.js';

const CODES: Readonly<Record<number, string>> = replyCodes.codes;

function isLmtp(words: string): boolean {
  return words.toUpperCase().includes('LMTP');
}

/** The words of a reply as an appendage, where it has any. */
function inItsWords(p: ReplyParams): string {
  return p.words === '' ? '' : `, in seinen Worten ${quote(p.words)}`;
}

function serverNamed(host: string | undefined): string {
  return host === undefined ? 'Der Server' : `Der Server ${shorten(host)}`;
}

function introduces(name: string): string {
  if (name === '') return 'Der Client stellt sich ohne Namen vor';
  return name.startsWith('[')
    ? `Der Client stellt sich mit seiner Adresse ${shorten(name)} vor`
    : `Der Client stellt sich als ${shorten(name)} vor`;
}

/** `paragraph`: of RFC 5321, where the command is specified. */
function oddity(loose: LooseForm | undefined, paragraph: string): string {
  if (loose === undefined) return '';
  return loose === 'bare'
    ? ` Die Adresse steht ohne die spitzen Klammern, die RFC 5321 ${paragraph} verlangt.`
    : ' Zwischen Doppelpunkt und Adresse steht ein Leerzeichen, das RFC 5321 §3.3 nicht erlaubt.';
}

function announced(p: SmtpNotes['smtp.command.mail']): string {
  const parts: string[] = [];
  if (p.size !== undefined) parts.push(`eine Mail von ${octetsDative(p.size)} (SIZE)`);
  if (p.body === '8BITMIME') parts.push('8-Bit-Text (8BITMIME)');
  else if (p.body === 'BINARYMIME') parts.push('binären Inhalt (BINARYMIME)');
  else if (p.body === '7BIT') parts.push('7-Bit-Text (7BIT)');
  if (p.utf8) parts.push('Adressen oder Kopfzeilen in UTF-8 (SMTPUTF8)');
  return parts.length === 0 ? '' : ` Er kündigt ${list(parts)} an.`;
}

/** What the parameters for reports, log-in and size add. */
function senderDetails(p: SmtpNotes['smtp.command.mail']): string {
  let text = p.limit === undefined ? '' : ` Der Server nimmt höchstens ${octets(p.limit)} an, wie er auf EHLO gesagt hat.`;
  if (p.returned === 'FULL') text += ' Ein Bericht über ein Scheitern soll die ganze Mail zurückbringen (RET).';
  else if (p.returned === 'HDRS') text += ' Ein Bericht über ein Scheitern soll nur den Kopf der Mail zurückbringen (RET).';
  if (p.envelopeId) text += ` Berichte sollen die Kennung ${shorten(p.envelopeId)} tragen (ENVID).`;
  if (p.submitter === '<>') text += ' Wer die Mail eingereicht hat, bleibt offen (AUTH).';
  else if (p.submitter) text += ` Er gibt an, dass ${shorten(p.submitter)} die Mail eingereicht hat (AUTH).`;
  return text;
}

const CASES: readonly (readonly [string, string])[] = [
  ['SUCCESS', 'bei Erfolg'],
  ['FAILURE', 'bei Scheitern'],
  ['DELAY', 'bei Verzögerung'],
];

function recipientDetails({ original, notify }: SmtpNotes['smtp.command.rcpt']): string {
  const kept = original ? ` Für Berichte gibt er die ursprüngliche Adresse ${shorten(original)} mit (ORCPT).` : '';
  if (notify.includes('NEVER')) return `${kept} Er wünscht keinen Bericht über die Zustellung (NOTIFY).`;
  const cases = CASES.filter(([word]) => notify.includes(word)).map(([, name]) => name);
  return cases.length === 0 ? kept : `${kept} Er wünscht einen Bericht ${list(cases, 'oder')} (NOTIFY).`;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  PIPELINING: 'mehrere Befehle auf einmal (PIPELINING)',
  '8BITMIME': '8-Bit-Text (8BITMIME)',
  BINARYMIME: 'binären Inhalt (BINARYMIME)',
  CHUNKING: 'Mails in abgezählten Teilen (CHUNKING)',
  DSN: 'Zustellberichte (DSN)',
  SMTPUTF8: 'Adressen in UTF-8 (SMTPUTF8)',
  ENHANCEDSTATUSCODES: 'genauere Antwortcodes (ENHANCEDSTATUSCODES)',
  STARTTLS: 'Verschlüsselung (STARTTLS)',
  VRFY: 'Auskunft über Benutzer (VRFY)',
  EXPN: 'Auskunft über Verteilerlisten (EXPN)',
  ETRN: 'die Freigabe wartender Mail (ETRN)',
  ATRN: 'wartende Mail über diese Verbindung (ATRN)',
  TURN: 'den Tausch der Rollen (TURN)',
  HELP: 'Hilfe (HELP)',
  PIPECONNECT: 'Befehle schon vor der Begrüßung (PIPECONNECT)',
  DELIVERBY: 'Zustellung bis zu einer Frist (DELIVERBY)',
  FUTURERELEASE: 'spätere Freigabe einer Mail (FUTURERELEASE)',
  'MT-PRIORITY': 'Vorrangstufen (MT-PRIORITY)',
  REQUIRETLS: 'TLS auf dem ganzen Weg (REQUIRETLS)',
  LIMITS: 'Angaben über seine Grenzen (LIMITS)',
  BURL: 'Inhalt durch Verweis (BURL)',
  RRVS: 'die Prüfung, ob ein Postfach den Besitzer gewechselt hat (RRVS)',
};

function extension(offered: OfferedExtension): string {
  return EXTENSIONS[offered.keyword] ?? shorten(offered.keyword);
}

/** Accusative: what follows "bietet". */
function offers(extensions: readonly OfferedExtension[]): readonly string[] {
  const mechanisms = offeredMechanisms(extensions);
  return plainExtensions(extensions).map((offered) => {
    if (offered.keyword === 'SIZE') return size(sizeOffered(offered));
    if (offered.keyword === 'AUTH') return `Anmeldung${mechanisms.length === 0 ? ' (AUTH)' : ` mit ${list(mechanisms, 'oder')}`}`;
    return extension(offered);
  });
}

function size(limit: number | undefined): string {
  if (limit === undefined) return 'vorab angekündigte Größen (SIZE)';
  return limit === 0 ? 'Nachrichten ohne feste Grenze (SIZE)' : `Nachrichten bis ${octets(limit)} (SIZE)`;
}

const OTHER_VERBS: Readonly<Record<string, string>> = {
  ATRN: 'bittet um seine wartende Mail über diese Verbindung, mit vertauschten Rollen (ATRN, RFC 2645)',
  BURL: 'nennt einen Ort, von dem der Server Inhalt der Mail holen soll (BURL, RFC 4468)',
  XCLIENT: 'teilt dem Server mit, in wessen Namen er sich verbindet (XCLIENT, eine Erweiterung von Postfix)',
  XFORWARD: 'gibt weiter, woher eine Mail kam (XFORWARD, eine Erweiterung von Postfix)',
  SEND: 'will auf einen Bildschirm schreiben (SEND, aus RFC 821; nicht mehr in Gebrauch)',
  SOML: 'will auf einen Bildschirm oder in ein Postfach schreiben (SOML, aus RFC 821; nicht mehr in Gebrauch)',
  SAML: 'will auf einen Bildschirm und in ein Postfach schreiben (SAML, aus RFC 821; nicht mehr in Gebrauch)',
};

const ETRN_REPLIES: Readonly<Record<number, string>> = {
  250: 'hat begonnen, die wartende Mail zu senden',
  251: 'hat keine wartende Mail',
  252: 'hat begonnen, die wartende Mail zu senden',
  253: 'hat begonnen, die wartende Mail zu senden',
};

function otherReply(p: SmtpNotes['smtp.reply.other']): string {
  if (p.verb === undefined) {
    return `Der Server antwortet ${p.code}${reason(p, 'other')}. Worauf er antwortet, steht nicht im Mitschnitt.`;
  }
  const answer = p.verb === 'ETRN' ? ETRN_REPLIES[p.code] : undefined;
  if (answer !== undefined) return `Der Server ${answer} (${p.code})${inItsWords(p)}.`;
  const meaning = CODES[p.code];
  const verb = p.verb === '' ? 'die leere Zeile' : shorten(p.verb);
  return `Der Server antwortet auf ${verb} mit ${p.code}${meaning === undefined ? '' : `: ${meaning}`}${inItsWords(p)}.`;
}

function message(p: SmtpNotes['smtp.message']): string {
  const subject = p.subject === undefined || p.subject === '' ? '' : ` mit dem Betreff ${quote(p.subject)}`;
  if (p.complete) {
    const dots = p.stuffed
      ? ' Zeilen, die mit einem Punkt beginnen, tragen unterwegs einen zweiten, der nicht mitgezählt ist (RFC 5321 §4.5.2).'
      : '';
    return `Der Client sendet die Mail: ${octets(p.size)}${subject}, beendet von einer Zeile mit einem einzelnen Punkt.${dots}`;
  }
  if (p.missing > 0) {
    return `Der Client sendet die Mail${subject}: ${octets(p.size)} stehen im Mitschnitt, ${octets(p.missing)} fehlen.`;
  }
  return `Der Client sendet die Mail${subject}: ${octets(p.size)} stehen im Mitschnitt, ihr Ende nicht.`;
}

function chunk(p: SmtpNotes['smtp.chunk']): string {
  const what = p.last ? 'den letzten Teil der Mail' : 'einen Teil der Mail';
  if (!p.complete) return `Der Client sendet ${what}: ${octets(p.size)} stehen im Mitschnitt, der Rest nicht.`;
  return `Der Client sendet ${what}: ${octets(p.size)}, abgezählt, sodass am Ende kein Punkt nötig ist.`;
}

function behind(args: string): string {
  return args.trim() === '' ? '' : `: ${quote(args)}`;
}

function asked(word: string): string {
  return word === '' ? 'das Gefragte' : quote(word);
}

export const smtp: Sentences<SmtpNotes> = {
  'smtp.greeting': (p) => {
    const language = p.extended ? ` und ${isLmtp(p.words) ? 'spricht LMTP' : 'bietet ESMTP an'}` : '';
    const waited = p.delay === undefined || p.delay < 0 ? '' : `; er brauchte ${duration(p.delay)}`;
    return `${serverNamed(p.host)} meldet sich bereit (${p.code})${language}. Bei ${isLmtp(p.words) ? 'LMTP' : 'SMTP'} beginnt der Server${waited}.`;
  },
  'smtp.greeting-refused': (p) => {
    const span = p.code < 500 ? 'vorläufig' : 'endgültig';
    const next = p.code < 500 ? 'Der Client kann es später wieder versuchen.' : 'Dem Client bleibt nur QUIT.';
    return `${serverNamed(p.host)} verweigert diesem Client ${span} den Dienst (${p.code})${reason(p, 'hello')}. ${next}`;
  },

  'smtp.command.helo': (p) => `${introduces(p.name)}, in der alten Form, die nicht nach Erweiterungen fragt (HELO).`,
  'smtp.command.ehlo': (p) => `${introduces(p.name)} und fragt, welche Erweiterungen der Server beherrscht.`,
  'smtp.command.lhlo': (p) =>
    `${introduces(p.name)} und fragt, welche Erweiterungen der Server beherrscht. Mit LHLO wird es LMTP: Jeder Empfänger einer Mail erhält eine eigene Antwort (RFC 2033).`,
  'smtp.command.mail': (p) =>
    (p.address === ''
      ? `Der Client beginnt eine Mail mit dem leeren Absender <>, wie ihn Berichte über gescheiterte Zustellung tragen: Scheitert auch sie, geht kein Bericht zurück (RFC 5321 §4.5.5).`
      : `Der Client beginnt eine Mail und nennt ihren Absender für den Umschlag: ${shorten(p.address)}. Berichte über gescheiterte Zustellung gehen an diese Adresse.`) +
    announced(p) +
    senderDetails(p) +
    oddity(p.loose, '§4.1.1.2'),
  'smtp.command.mail-malformed': (p) =>
    `Der Client will eine Mail beginnen, aber hinter MAIL steht kein Absender in der Form FROM:<Adresse>${behind(p.args)}.`,
  'smtp.command.rcpt': (p) =>
    (p.address === ''
      ? `Der Client nennt einen leeren Empfänger; leer darf nur ein Absender sein (RFC 5321 §4.1.1.3).`
      : `Der Client nennt einen Empfänger für den Umschlag: ${shorten(p.address)}. In der Zeile To: der Nachricht kann etwas anderes stehen.`) +
    recipientDetails(p) +
    oddity(p.loose, '§4.1.1.3'),
  'smtp.command.rcpt-malformed': (p) =>
    `Der Client will einen Empfänger nennen, aber hinter RCPT steht keiner in der Form TO:<Adresse>${behind(p.args)}.`,
  'smtp.command.data': (p) =>
    p.recipients === 0
      ? `Der Client will nun die eigentliche Mail senden, Kopf und Text, obwohl kein Empfänger auf dem Umschlag steht.`
      : `Der Client will nun die eigentliche Mail senden, Kopf und Text, für ${count(p.recipients, 'einen Empfänger', 'Empfänger')}; der Server soll vorher sein Einverständnis geben.`,
  'smtp.command.bdat': (p) => {
    if (p.size === 0) return p.last ? `Der Client beendet die Mail mit einem leeren letzten Teil.` : `Der Client kündigt einen leeren Teil an.`;
    return `Der Client kündigt ${p.last ? 'den letzten Teil' : 'einen Teil'} der Mail an, ${octets(p.size)}, ${p.size === 1 ? 'das' : 'die'} sofort ${p.size === 1 ? 'folgt' : 'folgen'} (BDAT).`;
  },
  'smtp.command.bdat-malformed': (p) =>
    `Der Client kündigt einen Teil der Mail ohne gültige Größe an${behind(p.args)}. Was folgt, lässt sich nicht abzählen.`,
  'smtp.command.rset': () =>
    `Der Client will neu beginnen: Was er an Absender, Empfängern und Inhalt genannt hat, soll vergessen sein. Die Sitzung geht weiter.`,
  'smtp.command.vrfy': (p) =>
    p.word === '' ? `Der Client fragt nach einem Postfach, ohne eines zu nennen (VRFY).` : `Der Client fragt, ob ${quote(p.word)} hier ein Postfach ist (VRFY).`,
  'smtp.command.expn': (p) =>
    p.word === '' ? `Der Client fragt nach einer Verteilerliste, ohne eine zu nennen (EXPN).` : `Der Client fragt, wer auf der Verteilerliste ${quote(p.word)} steht (EXPN).`,
  'smtp.command.help': (p) =>
    p.topic === undefined ? `Der Client bittet den Server um Hilfe.` : `Der Client bittet den Server um Hilfe zu ${quote(p.topic)}.`,
  'smtp.command.noop': () => `Der Client bittet um nichts als eine Antwort, ein Lebenszeichen der Verbindung (NOOP).`,
  'smtp.command.quit': () => `Der Client beendet die Sitzung; der Server soll antworten und dann die Verbindung schließen.`,
  'smtp.command.turn': () =>
    `Der Client bietet an, die Rollen zu tauschen, damit der Server seine Mail über dieselbe Verbindung senden kann. TURN stammt aus RFC 821 und ist überholt: Es prüft nicht, wer der Client ist (RFC 5321 Anhang F.1).`,
  'smtp.command.etrn': (p) =>
    `Der Client bittet den Server, die Mail, die auf ${p.node === '' ? 'ihn' : shorten(p.node)} wartet, jetzt zu senden, über eigene Verbindungen des Servers (ETRN).`,
  'smtp.command.starttls': () => `Der Client bittet darum, die Verbindung von hier an mit TLS zu verschlüsseln (STARTTLS).`,
  'smtp.command.auth': logIn,
  'smtp.command.auth-malformed': () => `Der Client will sich anmelden, nennt hinter AUTH aber kein Verfahren.`,
  'smtp.command.behind-starttls': (p) =>
    `Der Client sendet ${p.verb === '' ? 'eine leere Zeile' : shorten(p.verb)} lesbar hinter STARTTLS, wo nur noch TLS folgen darf. Wer auf dem Weg sitzt, könnte es eingefügt haben; der Server darf es nicht ausführen, sobald TLS steht.`,
  'smtp.command.empty': () => `Der Client sendet eine leere Zeile, was kein Befehl ist.`,
  'smtp.command.unknown': (p) => {
    const known = OTHER_VERBS[p.verb];
    if (known !== undefined) return `Der Client ${known}.`;
    return isWord(p.verb)
      ? `Der Client sendet ${quote(p.verb)}, was kein Befehl von SMTP oder einer bekannten Erweiterung ist.`
      : `Der Client sendet eine Zeile, die kein Befehl von SMTP ist.`;
  },

  'smtp.reply.hello': (p) => `${serverNamed(p.host)} nimmt die Vorstellung an (${p.code}). Eine Mail darf beginnen.`,
  'smtp.reply.extensions': (p) => {
    const offered = offers(p.extensions);
    const warning = p.readable ? ' STARTTLS fehlt: Alles Weitere ist unterwegs lesbar.' : '';
    if (offered.length === 0) return `Der Server nimmt die Vorstellung an (${p.code}) und bietet keine Erweiterungen.${warning}`;
    return `Der Server nimmt an und bietet ${list(offered)}.${warning}`;
  },
  'smtp.reply.sender-accepted': (p) => `Der Server nimmt ${sender(p.address)} an (${p.code}). Nun dürfen Empfänger folgen.`,
  'smtp.reply.recipient-accepted': (p) =>
    `Der Server nimmt den Empfänger ${shorten(p.address)} an (${p.code})${p.code === 252 ? ', ohne ihn prüfen zu können' : ''}.`,
  'smtp.reply.recipient-forwarded': (p) =>
    `Der Server nimmt den Empfänger ${shorten(p.address)} an, der nicht hier ist, und wird die Mail weiterleiten (${p.code})${inItsWords(p)}.`,
  'smtp.reply.data-go': (p) =>
    `Der Server wartet auf die Mail (${p.code}): Alles bis zu einer Zeile mit einem einzelnen Punkt gehört dazu.`,
  'smtp.reply.message-accepted': (p) => {
    const mail = p.recipient === undefined ? 'die Mail' : `die Mail für ${shorten(p.recipient)}`;
    const queue = p.queueId === undefined ? '' : ` In seiner Warteschlange trägt sie die Kennung ${shorten(p.queueId)}.`;
    return `Der Server nimmt ${mail} an (${p.code}) und ist von nun an für sie verantwortlich.${queue}`;
  },
  'smtp.reply.chunk-accepted': (p) =>
    `Der Server hat den Teil von ${octetsDative(p.size)} erhalten (${p.code}). Weitere Teile der Mail dürfen folgen.`,
  'smtp.reply.reset': (p) => `Der Server hat alles davon vergessen (${p.code}). Eine neue Mail darf beginnen.`,
  'smtp.reply.verified': (p) => `Der Server kennt ${asked(p.word)} (${p.code})${p.words === '' ? '' : `: ${quote(p.words)}`}.`,
  'smtp.reply.not-verified': (p) =>
    `Der Server will ${asked(p.word)} weder bestätigen noch ausschließen (${p.code}), würde aber Mail dafür annehmen und die Zustellung versuchen.`,
  'smtp.reply.expanded': (p) => `Der Server nennt ${count(p.members, 'ein Mitglied', 'Mitglieder')} von ${asked(p.word)} (${p.code}).`,
  'smtp.reply.help': (p) =>
    `Der Server antwortet mit Hilfe für einen menschlichen Leser (${p.code}), in ${count(p.lines, 'einer Zeile', 'Zeilen')}.`,
  'smtp.reply.noop': (p) => `Der Server ist da (${p.code}). Sonst geschieht nichts.`,
  'smtp.reply.closing': (p) => `Der Server verabschiedet sich (${p.code}): Die Sitzung ist zu Ende, die Verbindung kann geschlossen werden.`,
  'smtp.reply.turned': (p) =>
    `Der Server ist einverstanden (${p.code}), und die Rollen wechseln: Wer die Verbindung geöffnet hat, ist von nun an der SMTP-Server und beginnt mit einer Begrüßung. In den folgenden Zeilen meinen Client und Server die neuen Rollen.`,
  'smtp.reply.tls-ready': (p) =>
    `Der Server ist bereit für TLS (${p.code}): Sofort folgt der Handschlag, und was vorher gesagt wurde, gilt nicht mehr. Der Client muss sich neu vorstellen.`,
  'smtp.reply.logged-in': (p) =>
    p.username === undefined ? `Der Server nimmt die Anmeldung an (${p.code}).` : `Der Server nimmt die Anmeldung als ${shorten(p.username)} an (${p.code}).`,
  'smtp.reply.refused': refusal,
  'smtp.reply.shutting-down': (p) =>
    `Der Server beendet die Sitzung von sich aus (${p.code})${reason(p, 'other')}. Eine Mail, die er nicht angenommen hat, bleibt beim Client, der es später wieder versuchen kann.`,
  'smtp.reply.other': otherReply,

  'smtp.message': message,
  'smtp.chunk': chunk,
};
