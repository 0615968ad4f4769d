/** German for SMTP and LMTP: a sentence or two for every line of a conversation (RFC 5321, 2033, 3030, 3207, 4954). */
import type { ForwardedAttribute, LooseForm, ReplyParams, SmtpNotes } from '../../model/notes/smtp.js';
import type { Sentences } from '../catalogue.js';
import { withHaste } from '../haste.js';
import { isWord } from '../words.js';
import { count, duration, list, number, octets, octetsDative, quote, shorten } from './format.js';
import { hasteWords } from './haste.js';
import { codeless, reason, refusal, sender } from './refusal.js';
import { replyCodes } from './reply-codes.js';
import { logIn } from './sasl.js';
import { offers } from './smtp-extensions.js';
import { parameters } from './smtp-parameters.js';

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
  if (loose === 'route') return ' Vor der Adresse steht ein Weg über andere Hosts, den Server heute übergehen (RFC 5321 Anhang C).';
  return loose === 'bare'
    ? ` Die Adresse steht ohne die spitzen Klammern, die RFC 5321 ${paragraph} verlangt.`
    : ' Zwischen Doppelpunkt und Adresse steht ein Leerzeichen, das RFC 5321 §3.3 nicht erlaubt.';
}

function limit(octetsAtMost: number | undefined): string | undefined {
  return octetsAtMost === undefined ? undefined : ` Der Server nimmt höchstens ${octets(octetsAtMost)} an, wie er auf EHLO gesagt hat.`;
}

const SENDS: Readonly<Record<string, string>> = {
  SEND: 'auf dem Bildschirm des Empfängers erscheinen soll',
  SOML: 'auf dem Bildschirm des Empfängers erscheinen oder in sein Postfach gehen soll',
  SAML: 'auf dem Bildschirm des Empfängers erscheinen und in sein Postfach gehen soll',
};

/** What the attributes of XCLIENT and XFORWARD are about. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  NAME: 'Name',
  ADDR: 'Adresse',
  PORT: 'Port',
  PROTO: 'Protokoll',
  HELO: 'Vorstellung',
  LOGIN: 'Anmeldung',
  DESTADDR: 'Adresse des Servers',
  DESTPORT: 'Port des Servers',
  IDENT: 'Kennung der Mail',
  SOURCE: 'Herkunft',
};

function attributes(all: readonly ForwardedAttribute[]): string {
  const told = all.map(({ name, value }) => `${ATTRIBUTES[name] ?? shorten(name)} ${value === undefined ? 'unbekannt' : shorten(value)}`);
  return told.length === 0 ? '' : `: ${list(told)}`;
}

/** Behind „die Mail, die“. */
const SCOPES: Readonly<Record<SmtpNotes['smtp.command.etrn']['scope'], (node: string) => string>> = {
  host: (node) => `auf ${node} wartet`,
  domain: (node) => `auf alle Rechner von ${node} wartet`,
  queue: (node) => `in der Warteschlange ${node} liegt`,
};

