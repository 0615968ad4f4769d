/** German for a mail's journey. */
import type { LinkEvidence } from '../../model/journey.js';
import type { JourneyWords, LinkParams, LoggedStopParams, WatchedStopParams } from '../journey.js';
import { capital, count, list, quote, shorten } from './format.js';

const PROTOCOLS = { smtp: 'SMTP', lmtp: 'LMTP', pop3: 'POP3', imap: 'IMAP' } as const;

/** Was übereinstimmt. Was ein Rechner selbst sagt, steht in einem eigenen Satz. */
const AGREEING: Readonly<Record<Exclude<LinkEvidence, 'queue-id' | 'log' | 'received'>, string>> = {
  'message-id': 'die Message-ID',
  'content': 'der Inhalt',
  'envelope': 'Absender und Empfänger',
  'host': 'der Rechner',
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

function link({ certainty, evidence, isAltered, log }: LinkParams): string {
  const changed = isAltered ? ' Ihr Inhalt ist unterwegs verändert worden.' : '';
  if (evidence.includes('received')) return `Nur aus ihren eigenen Received-Zeilen bekannt.${changed}`;
  const agreeing = evidence.flatMap((item) => (item in AGREEING ? AGREEING[item as keyof typeof AGREEING] : []));
  const isOne = agreeing.length === 1 && !evidence.includes('envelope');
  const agreed = agreeing.length === 0 ? [] : [`${list(agreeing)} ${isOne ? 'stimmt' : 'stimmen'} überein`];
  const named = evidence.includes('queue-id') ? ['eine Received-Zeile nennt die Kennung, unter der sie angenommen wurde'] : [];
  const logged = log === undefined ? [] : [`nach dem Logbuch von ${log.host} (Sitzung ${log.session}, Zeile ${log.entry}) ging sie${log.queueId === undefined ? '' : ` als ${quote(log.queueId)}`} weiter`];
  return `${CERTAINTY[certainty]} dieselbe Mail: ${capital([...named, ...logged, ...agreed].join('; '))}.${changed}`;
}

function logged({ from, to, session, entry, outcome, recipients, words }: LoggedStopParams): string {
  const whom = recipients.length === 0 ? '' : ` für ${list(recipients.map(shorten))}`;
  const how = words === undefined ? '' : `: ${quote(shorten(words))}`;
  const begin = `Nach seinem Logbuch (Sitzung ${session}, Zeile ${entry})`;
  const where = to === undefined ? '' : ` bei ${to}`;
  if (outcome === 'delivered') return `${begin} hat ${from} sie${whom}${where} zugestellt${how}.${to === undefined ? '' : ' Diese Leitung wurde nicht beobachtet.'}`;
  if (outcome === 'deferred') return `${begin} konnte ${from} sie${whom}${where} noch nicht zustellen und behält sie${how}.`;
  return `${begin} kann ${from} sie${whom}${where} nicht zustellen${how}.`;
}

export const journey: JourneyWords = {
  title: (id) => `Mail ${id}`,
  wire: (p) => `${lead(p)} (Sitzung ${p.session}, Mail ${p.message})${outcome(p)}.`,
  hearsay: (p) =>
    `Nach seiner Received-Zeile hat ${p.to} sie${p.from === undefined ? '' : ` von ${p.from}`}${p.queueId === undefined ? '' : ` als ${quote(p.queueId)}`} angenommen` +
    `${p.delay === undefined ? '' : `, nach den Uhren der Rechner ${p.delay} ${p.isEarlier ? 'vor' : 'nach'} dem Schritt davor`}${p.from === undefined ? '; von wem, sagt sie nicht: Hörensagen.' : ': Hörensagen, diese Leitung wurde nicht beobachtet.'}`,
  rest: ({ host, rest, isNegative, follows }) => {
    const from = follows === undefined ? '' : `nach Schritt ${follows}: `;
    if (rest === undefined) return `${from}bei ${host}; wie lange, ist nicht bekannt`;
    return isNegative ? `${from}bei ${host}, schon ${rest} vor der sichtbaren Antwort weitergereicht: Die Antwort war noch unterwegs, oder die Uhren unterscheiden sich` : `${from}${rest} bei ${host}`;
  },
  logged,
  branch: ({ host, follows }) => `nach Schritt ${follows}: bei ${host}`,
  link,
  stated: ({ host, ahead, isBehind }) => `Die Received-Zeile, die ${host} über diesen Schritt geschrieben hat, geht gegenüber der Leitung um rund ${ahead} ${isBehind ? 'nach' : 'vor'}.`,
  unknownHost: 'ein namenloser Rechner',
  wireMark: 'Leitung',
  hearsayMark: 'Hörensagen',
  logMark: 'Logbuch',
  none: 'Die Mitschnitte enthalten keine Mail.',
  forgotten: (mails) => `${count(mails, 'Eine Mail war', 'Mails waren')} zu viel, um sie sich zu merken: Die ältesten sind nicht verknüpft.`,
  more: (more) => `Noch ${count(more, 'eine Mail', 'Mails')} mit einem Weg: mailscope journey zeigt alle.`,
  heading: 'Wege der Mails',
};
