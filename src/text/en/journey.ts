/** English for a mail's journey. */
import type { LinkEvidence } from '../../model/journey.js';
import type { JourneyWords, WatchedStopParams } from '../journey.js';
import { capital, count, list, quote, shorten } from './format.js';

const PROTOCOLS = { smtp: 'SMTP', lmtp: 'LMTP', pop3: 'POP3', imap: 'IMAP' } as const;

const EVIDENCE: Readonly<Record<LinkEvidence, string>> = {
  'queue-id': 'a Received line names the id it was taken under',
  'message-id': 'the Message-ID',
  'content': 'the content',
  'envelope': 'sender and recipient',
  'host': 'the host',
  'received': 'its own Received lines',
};

const CERTAINTY = { certain: 'certainly', probable: 'probably', possible: 'possibly' } as const;

function lead({ direction, from, to, user, recipients, protocol }: WatchedStopParams): string {
  const by = PROTOCOLS[protocol];
  if (direction === 'retrieved') return `${user === undefined ? capital(to) : quote(user)} fetches it from ${from} by ${by}`;
  if (direction === 'appended') return `${user === undefined ? capital(from) : quote(user)} stores it in a mailbox of ${to} by ${by}`;
  return `${from} hands it to ${to} by ${by}${recipients.length === 0 ? '' : `, for ${list(recipients.map(shorten))}`}`;
}

function outcome({ direction, accepted, queueId, duration, network }: WatchedStopParams): string {
  const after = duration === undefined ? '' : ` after ${duration}${network === undefined ? '' : `; each round trip spends ${network} between the places of recording`}`;
  if (direction === 'retrieved') return duration === undefined ? '' : `; it is there${after}`;
  if (accepted === false) return `; it is not taken${after}`;
  if (accepted === undefined) return `; no reply to it was seen`;
  return `; it is taken${queueId === undefined ? '' : ` as ${quote(queueId)}`}${after}`;
}

export const journey: JourneyWords = {
  title: (id) => `Mail ${id}`,
  wire: (p) => `${lead(p)} (session ${p.session}, mail ${p.message})${outcome(p)}.`,
  hearsay: (p) =>
    `By its Received line, ${p.to} took it${p.from === undefined ? '' : ` from ${p.from}`}${p.queueId === undefined ? '' : ` as ${quote(p.queueId)}`}` +
    `${p.delay === undefined ? '' : `, ${p.delay} ${p.isEarlier ? 'before' : 'after'} the step before by the hosts’ clocks`}: hearsay, this wire was not watched.`,
  rest: ({ host, rest, isNegative, follows }) => {
    const from = follows === undefined ? '' : `behind step ${follows}: `;
    if (rest === undefined) return `${from}at ${host}; for how long is not known`;
    return isNegative ? `${from}at ${host}, which passes it on ${rest} before its reply is seen: the reply was still on its way, or the clocks differ` : `${from}${rest} at ${host}`;
  },
  link: ({ certainty, evidence, isAltered }) => {
    const [first, ...others] = evidence;
    const changed = isAltered ? ' Its content has been changed on the way.' : '';
    if (first === 'received') return `Known from its own Received lines alone.${changed}`;
    if (first === 'queue-id') {
      const agree = others.length === 0 ? '' : `; ${list(others.map((item) => EVIDENCE[item]))} ${others.length === 1 ? 'agrees' : 'agree'}`;
      return `${capital(CERTAINTY[certainty])} the same mail: ${EVIDENCE['queue-id']}${agree}.${changed}`;
    }
    return `${capital(CERTAINTY[certainty])} the same mail: ${list(evidence.map((item) => EVIDENCE[item]))} ${evidence.length === 1 ? 'agrees' : 'agree'}.${changed}`;
  },
  stated: ({ host, ahead, isBehind }) => `The Received line that ${host} wrote of this step is about ${ahead} ${isBehind ? 'behind' : 'ahead of'} the wire.`,
  unknownHost: 'an unnamed host',
  wireMark: 'wire',
  hearsayMark: 'hearsay',
  none: 'The captures hold no mail.',
  forgotten: (mails) => `${capital(count(mails, 'mail was', 'mails were'))} too many to be remembered: the oldest were not linked.`,
  more: (more) => `${capital(count(more, 'more mail has', 'more mails have'))} a way to tell of: mailscope journey shows all.`,
  heading: 'Journeys of the mails',
};