const OTHER_VERBS: Readonly<Record<string, string>> = {
  'X-LINK2STATE': 'sendet den Zustand seiner Verbindungen, wie Exchange-Server ihn einander mitteilen (X-LINK2STATE)',
  XPROXY: 'reicht eine Sitzung weiter, wie Exchange-Server es tun (XPROXY)',
  XPROXYFROM: 'sagt, in wessen Namen er sich verbindet, wie Exchange-Server es tun (XPROXYFROM)',
  XPROXYTO: 'sagt, wohin die Sitzung gehen soll, wie Exchange-Server es tun (XPROXYTO)',
  XSHADOW: 'will Kopien der Mails dieses Servers aufbewahren, wie Exchange-Server es tun (XSHADOW)',
  XSHADOWREQUEST: 'bittet darum, eine Kopie aufzubewahren, wie Exchange-Server es tun (XSHADOWREQUEST)',
  XQDISCARD: 'fragt, welche Kopien entfallen dürfen, wie Exchange-Server es tun (XQDISCARD)',
  XSESSIONPARAMS: 'macht Angaben zur Sitzung, wie Exchange-Server es tun (XSESSIONPARAMS)',
  XRDST: 'nennt Ziele, wie Exchange-Server es tun (XRDST)',
  XADR: 'fragt, welchen Weg eine Adresse nimmt (XADR, aus PMDF)',
  XSTA: 'fragt nach dem Zustand der Warteschlangen (XSTA, aus PMDF)',
  XCIR: 'fragt nach dem Zustand der Streckenprüfungen (XCIR, aus PMDF)',
  XGEN: 'bittet um allgemeine Auskunft (XGEN, aus PMDF)',
  XUSR: 'sagt, dass ein Benutzer diese Mail einliefert (XUSR, aus sendmail)',
  XREMOTEQUEUE: 'bittet darum, wartende Mail zu senden (XREMOTEQUEUE)',
  VERB: 'bittet um Berichte über die Arbeit des Servers (VERB, aus sendmail)',
  ONEX: 'sagt, dass nur eine Mail kommt (ONEX, aus sendmail)',
  DEBUG: 'verlangt den Prüfmodus eines frühen sendmail, über den einst ein Angriff lief (DEBUG)',
  WIZ: 'verlangt den Wizard-Modus eines frühen sendmail, über den einst ein Angriff lief (WIZ)',
};

const ETRN_REPLIES: Readonly<Record<number, string>> = {
  250: 'hat begonnen, die wartende Mail zu senden',
  251: 'hat keine wartende Mail',
  252: 'hat begonnen, die wartende Mail zu senden',
  253: 'hat begonnen, die wartende Mail zu senden',
};

function otherReply(p: SmtpNotes['smtp.reply.other']): string {
  if (p.verb === undefined) {
    return `Der Server antwortet ${p.code}${reason(p, 'other')}. Kein Befehl, der zu sehen war, wartet darauf.`;
  }
  const answer = p.verb === 'ETRN' ? ETRN_REPLIES[p.code] : undefined;
  if (answer !== undefined) return `Der Server ${answer} (${p.code})${inItsWords(p)}.`;
  const meaning = CODES[p.code];
  const verb = p.verb === '' ? 'die leere Zeile' : shorten(p.verb);
  return `Der Server antwortet auf ${verb} mit ${p.code}${meaning === undefined ? '' : `: ${meaning}`}${inItsWords(p)}.`;
}

