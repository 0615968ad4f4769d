/** Der Weg einer Mail und ihr Umschlag neben ihrem Kopf, auf Deutsch. */
import type { AddressRange } from '../../model/mail-remarks.js';
import type { HopProtocol } from '../../model/message.js';
import { hostOf, verpOf, type MailWords } from '../mail-words.js';
import { duration, list, quote, shorten } from './format.js';

/** Empfänger, die genannt werden, bevor der Rest gezählt wird. */
const NAMED = 5;

const RANGES: Readonly<Record<AddressRange, string>> = {
  'loopback': 'steht für den Rechner selbst',
  'private': 'gehört zu einem internen Netz (RFC 1918, RFC 4193)',
  'link-local': 'gilt nur auf einem Kabel oder in einer Funkzelle (RFC 3927, RFC 4291)',
  'shared': 'gehört zum inneren Netz eines Anbieters (RFC 6598)',
  'reserved': 'steht für keinen einzelnen Rechner (RFC 6890)',
};

export const hop: MailWords['hop'] = ({ number, from, by, with: name, protocol, time, delay }) => {
  const way = [from === undefined ? '' : ` von ${shorten(hostOf(from))}`, by === undefined ? '' : ` an ${shorten(hostOf(by))}`, name === undefined ? '' : ` mit ${shorten(hostOf(name))}`, protocol === undefined ? '' : ` (${meaning(protocol)})`].join('');
  return [
    `Station ${number}${way === '' ? '' : `:${way}`}.`,
    delay === undefined || delay < 0 ? '' : delay > 0 ? ` ${duration(delay)} nach der vorigen.` : ' In derselben Sekunde.',
    time === undefined ? ' Eine lesbare Zeit ist nicht angegeben.' : '',
  ].join('');
};

export const hops: MailWords['hops'] = {
  'hop.session': ({ session, message }) => `Genau dieser Schritt ist im Mitschnitt: Sitzung ${session}, wo sie als Mail ${message} vorüberging und unter dieser Kennung angenommen wurde.`,
  'hop.program': () => 'Kein anderer Rechner hat sie übergeben, sondern ein Programm auf diesem.',
  'hop.local': ({ scanner }) => (scanner === undefined ? 'Sie blieb auf demselben Rechner: Ein Filter oder ein örtliches Programm gab sie zurück.' : `Sie blieb auf demselben Rechner: Der Filter ${shorten(scanner)} hatte sie geprüft und gab sie zurück.`),
  'hop.scanner': ({ scanner }) => `Hier sah sie der Filter ${shorten(scanner)} durch.`,
  'hop.no-name': ({ address }) => `${address === undefined ? 'Die sendende Adresse' : `Die Adresse ${address}`} hat keinen Namen, der auf sie zurückführt („unknown“); viele Server legen das einem Absender zur Last.`,
  'hop.unproven-name': ({ name }) => `Der Name ${name === undefined ? 'der Adresse' : shorten(name)} führt nicht auf die Adresse zurück („may be forged“).`,
  'hop.other-name': ({ helo, name }) => `Der Absender nannte sich ${shorten(helo)}, seine Adresse heißt ${shorten(name)}: Das beweist nichts, aber Filter rechnen es an.`,
  'hop.literal': ({ helo }) => `In HELO stand eine Adresse, ${shorten(helo)}, anstelle eines Namens (RFC 5321 §4.1.3): Mailprogramme tun das, Server selten.`,
  'hop.bare-name': ({ helo }) => `${quote(helo)} ist kein vollständiger Domainname (RFC 5321 §2.3.5): Mailprogramme melden sich so, Server sollten es nicht.`,
  'hop.range': ({ address, range }) => `Die Adresse ${address} ${RANGES[range]}: Von außen lässt sie sich nicht nachschlagen.`,
  'hop.clock-back': ({ seconds }) => `Nach ihrer Uhr ${duration(seconds)} vor der Station davor: Die Uhren gehen verschieden.`,
  'hop.long-wait': () => 'So lange wartet eine Mail in einer Warteschlange, wenn ein Rechner nicht erreichbar ist oder Unbekannte vertröstet (Greylisting); oder eine Uhr geht falsch.',
  'hop.before-date': ({ seconds }) => `Das war ${duration(seconds)}, bevor die Mail laut Date geschrieben wurde: Die Uhr des Verfassers geht vor, oder Date ist erfunden.`,
  'hop.checkable': ({ address }) => `Bei der Adresse ${address} konnte der Rechner, der dies schrieb, selbst prüfen, ob sie einen Namen hat, auf Listen im DNS steht, wie oft sie sendet und ob SPF sie erlaubt; was in älteren Received-Zeilen steht, kann erfunden sein.`,
  'hop.claims': () => 'Wer die Mail jetzt annimmt, kann ihren Received-Zeilen glauben oder nicht; prüfen lässt sich allein die Adresse des Clients: ob sie einen Namen hat, auf Listen im DNS steht, wie oft sie sendet und ob SPF sie erlaubt.',
};

/** Was der Name des Protokolls bedeutet. */
function meaning({ kind, tls, auth, utf8 }: HopProtocol): string {
  const words = [KINDS[kind], ...(utf8 ? ['Adressen auch in UTF-8'] : []), ...(tls ? ['über TLS'] : []), ...(auth ? ['nach Anmeldung'] : [])];
  if (kind === 'esmtp' && !tls && !auth) words.push('TLS oder Anmeldung nicht genannt');
  return words.filter((word) => word !== '').join(', ');
}

const KINDS: Readonly<Record<HopProtocol['kind'], string>> = {
  smtp: 'Erweiterungen nicht genannt',
  esmtp: '',
  lmtp: 'ins Postfach',
  web: 'von einer Webseite',
  exchange: 'innerhalb von Exchange',
};

export const envelope: MailWords['envelope'] = {
  'envelope.author'({ sender, author }) {
    if (sender === '') return `Auf dem Umschlag steht kein Absender, im Kopf ${shorten(author)} als Verfasser.`;
    const verp = verpOf(sender);
    const why = verp === undefined ? '' : ` In den Absender ist, wie bei Listen üblich, der Empfänger ${shorten(verp.recipient)} hineingeschrieben (VERP).`;
    return `Auf dem Umschlag steht ${shorten(sender)}, im Kopf ${shorten(author)} als Verfasser.${why}`;
  },
  'envelope.sender-field': ({ sender, author }) => `Auf dem Umschlag steht ${shorten(sender)} wie im Feld Sender; Verfasser ist ${shorten(author)}.`,
  'envelope.hidden': ({ recipients }) =>
    `${named(recipients)} ${recipients.length === 1 ? 'ist Empfänger auf dem Umschlag, steht' : 'sind Empfänger auf dem Umschlag, stehen'} aber weder in To noch in Cc (Bcc, Liste oder Umleitung).`,
  'envelope.elsewhere': ({ recipients }) =>
    recipients.length === 1
      ? `${named(recipients)} steht in To oder Cc, ist aber kein Empfänger auf diesem Umschlag: Diese Kopie reist in einem anderen, wenn überhaupt.`
      : `${named(recipients)} stehen in To oder Cc, sind aber keine Empfänger auf diesem Umschlag: Diese Kopien reisen in anderen, wenn überhaupt.`,
};

function named(recipients: readonly string[]): string {
  const words = recipients.map(shorten);
  return list(words.length > NAMED ? [...words.slice(0, NAMED), `${words.length - NAMED} weitere`] : words);
}
