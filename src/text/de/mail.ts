/** Die Mail selbst auf Deutsch: was ihre Kopfzeilen sagen, ihre Stationen, ihr Umschlag neben ihrem Kopf. */
import { verpOf, type MailWords } from '../mail-words.js';
import { meaningOf } from '../meaning.js';
import { quote, shorten } from './format.js';
import { deliveryOf } from './delivery.js';
import { envelope, hop, hops } from './mail-hops.js';
import { authenticationSentence, spamSentence, spfSentence } from './mail-verdicts.js';

export const mail: MailWords = {
  fields: {
    'from': () => 'Der Verfasser der Mail nach eigener Angabe; unterwegs prüft das niemand.',
    'sender': () => 'Wer sie wirklich abgeschickt hat, wenn es nicht der Verfasser aus From war.',
    'reply-to': () => 'Wohin Antworten gehen sollen, statt an From.',
    'to': () => 'An wen sich die Mail richtet. Zugestellt wird nach dem Umschlag (RCPT TO), nicht nach dieser Zeile.',
    'cc': () => 'Wer eine Kopie bekommt und für alle sichtbar sein soll.',
    'bcc': (value) => (value === '' ? 'Eine Liste verdeckter Kopien, vor dem Versand geleert.' : 'Verdeckte Kopien: Das sendende Programm hätte diese Zeile entfernen müssen; nun kann jeder sie lesen.'),
    'subject': () => 'Worum es in der Mail geht.',
    'date': () => 'Wann das Programm des Verfassers sie fertiggestellt hat, nach dessen eigener Uhr.',
    'message-id': () => 'Der weltweit eindeutige Name dieser einen Mail; Antworten beziehen sich darauf.',
    'in-reply-to': () => 'Die Message-ID der Mail, auf die diese antwortet.',
    'references': () => 'Die Message-IDs des ganzen Gesprächs davor.',
    'return-path': (value) =>
      value.replace(/[<>\s]/g, '') === '' ? 'Auf dem Umschlag stand kein Absender: ein Bericht, auf den kein weiterer Bericht folgt.' : `${bounceOf(value)} Bei der Zustellung festgehalten.`,
    'delivered-to': () => 'Das Postfach, in das sie zugestellt wurde. Findet ein Server hier sein eigenes, läuft die Mail im Kreis.',
    'x-original-to': () => 'Der Empfänger vom Umschlag, bevor Aliasnamen aufgelöst wurden.',
    'mime-version': () => 'Von hier an gilt MIME (RFC 2045): Text in jedem Zeichensatz, Anhänge, mehrere Teile.',
    'content-type': (value) =>
      /^multipart\//i.test(value) ? 'Mehrere Teile folgen, getrennt durch Zeilen mit der hier genannten Trennmarke.' : 'Welche Art Inhalt folgt; bei Text auch, in welchem Zeichensatz.',
    'content-transfer-encoding': (value) => meaningOf(ENCODINGS, value.toLowerCase()) ?? 'Wie die Oktette des Inhalts für den Weg tauglich gemacht wurden.',
    'content-disposition': () => 'Ob der Inhalt gleich gezeigt (inline) oder als Datei aufbewahrt werden soll (attachment), und unter welchem Namen.',
    'content-id': () => 'Ein Name, unter dem andere Teile auf diesen verweisen, etwa eine Seite auf ihre Bilder.',
    'content-description': () => 'Eine Beschreibung für Menschen.',
    'content-language': () => 'Die Sprache des Textes.',
    'user-agent': () => 'Das Programm, mit dem die Mail geschrieben wurde.',
    'x-uidl': () => 'Die eindeutige Kennung, unter der ein POP3-Server die Mail führte; ein Programm hat sie vermerkt.',
    'x-priority': () => 'Für wie dringend der Verfasser sie hält.',
    'x-originating-ip': () => 'Die Adresse, von der aus sie auf einer Webseite geschrieben wurde.',
    'auto-submitted': (value) => (/^no\b/i.test(value) ? 'Ein Mensch hat sie geschickt (RFC 3834).' : 'Ein Programm hat sie geschickt (RFC 3834): Darauf darf keine automatische Antwort folgen.'),
    'precedence': () => 'Ein Kennzeichen von Massenmail: Programme sollen nicht von sich aus antworten.',
    'list': () => 'Sie kommt über eine Mailingliste (RFC 2369, RFC 2919), die hier sagt, was sie ist und wie man sie verlässt.',
    'resent': () => 'Jemand hat sie unverändert weitergeschickt (RFC 5322 §3.6.6); die übrigen Felder sind noch die des Verfassers.',
    'receipt': () => 'Der Verfasser bittet um eine Nachricht, sobald sie gelesen ist (RFC 8098).',
    'dkim-signature': () => 'Eine Unterschrift einer Domain unter die Mail (DKIM, RFC 6376): Wer den öffentlichen Schlüssel aus dem DNS hat, erkennt, ob sie verändert wurde.',
    'authentication-results': authenticationSentence,
    'received-spf': spfSentence,
    'arc': () => 'Das Siegel einer weiterleitenden Stelle unter das, was sie vorfand (ARC, RFC 8617).',
    'spam': () => 'Das Urteil eines Filters unterwegs.',
    'x-spam-status': spamSentence,
    'x-spam-flag': (value) => (/^yes/i.test(value) ? 'Ein Filter hielt sie für Spam.' : 'Ein Filter hielt sie nicht für Spam.'),
    'x-spam-score': () => 'Die Punkte, die ein Filter ihr gab: je mehr, desto eher ist sie Spam.',
    'x-virus-scanned': (value) => `Ein Filter hat nach Viren gesucht und sie weitergegeben${value === '' ? '' : `: ${quote(value)}`}.`,
    'dns-list': () => 'Ein empfangender Server fand die sendende Adresse auf einer Liste im DNS (DNSBL), als für Spam bekannt oder nur auf Zeit vergeben.',
    'greylist': () => 'Ein empfangender Server vertröstete unbekannte Absender und nahm die Mail erst beim nächsten Versuch an (Greylisting, RFC 6647).',
    'private': () => 'Ein eigenes Feld eines Programms (X-), außerhalb der Standards.',
  },
  hop,
  hops,
  envelope,
  report(kind, { recipient = 'einen nicht genannten Empfänger', action = '', status, diagnostic }) {
    if (kind === 'complaint') return `Sie gibt eine Beschwerde über eine Mail weiter (${shorten(action)}).`;
    if (kind === 'disposition') return `Sie sagt, was für ${recipient} mit einer Mail geschah: ${READINGS.get(action) ?? shorten(action)}.`;
    const code = status === undefined ? '' : ` (${status})`;
    const words = diagnostic === undefined ? '' : `, in den Worten des anderen Servers ${quote(diagnostic)}`;
    return `Sie berichtet dem Absender einer früheren Mail, was sie für ${recipient} ergab: ${deliveryOf(action)}${code}${words}.`;
  },
};

