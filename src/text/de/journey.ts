/** German for a mail's journey. */
import type { LinkEvidence } from '../../model/journey.js';
import type { JourneyWords, WatchedStopParams } from '../journey.js';
import { capital, count, list, quote, shorten } from './format.js';

const PROTOCOLS = { smtp: 'SMTP', lmtp: 'LMTP', pop3: 'POP3', imap: 'IMAP' } as const;

const EVIDENCE: Readonly<Record<LinkEvidence, string>> = {
  'queue-id': 'eine Received-Zeile nennt die Kennung, unter der sie angenommen wurde',
  'message-id': 'die Message-ID',
  'content': 'der Inhalt',
  'envelope': 'Absender und Empfänger',
  'host': 'der Rechner',
  'received': 'die eigenen Received-Zeilen',
};

const CERTAINTY = { certain: 'Sicher', probable: 'Wahrscheinlich', possible: 'Möglicherweise' } as const;

function lead({ direction, from, to, user, recipients, protocol }: WatchedStopParams): string {
  const by = PROTOCOLS[protocol];
  if (direction === 'retrieved') return `${user === undefined ? to : quote(user)} holt sie mit ${by} bei ${from} ab`;
  if (direction === 'appended') return `${user === undefined ? from : quote(user)} legt sie mit ${by} in einem Postfach von ${to} ab`;
  return `${from} übergibt sie mit ${by} an ${to}${recipients.length === 0 ? '' : `, für ${list(recipients.map(shorten))}`}`;
}

function outcome({ direction, accepted, queueId, duration, network }: WatchedStopParams): string {
  const after = duration === undefined ? '' : ` nach ${duration}${network === undefined ? '' : `; jeder Hin- und Rückweg braucht zwischen den Stellen des Mitschnitts ${network}`}`;
  if (direction === 'retrieved') return duration === undefined ? '' : `; da ist sie${after}`;
  if (accepted === false) return `; nicht angenommen${after}`;
  if (accepted === undefined) return '; eine Antwort darauf ist nicht zu sehen';
  return `; angenommen${queueId === undefined ? '' : ` als ${quote(queueId)}`}${after}`;
}

export const journey: JourneyWords = {
  title: (id) => `Mail ${id}`,
  wire: (p) => `${lead(p)} (Sitzung ${p.session}, Mail ${p.message})${outcome(p)}.`,
  hearsay: (p) =>
    `Nach seiner Received-Zeile hat ${p.to} sie${p.from === undefined ? '' : ` von ${p.from}`}${p.queueId === undefined ? '' : ` als ${quote(p.queueId)}`} angenommen` +
    `${p.delay === undefined ? '' : `, nach den Uhren der Rechner ${p.delay} ${p.isEarlier ? 'vor' : 'nach'} dem Schritt davor`}: Hörensagen, diese Leitung wurde nicht beobachtet.`,
  rest: ({ host, rest, isNegative, follows }) => {
    const from = follows === undefined ? '' : `nach Schritt ${follows}: `;
    if (rest === undefined) return `${from}bei ${host}; wie lange, ist nicht bekannt`;
    return isNegative ? `${from}bei ${host}, schon ${rest} vor der sichtbaren Antwort weitergereicht: Die Antwort war noch unterwegs, oder die Uhren unterscheiden sich` : `${from}${rest} bei ${host}`;
  },
  link: ({ certainty, evidence, isAltered }) => {
    const [first, ...others] = evidence;
    const changed = isAltered ? ' Ihr Inhalt ist unterwegs verändert worden.' : '';
    if (first === 'received') return `Nur aus ihren eigenen Received-Zeilen bekannt.${changed}`;
    if (first === 'queue-id') {
      const agree = others.length === 0 ? '' : `; ${list(others.map((item) => EVIDENCE[item]))} ${others.length === 1 && others[0] !== 'envelope' ? 'stimmt' : 'stimmen'} überein`;
      return `${CERTAINTY[certainty]} dieselbe Mail: ${capital(EVIDENCE['queue-id'])}${agree}.${changed}`;
    }
    return `${CERTAINTY[certainty]} dieselbe Mail: ${capital(list(evidence.map((item) => EVIDENCE[item])))} ${evidence.length === 1 && first !== 'envelope' ? 'stimmt' : 'stimmen'} überein.${changed}`;
  },
  stated: ({ host, ahead, isBehind }) => `Die Received-Zeile, die ${host} über diesen Schritt geschrieben hat, geht gegenüber der Leitung um rund ${ahead} ${isBehind ? 'nach' : 'vor'}.`,
  unknownHost: 'ein namenloser Rechner',
  wireMark: 'Leitung',
  hearsayMark: 'Hörensagen',
  none: 'Die Mitschnitte enthalten keine Mail.',
  forgotten: (mails) => `${count(mails, 'Eine Mail war', 'Mails waren')} zu viel, um sie sich zu merken: Die ältesten sind nicht verknüpft.`,
  more: (more) => `Noch ${count(more, 'eine Mail', 'Mails')} mit einem Weg: mailscope journey zeigt alle.`,
  heading: 'Wege der Mails',
};
