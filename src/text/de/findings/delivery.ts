/** German for what became of mails. */
import type { DeliveryFindings, Refusal } from '../../../model/findings/delivery.js';
import type { FindingText, FindingTexts } from '../../findings.js';
import { capital, list, number, numeral, octets, quote, shorten } from '../format.js';
import { mailNumbers } from '../pop3.js';

function whom({ of, address }: Refusal): string {
  const named = address === undefined ? '' : address === '' ? ' <>' : ` ${shorten(address)}`;
  const names: Readonly<Record<Refusal['of'], string>> = {
    client: 'diesen Client',
    sender: `den Absender${named}`,
    recipient: `den Empfänger${named}`,
    mail: address === undefined ? 'die Mail' : `die Mail für${named}`,
    chunk: 'die Mail',
  };
  return names[of];
}

/** `(550, 5.1.1): „no such user“.` */
function inWords({ code, enhanced, words }: Refusal): string {
  return `(${enhanced === undefined ? code : `${code}, ${enhanced}`})${words === '' ? '.' : `: ${quote(words)}.`}`;
}

function refusal(title: string, why: string, meaning: string): FindingText<Refusal> {
  return {
    title,
    sentence: (p) => `Der Server ${p.code < 500 ? 'nimmt' : 'lehnt'} ${whom(p)} ${p.code < 500 ? 'vorerst nicht an' : 'ab'}${why} ${inWords(p)}`,
    meaning,
  };
}

function recipients(names: readonly string[]): string {
  return names.length === 0 ? 'einen Empfänger' : list(names.map(shorten));
}

