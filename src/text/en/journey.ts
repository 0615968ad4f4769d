/** English for a mail's journey. */
import type { LinkEvidence } from '../../model/journey.js';
import type { JourneyWords, LinkParams, LoggedStopParams, WatchedStopParams } from '../journey.js';
import { capital, count, list, quote, shorten } from './format.js';

const PROTOCOLS = { smtp: 'SMTP', lmtp: 'LMTP', pop3: 'POP3', imap: 'IMAP' } as const;

/** What agrees. What a host itself says stands in a sentence of its own. */
const AGREEING: Readonly<Record<Exclude<LinkEvidence, 'queue-id' | 'log' | 'received'>, string>> = {
  'message-id': 'the Message-ID',
  'content': 'the content',
  'envelope': 'sender and recipient',
  'host': 'the host',
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

function link({ certainty, evidence, isAltered, log }: LinkParams): string {
  const changed = isAltered ? ' Its content has been changed on the way.' : '';
  if (evidence.includes('received')) return `Known from its own Received lines alone.${changed}`;
  const agreeing = evidence.flatMap((item) => (item in AGREEING ? AGREEING[item as keyof typeof AGREEING] : []));
  const agreed = agreeing.length === 0 ? [] : [`${list(agreeing)} ${agreeing.length === 1 ? 'agrees' : 'agree'}`];
  const named = evidence.includes('queue-id') ? ['a Received line names the id it was taken under'] : [];
  const logged = log === undefined ? [] : [`the log of ${log.host} (session ${log.session}, line ${log.entry}) passes it on${log.queueId === undefined ? '' : ` as ${quote(log.queueId)}`}`];
  return `${capital(CERTAINTY[certainty])} the same mail: ${[...named, ...logged, ...agreed].join('; ')}.${changed}`;
}

function logged({ from, to, session, entry, outcome, recipients, words }: LoggedStopParams): string {
  const whom = recipients.length === 0 ? '' : ` for ${list(recipients.map(shorten))}`;
  const where = to === undefined ? '' : ` to ${to}`;
  const how = words === undefined ? '' : `: ${quote(shorten(words))}`;
  const begin = `By its log (session ${session}, line ${entry}), ${from}`;
  if (outcome === 'delivered') return `${begin} has delivered it${whom}${where}${how}.${to === undefined ? '' : ' This wire was not watched.'}`;
  if (outcome === 'deferred') return `${begin} could not deliver it${whom}${where} yet, and keeps it${how}.`;
  return `${begin} cannot deliver it${whom}${where}${how}.`;
}

export const journey: JourneyWords = {
  title: (id) => `Mail ${id}`,
  wire: (p) => `${lead(p)} (session ${p.session}, mail ${p.message})${outcome(p)}.`,
  hearsay: (p) =>
    `By its Received line, ${p.to} took it${p.from === undefined ? '' : ` from ${p.from}`}${p.queueId === undefined ? '' : ` as ${quote(p.queueId)}`}` +
    `${p.delay === undefined ? '' : `, ${p.delay} ${p.isEarlier ? 'before' : 'after'} the step before by the hosts’ clocks`}${p.from === undefined ? '; whom from, it does not say: hearsay.' : ': hearsay, this wire was not watched.'}`,
  rest: ({ host, rest, isNegative, follows }) => {
    const from = follows === undefined ? '' : `behind step ${follows}: `;
    if (rest === undefined) return `${from}at ${host}; for how long is not known`;
    return isNegative ? `${from}at ${host}, which passes it on ${rest} before its reply is seen: the reply was still on its way, or the clocks differ` : `${from}${rest} at ${host}`;
  },
  logged,
  branch: ({ host, follows }) => `behind step ${follows}: at ${host}`,
  link,
  stated: ({ host, ahead, isBehind }) => `The Received line that ${host} wrote of this step is about ${ahead} ${isBehind ? 'behind' : 'ahead of'} the wire.`,
  unknownHost: 'an unnamed host',
  wireMark: 'wire',
  hearsayMark: 'hearsay',
  logMark: 'log',
  none: 'The captures hold no mail.',
  forgotten: (mails) => `${capital(count(mails, 'mail was', 'mails were'))} too many to be remembered: the oldest were not linked.`,
  more: (more) => `${capital(count(more, 'more mail has', 'more mails have'))} a way to tell of: mailscope journey shows all.`,
  heading: 'Journeys of the mails',
};
