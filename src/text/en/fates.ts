/** English for what became of a mail. */
import type { ReportItem } from '../../model/message.js';
import type { FateParams, FateWords } from '../fates.js';
import { deliveryOf } from './delivery.js';
import { capital, count, list, numeral, quote, shorten } from './format.js';

const PROTOCOLS = { smtp: 'SMTP', lmtp: 'LMTP', pop3: 'POP3', imap: 'IMAP' } as const;

const LAST = {
  'accepted': 'accepted',
  'refused': 'refused for good',
  'deferred': 'refused for now',
  'unanswered': 'handed over without a reply',
  'broken-off': 'broken off',
  'not-sent': 'announced and not sent',
  'retrieved': 'fetched',
  'appended': 'stored',
  'not-stored': 'not stored',
  'reported': 'the subject of a report',
} as const;

function mail({ sender, recipients, messageId }: FateParams): string {
  const from = sender === undefined ? '' : sender === '' ? ' with the empty sender' : ` from ${shorten(sender)}`;
  const to = recipients.length === 0 ? '' : ` to ${list(recipients.map(shorten))}`;
  const id = from === '' && to === '' && messageId !== undefined ? ` ${shorten(messageId)}` : '';
  return `the mail${from}${to}${id}`;
}

function place({ verb, code, enhanced }: FateParams): string {
  const at = verb === undefined ? 'after the mail' : `at ${verb}`;
  return code === undefined ? at : `${at} (${code}${enhanced === undefined ? '' : ` ${enhanced}`})`;
}

function outcome(item: ReportItem | undefined): string {
  if (item?.action === undefined) return 'nothing that could be read';
  const code = item.status === undefined ? '' : ` (${item.status})`;
  return `${deliveryOf(item.action)}${code}${item.diagnostic === undefined ? '' : `, in the words of the other server ${quote(item.diagnostic)}`}`;
}

export const fates: FateWords = {
  kinds: {
    'accepted': (p) => `${capital(mail(p))} was taken by ${p.server}${p.queueId === undefined ? '' : `, which queued it as ${quote(p.queueId)}`}: from then on it answers for it.`,
    'refused': (p) => `${capital(mail(p))} was refused for good by ${p.server} ${place(p)}.`,
    'deferred': (p) => `${capital(mail(p))} was put off by ${p.server} ${place(p)}: the client is to try again later.`,
    'unanswered': (p) => `${capital(mail(p))} was handed to ${p.server} whole, and no reply to it is in the capture: it may have been taken or not.`,
    'broken-off': (p) => `${capital(mail(p))} broke off in the middle: ${p.server} must not keep it.`,
    'not-sent': (p) => `${capital(mail(p))} was announced to ${p.server}, and the client never sent it.`,
    'retrieved': (p) => `${p.username === undefined ? 'A client' : quote(p.username)} fetched ${mail(p)} from ${p.server} by ${PROTOCOLS[p.protocol]}.`,
    'appended': (p) => `${p.username === undefined ? 'A client' : quote(p.username)} stored ${mail(p)} in a mailbox of ${p.server}.`,
    'not-stored': (p) => `${p.username === undefined ? 'A client' : quote(p.username)} wanted to store ${mail(p)} in a mailbox of ${p.server}, which did not take it.`,
    'reported': ({ protocol, server, item }) => `A report ${protocol === 'pop3' || protocol === 'imap' ? 'fetched from' : 'handed to'} ${server} says of the mail${item?.recipient === undefined ? '' : ` to ${shorten(item.recipient)}`}: ${outcome(item)}.`,
  },
  several: (p) => `It was met ${p.count === 2 ? 'twice' : `${numeral(p.count)} times`}; the last time it was ${LAST[p.last]}.`,
  onward: (step) => `It went on: ${step}`,
  similar: (addresses) => `Similar addresses in the captures: ${list(addresses.map(shorten))}.`,
  never: ({ word, sessions, whole }) => {
    if (sessions === 0) return `${quote(word)} was not met: the captures hold no mail session.`;
    const none = sessions === 1 ? 'the one session does not name it' : `none of ${numeral(sessions)} sessions names it`;
    return whole ? `${quote(word)} was never offered: ${none}.` : `${quote(word)} was not met: as far as it can be read, ${none}.`;
  },
  encrypted: (sessions) => `${capital(count(sessions, 'session is', 'sessions are'))} encrypted and cannot be looked into; --keylog opens ${sessions === 1 ? 'it' : 'them'}.`,
  incomplete: (sessions) => `${capital(count(sessions, 'session is', 'sessions are'))} not in the capture as a whole: it may be named in what is missing.`,
  untold: (fates) => `${capital(count(fates, 'more time', 'more times'))} not shown.`,
};