export const deliveryFindings: FindingTexts<DeliveryFindings> = {
  'delivery.greylisted': refusal(
    'Greylisting',
    ', um zu sehen, ob die Mail wiederkommt',
    'Der Server weist Unbekannte vorläufig ab und nimmt dieselbe Mail an, wenn sie einige Minuten später wiederkommt. Mailserver kommen wieder; Programme, die Spam versenden, oft nicht. Zu tun ist nichts, die Mail kommt nur später.',
  ),
  'delivery.block-list': refusal(
    'Auf einer Sperrliste',
    ', wegen einer Sperrliste',
    'Der Server beruft sich auf eine Liste von Adressen, die Spam versenden (DNSBL). Wer den Client betreibt, kann seine Adresse dort nachschlagen, die Ursache abstellen und um Streichung bitten.',
  ),
  'delivery.relay-refused': refusal(
    'Weiterleitung abgelehnt',
    ', denn für die Domain ist er nicht zuständig',
    'Der Server leitet Mail an fremde Domains nur für Clients weiter, die er kennt: durch eine Anmeldung oder ihre Adresse. Entweder hätte der Client sich anmelden müssen, oder die Domain des Empfängers verweist auf einen Server, der sich für sie nicht zuständig fühlt.',
  ),
  'delivery.mailbox-full': refusal(
    'Postfach voll',
    ', weil das Postfach voll ist',
    'Das Postfach des Empfängers hat seine Obergrenze erreicht. Platz schaffen kann nur der Empfänger oder wer den Server betreibt.',
  ),
  'delivery.too-large': refusal(
    'Mail zu groß',
    ', weil die Mail zu groß ist',
    'Die Mail ist größer, als der Server annimmt. Seine Grenze nennt er hinter SIZE in der Antwort auf EHLO; base64 macht Anhänge etwa 37 Prozent größer als die Dateien.',
  ),
  'delivery.login-required': refusal(
    'Anmeldung verlangt',
    ', solange der Client sich nicht angemeldet hat',
    'Der Server will, dass der Client sich zuerst anmeldet (AUTH). Das ist die Regel an den Einlieferungsports 587 und 465 und für alle Mail, die das Haus verlassen soll.',
  ),
  'delivery.encryption-required': refusal(
    'Verschlüsselung verlangt',
    ', solange nicht verschlüsselt wird',
    'Der Server nimmt diesen Befehl nur innerhalb von TLS an. Der Client muss vorher STARTTLS schicken oder den Port benutzen, an dem TLS vom ersten Oktett an gilt.',
  ),
  'delivery.rate-limited': refusal(
    'Zu viel auf einmal',
    ', weil zu viel auf einmal kommt',
    'Der Server begrenzt, wie viele Verbindungen, Mails oder Empfänger ein Client in einer bestimmten Zeit bringen darf. Später geht es wieder; wer oft gebremst wird, sollte weniger auf einmal senden.',
  ),
  'delivery.unknown-recipient': refusal(
    'Unbekannter Empfänger',
    ', weil es das Postfach nicht gibt',
    'Auf dem Server gibt es kein solches Postfach. Meist ist die Adresse falsch geschrieben oder aufgegeben; ein neuer Versuch hilft nicht. Viele solche Ablehnungen hintereinander sind eine Suche nach Adressen.',
  ),
  'delivery.content-refused': refusal(
    'Inhalt abgelehnt',
    ', weil ein Filter sie nicht durchlässt',
    'Der Server hat die Mail gelesen und nimmt sie nicht: Ein Filter hält sie für Spam, für einen Virus oder den Anhang für verboten. Seine Worte sagen oft, welcher Filter es war und wo man sich beschweren kann.',
  ),
  'delivery.policy': refusal(
    'Gegen die Regeln des Servers',
    ', nach einer eigenen Regel',
    'Der Code (X.7.n) sagt, dass eine Regel des Hauses dagegensteht: SPF, DKIM oder DMARC sind gescheitert, der Client hat keinen Namen im DNS, oder sein Netz ist nicht willkommen. Welche, sagen die letzte Stelle des Codes und die Worte.',
  ),
  'delivery.deferred': refusal(
    'Jetzt nicht',
    '',
    'Ein Code von 400 bis 499: Der Server kann oder will es im Augenblick nicht annehmen. Der Client behält die Mail und versucht es wieder, meist bis zu fünf Tage lang, bevor er aufgibt.',
  ),
  'delivery.refused': refusal(
    'Abgelehnt',
    '',
    'Ein Code ab 500: Der Server nimmt es nicht an, und ein neuer Versuch hilft nicht. Einen bekannteren Grund verraten weder der Code noch die Worte.',
  ),
  'delivery.partly': {
    title: 'Nur zum Teil angenommen',
    sentence: (p) => `Von den Empfängern dieser Mail ${p.accepted === 1 ? 'wurde einer' : `wurden ${numeral(p.accepted)}`} angenommen und ${p.refused === 1 ? 'einer' : numeral(p.refused)} nicht: Nur ein Teil bekommt sie.`,
    meaning: 'Empfänger werden einzeln angenommen und abgelehnt. Die angenommenen bekommen die Mail; über die anderen sollte der Absender eine Nachricht erhalten.',
  },
  'delivery.unanswered-mail': {
    title: 'Mail ohne Antwort',
    sentence: (p) =>
      `Die Mail (${octets(p.size)}, ${p.recipients === 1 ? 'ein' : number(p.recipients)} Empfänger) wurde ganz übergeben, doch die Verbindung endete, bevor der Server sagte, ob er sie behält: Sie kann verloren sein oder doppelt ankommen.`,
    meaning:
      'Erst mit der Antwort auf den Punkt am Ende geht die Verantwortung über. Ein Client, der sie nie hört, versucht es noch einmal; ein Server, der die Mail schon hatte, stellt sie doppelt zu. Zu kurze Wartezeiten, langsame Inhaltsfilter und Firewalls sind die üblichen Ursachen.',
  },
  'delivery.broken-off': {
    title: 'Abgebrochene Mail',
    sentence: (p) => `Die Verbindung endete mitten in der Mail, nach ${p.size === 1 ? '1 Oktett' : `${number(p.size)} Oktetten`}: Der Server darf sie nicht behalten.`,
    meaning: 'Das Ende der Mail kam nie. Der Client muss sie noch einmal senden. Wo das immer wieder an etwa derselben Stelle geschieht, ist ein Weg mit kleinerer Paketgröße (MTU) oder ein Filter unterwegs verdächtig.',
  },
  'delivery.server-leaves': {
    title: 'Der Server legt auf',
    sentence: (p) => `Der Server beendet das Gespräch von sich aus${p.code === undefined ? '' : ` (${p.code})`}${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'Der Server schließt, obwohl der Client nicht darum gebeten hat: Er wird heruntergefahren, ist überlastet, hat zu lange gewartet oder zu viele Fehler gesehen. Was bis dahin nicht bestätigt war, ist nicht geschehen.',
  },
  'delivery.login-failed': {
    title: 'Anmeldung gescheitert',
    sentence: (p) => `Die Anmeldung${p.username === undefined ? '' : ` als ${quote(p.username)}`} scheitert${p.mechanism === '' ? '' : ` (${p.mechanism})`}.`,
    meaning: 'Der Server nimmt die Zugangsdaten nicht an oder nicht das Verfahren. Meist ist das Passwort vertippt oder geändert; viele Fehlschläge hintereinander sind ein Raten.',
  },
  'delivery.unreachable': {
    title: 'Server nicht erreichbar',
    sentence: (p) => (p.refused ? `An Port ${p.port} wartet kein Programm: Die Verbindung wird abgewiesen.` : `Auf Port ${p.port} antwortet niemand.`),
    meaning: 'Eine abgewiesene Verbindung (RST) heißt, dass an diesem Port kein Programm wartet. Bleibt jede Antwort aus, verwirft ein Filter die Pakete, die Adresse ist nicht vergeben, oder die Antwort nahm einen Weg, der nicht mitgeschnitten wurde.',
  },
  'delivery.bounce': {
    title: 'Unzustellbarkeitsnachricht',
    sentence: (p) => `Diese Mail meldet, dass eine andere an ${recipients(p.recipients)} nicht zugestellt werden konnte${p.status === undefined ? '.' : ` (${p.status}).`}`,
    meaning: 'Ein Server, der eine Mail angenommen hat und nicht zustellen kann, teilt es dem Absender mit (Bounce). Die Nachricht nennt jeden Empfänger, einen Code und meist die Worte des Servers, der abgelehnt hat.',
  },
  'delivery.delay-report': {
    title: 'Verspätungsnachricht',
    sentence: (p) => `Diese Mail meldet, dass eine andere an ${recipients(p.recipients)} noch nicht zugestellt ist; der Server versucht es weiter.`,
    meaning: 'Die Mail wartet noch in der Schlange des Servers, der das meldet. Der Absender braucht sie nicht noch einmal zu senden.',
  },
  'delivery.left-on-server': {
    title: 'Mails bleiben auf dem Server',
    sentence: (p) => (p.mails === 1 ? 'Eine Mail, die der Client geholt hat, bleibt auf dem Server.' : `${capital(numeral(p.mails))} Mails, die der Client geholt hat, bleiben auf dem Server.`),
    meaning: 'Der Client hat das Geholte nicht zum Löschen vorgemerkt: Er lässt Mails auf dem Server, für andere Geräte oder nach seiner Einstellung. An den eindeutigen Kennungen (UIDL) merkt er sich, was er schon hat.',
  },
  'delivery.deletions-lapsed': {
    title: 'Löschungen ohne Wirkung',
    sentence: (p) =>
      `Die Sitzung endete ohne QUIT: ${p.marked.count === 1 ? `Mail ${p.marked.numbers}, zum Löschen vorgemerkt, bleibt` : `Die zum Löschen vorgemerkten Mails ${mailNumbers(p.marked.numbers)} bleiben`} auf dem Server.`,
    meaning: 'POP3 löscht nur im Zustand UPDATE, und dorthin führt nur QUIT. Bricht die Verbindung vorher ab, sind alle Vormerkungen vergessen, und die Mails kommen beim nächsten Mal wieder.',
  },
  'delivery.mailbox-locked': {
    title: 'Postfach in Benutzung',
    sentence: (p) => `Das Postfach ist durch eine andere Sitzung belegt${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'POP3 sperrt das Postfach für die Dauer einer Sitzung, und manche IMAP-Postfächer lassen sich nur einmal öffnen. Die andere Sitzung kann ein zweites Gerät sein oder eine, die abgebrochen und noch nicht abgelaufen ist.',
  },
  'delivery.append-refused': {
    title: 'Mail nicht abgelegt',
    sentence: (p) => `Der Server legt die Mail nicht in ${quote(p.mailbox)} ab${p.full ? '; dort ist kein Platz oder eine Grenze erreicht' : ''}${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'Der Client will eine Mail auf dem Server aufbewahren, meist im Ordner für Gesendetes oder für Entwürfe, und der Server lehnt ab. Gesendet sein kann die Mail trotzdem, per SMTP.',
  },
};