const READINGS: ReadonlyMap<string, string> = new Map([
  ['displayed', 'Sie wurde angezeigt'],
  ['deleted', 'Sie wurde ungesehen gelöscht'],
  ['dispatched', 'Sie wurde weitergegeben'],
  ['processed', 'Sie wurde verarbeitet, ohne angezeigt zu werden'],
  ['denied', 'Darüber soll nichts gesagt werden'],
]);

const ENCODINGS: Readonly<Record<string, string>> = {
  '7bit': 'Der Inhalt ist reines ASCII in kurzen Zeilen, wie SMTP es von jeher verlangt: Nichts ist kodiert.',
  '8bit': 'Der Inhalt hat Oktette jenseits von ASCII; der Weg muss das erlauben (8BITMIME).',
  'binary': 'Der Inhalt ist, wie er ist, ohne Zeilen; das befördern nur BDAT (BINARYMIME) und IMAP.',
  'base64': 'Der Inhalt ist in Base64 kodiert: Aus drei Oktetten werden vier Zeichen, ein Drittel mehr.',
  'quoted-printable': 'Vom Inhalt ist nur kodiert, was nicht ASCII ist, als = und zwei Hexadezimalziffern; der Rest bleibt lesbar.',
};

/** Wohin Berichte gehen; eine Liste schreibt den Empfänger hinein (VERP). */
function bounceOf(value: string): string {
  const verp = verpOf(value);
  return verp === undefined
    ? 'Der Absender vom Umschlag: Dorthin gehen Berichte über gescheiterte Zustellung.'
    : `Der Absender vom Umschlag, in den der Empfänger ${verp.recipient} hineingeschrieben ist (VERP): Die Liste ${verp.list} weiß sofort, wen ein Bericht betrifft.`;
}