function message(p: SmtpNotes['smtp.message']): string {
  const subject = p.subject === undefined || p.subject === '' ? '' : ` mit dem Betreff ${quote(p.subject)}`;
  const early = p.early ? ' Er hat nicht auf das Einverständnis gewartet, obwohl hinter DATA vorher nichts gesendet werden darf (RFC 2920 §3.1).' : '';
  if (p.complete) {
    const dots = p.stuffed
      ? ' Zeilen, die mit einem Punkt beginnen, tragen unterwegs einen zweiten, der nicht mitgezählt ist (RFC 5321 §4.5.2).'
      : '';
    return `Der Client sendet die Mail: ${octets(p.size)}${subject}, beendet von einer Zeile mit einem einzelnen Punkt.${dots}${early}`;
  }
  if (p.missing > 0) {
    return `Der Client sendet die Mail${subject}: ${octets(p.size)} stehen im Mitschnitt, ${octets(p.missing)} fehlen.${early}`;
  }
  return `Der Client sendet die Mail${subject}: ${octets(p.size)} stehen im Mitschnitt, ihr Ende nicht.${early}`;
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

const COUNTS_AS = { username: 'Benutzername', password: 'Passwort' } as const;

function refusedMail({ line, early }: SmtpNotes['smtp.command.refused-mail']): string {
  const hasty = early ? ' Er hat diese Antwort nicht abgewartet, obwohl hinter DATA vorher nichts gesendet werden darf (RFC 2920 §3.1).' : '';
  if (line === '.') return `Der Client beendet die Mail, deren DATA abgelehnt wurde; der Server hält den Punkt für einen Befehl.${hasty}`;
  const what = line.trim() === '' ? 'eine leere Zeile' : `„${shorten(line)}“, eine Zeile`;
  return `Der Client sendet ${what} der Mail, deren DATA abgelehnt wurde; der Server hält sie für einen Befehl.${hasty}`;
}

const SENTENCES: Sentences<SmtpNotes> = {
  'smtp.greeting': (p) => {
    const language = p.extended ? ` und ${isLmtp(p.words) ? 'spricht LMTP' : 'bietet ESMTP an'}` : '';
    const waited = p.delay === undefined || p.delay < 0 ? '' : `; er brauchte ${duration(p.delay)}`;
    return `${serverNamed(p.host)} meldet sich bereit (${p.code})${language}. Bei ${isLmtp(p.words) ? 'LMTP' : 'SMTP'} beginnt der Server${waited}.`;
  },
  'smtp.greeting-refused': (p) => {
    const span = p.code < 500 ? 'vorläufig' : 'endgültig';
    const early = p.early === true ? ' Der Client hatte die Begrüßung nicht abgewartet, was der Grund sein kann.' : '';
    const next = p.code < 500 ? 'Der Client kann es später wieder versuchen.' : 'Dem Client bleibt nur QUIT.';
    return `${serverNamed(p.host)} verweigert diesem Client ${span} den Dienst (${p.code})${reason(p, 'hello')}.${early} ${next}`;
  },

  'smtp.command.helo': (p) => `${introduces(p.name)}, in der alten Form, die nicht nach Erweiterungen fragt (HELO).`,
  'smtp.command.ehlo': (p) => `${introduces(p.name)} und fragt, welche Erweiterungen der Server beherrscht.`,
  'smtp.command.lhlo': (p) =>
    `${introduces(p.name)} und fragt, welche Erweiterungen der Server beherrscht. Mit LHLO wird es LMTP: Jeder Empfänger einer Mail erhält eine eigene Antwort (RFC 2033).`,
  'smtp.command.mail': (p) =>
    (p.address === ''
      ? `Der Client beginnt eine Mail mit dem leeren Absender <>, wie ihn Berichte über gescheiterte Zustellung tragen: Scheitert auch sie, geht kein Bericht zurück (RFC 5321 §4.5.5).`
      : `Der Client beginnt eine Mail und nennt ihren Absender für den Umschlag: ${shorten(p.address)}. Berichte über gescheiterte Zustellung gehen an diese Adresse.`) +
    parameters(p, limit(p.limit)) +
    oddity(p.loose, '§4.1.1.2'),
  'smtp.command.send': (p) =>
    `Der Client beginnt eine Nachricht mit ${p.address === '' ? 'leerem Absender' : `dem Absender ${shorten(p.address)}`}, die ${SENDS[p.verb] ?? 'auf einem Bildschirm erscheinen soll'}. ${p.verb} stammt aus RFC 821 und ist nicht mehr in Gebrauch.`,
  'smtp.command.mail-malformed': (p) =>
    `Der Client will eine Mail beginnen, aber hinter ${p.verb} steht kein Absender in der Form FROM:<Adresse>${behind(p.args)}.`,
  'smtp.command.rcpt': (p) =>
    (p.address === ''
      ? `Der Client nennt einen leeren Empfänger; leer darf nur ein Absender sein (RFC 5321 §4.1.1.3).`
      : p.number === 1
        ? `Der Client nennt einen Empfänger für den Umschlag: ${shorten(p.address)}. In der Zeile To: der Nachricht kann etwas anderes stehen.`
        : `Der Client nennt einen weiteren Empfänger für den Umschlag, Nummer ${number(p.number)}: ${shorten(p.address)}.`) +
    parameters(p) +
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
  'smtp.command.burl': (p) =>
    `Der Client nennt einen Ort, von dem der Server ${p.last ? 'den Rest' : 'einen Teil'} der Mail selbst holen soll: ${shorten(p.url)} (BURL).`,
  'smtp.command.burl-malformed': (p) => `Der Server soll Inhalt der Mail selbst holen, aber hinter BURL steht kein URL${behind(p.args)}.`,
  'smtp.command.xexch50': (p) =>
    `Der Client kündigt ${octets(p.size)} mit Eigenschaften der Mail an, wie Exchange-Server sie einander mitteilen (XEXCH50, Typ ${shorten(p.type)}); der Server soll vorher sein Einverständnis geben.`,
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
    `Der Client bittet den Server, die Mail, die ${SCOPES[p.scope](p.node === '' ? 'ihn' : shorten(p.node))}, jetzt zu senden, über eigene Verbindungen des Servers (ETRN).`,
  'smtp.command.atrn': (p) =>
    `Der Client bittet um die Mail, die auf ${p.domains.length === 0 ? 'ihn' : shorten(list(p.domains))} wartet, über eben diese Verbindung: Ist der Server einverstanden, wechseln die Rollen (ATRN). Anders als bei TURN muss der Client angemeldet sein.`,
  'smtp.command.xclient': (p) =>
    `Der Server soll den Client wie einen anderen behandeln${attributes(p.attributes)} (XCLIENT, eine Erweiterung von Postfix).`,
  'smtp.command.xforward': (p) =>
    `Der Client teilt für das Logbuch mit, woher die folgende Mail kam${attributes(p.attributes)} (XFORWARD, eine Erweiterung von Postfix).`,
  'smtp.command.clientid': (p) =>
    p.token === ''
      ? 'Der Client will sagen, auf welchem Gerät er läuft, nennt aber keine Kennung (CLIENTID).'
      : `Der Client sagt, auf welchem Gerät er läuft: Kennung ${shorten(p.token)} der Art ${shorten(p.type)} (CLIENTID). Server nutzen sie als weiteren Nachweis neben dem Passwort.`,
  'smtp.command.starttls': (p) =>
    p.verb === 'STARTTLS'
      ? 'Der Client bittet darum, die Verbindung von hier an mit TLS zu verschlüsseln (STARTTLS).'
      : `Der Client bittet darum, die Verbindung von hier an mit TLS zu verschlüsseln, wie Exchange-Server es untereinander tun, ohne Zertifikate, denen andere trauen würden (${p.verb}).`,
  'smtp.command.auth': logIn,
  'smtp.command.auth-malformed': () => `Der Client will sich anmelden, nennt hinter AUTH aber kein Verfahren.`,
  'smtp.command.behind-starttls': (p) =>
    `Der Client sendet ${p.verb === '' ? 'eine leere Zeile' : shorten(p.verb)} lesbar hinter STARTTLS, wo nur noch TLS folgen darf. Wer auf dem Weg sitzt, könnte es eingefügt haben; der Server darf es nicht ausführen, sobald TLS steht.`,
  'smtp.command.empty': () => `Der Client sendet eine leere Zeile, die kein Befehl ist.`,
  'smtp.command.unknown': (p) => {
    const known = OTHER_VERBS[p.verb];
    if (known !== undefined) return `Der Client ${known}.`;
    return isWord(p.verb)
      ? `Der Client sendet ${quote(p.verb)}; das ist kein Befehl von SMTP oder einer bekannten Erweiterung.`
      : `Der Client sendet eine Zeile, die kein Befehl von SMTP ist.`;
  },

  'smtp.command.refused-mail': refusedMail,
  'smtp.answer-like-command': (p) =>
    `Der Client sendet ${quote(p.line)}, was sich wie ein Befehl liest. Mitten in einer Anmeldung ist es keiner, sondern gilt als ${p.as === undefined ? 'Antwort' : COUNTS_AS[p.as]} in Base64; abbrechen lässt sich die Anmeldung nur mit einer Zeile, die allein aus * besteht (RFC 4954 §4).`,

  'smtp.reply.hello': (p) => `${serverNamed(p.host)} nimmt die Vorstellung an (${p.code}). Eine Mail darf beginnen.`,
  'smtp.reply.extensions': (p) => {
    const offered = offers(p.extensions);
    const warning = p.readable ? ' STARTTLS fehlt: Alles Weitere ist unterwegs lesbar.' : '';
    const misplaced = p.misplaced === undefined ? '' : ` ${p.misplaced} steht an der Stelle des Servernamens und bietet dort nichts (RFC 5321 §4.1.1.1).`;
    if (offered.length === 0) return `Der Server nimmt die Vorstellung an (${p.code}) und bietet keine Erweiterungen.${misplaced}${warning}`;
    return `Der Server nimmt an und bietet ${list(offered)}.${misplaced}${warning}`;
  },
  'smtp.reply.sender-accepted': (p) => `Der Server nimmt ${sender(p.address)} an (${p.code}). Nun dürfen Empfänger folgen.`,
  'smtp.reply.recipient-accepted': (p) =>
    `Der Server nimmt den Empfänger ${shorten(p.address)} an (${p.code})${p.code === 252 ? ', ohne ihn prüfen zu können' : ''}.`,
  'smtp.reply.recipient-forwarded': (p) =>
    `Der Server nimmt den Empfänger ${shorten(p.address)} an, der nicht hier ist, und wird die Mail weiterleiten (${p.code})${inItsWords(p)}.`,
  'smtp.reply.data-go': (p) =>
    `Der Server wartet auf die Mail (${p.code}): Alles bis zu einer Zeile mit einem einzelnen Punkt gehört dazu.`,
  'smtp.reply.blob-go': (p) =>
    `Der Server wartet auf die Eigenschaften der Mail (${p.code})${p.size === undefined ? '' : `: Die nächsten ${octets(p.size)} sind weder Befehl noch Mail`}.`,
  'smtp.reply.blob-accepted': (p) => `Der Server hat die Eigenschaften der Mail erhalten (${p.code})${inItsWords(p)}.`,
  'smtp.reply.fetched': (p) => `Der Server hat den Inhalt geholt (${p.code})${inItsWords(p)}. Weitere Teile der Mail dürfen folgen.`,
  'smtp.reply.by-recipient': (p) =>
    `Der Server hat die Mail erhalten und kündigt eine eigene Antwort für ${p.recipients === 1 ? 'den Empfänger' : `jeden der ${count(p.recipients, 'Empfänger', 'Empfänger')}`} an, danach eine für die ganze Mail (${p.code}, PRDR).`,
  'smtp.reply.resume': (p) =>
    `Der Server kennt diese Mail von früher (${p.code})${p.offset === undefined ? inItsWords(p) : `: Er hat ${octets(p.offset)}, dahinter macht der Client weiter`}. Nun dürfen Empfänger folgen.`,
  'smtp.reply.client-changed': (p) => `Der Server ist einverstanden (${p.code}): Die Sitzung beginnt neu, als hätte sich jener andere Client verbunden. EHLO oder HELO muss folgen.`,
  'smtp.reply.message-accepted': (p) => {
    const mail = p.recipient === undefined ? 'die Mail' : `die Mail für ${shorten(p.recipient)}`;
    const queue = p.queueId === undefined ? '' : ` ${p.recipient === undefined ? 'In seiner Warteschlange' : 'Bei ihm'} trägt sie die Kennung ${shorten(p.queueId)}.`;
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
  'smtp.reply.codeless': codeless,
  'smtp.reply.shutting-down': (p) =>
    `Der Server beendet die Sitzung von sich aus (${p.code})${reason(p, 'other')}. Eine Mail, die er nicht angenommen hat, bleibt beim Client, der es später wieder versuchen kann.`,
  'smtp.reply.other': otherReply,

  'smtp.message': message,
  'smtp.chunk': chunk,
  'smtp.blob': (p) =>
    p.complete
      ? `Der Client sendet Eigenschaften der Mail, wie Exchange-Server sie einander mitteilen: ${octets(p.size)}, abgezählt.`
      : `Der Client sendet Eigenschaften der Mail, wie Exchange-Server sie einander mitteilen: ${octets(p.size)} stehen im Mitschnitt, der Rest nicht.`,
};

export const smtp = withHaste(SENTENCES, hasteWords);
