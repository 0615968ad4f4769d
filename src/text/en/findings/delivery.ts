/** English for what became of mails. */
import type { DeliveryFindings, Refusal } from '../../../model/findings/delivery.js';
import type { FindingText, FindingTexts } from '../../findings.js';
import { capital, count, list, numeral, octets, quote, shorten } from '../format.js';
import { mailNumbers } from '../pop3.js';

function whom({ of, address }: Refusal): string {
  const named = address === undefined ? '' : address === '' ? ' <>' : ` ${shorten(address)}`;
  const names: Readonly<Record<Refusal['of'], string>> = {
    client: 'this client',
    sender: `the sender${named}`,
    recipient: `the recipient${named}`,
    mail: address === undefined ? 'the mail' : `the mail for${named}`,
    chunk: 'the mail',
  };
  return names[of];
}

/** `(550, 5.1.1): "no such user".` */
function inWords({ code, enhanced, words }: Refusal): string {
  return `(${enhanced === undefined ? code : `${code}, ${enhanced}`})${words === '' ? '.' : `: ${quote(words)}.`}`;
}

function refusal(title: string, why: string, meaning: string): FindingText<Refusal> {
  return {
    title,
    sentence: (p) => `The server ${p.code < 500 ? 'does not take' : 'refuses'} ${whom(p)}${p.code < 500 ? ' for now' : ''}${why} ${inWords(p)}`,
    meaning,
  };
}

function recipients(names: readonly string[]): string {
  return names.length === 0 ? 'a recipient' : list(names.map(shorten));
}

export const deliveryFindings: FindingTexts<DeliveryFindings> = {
  'delivery.greylisted': refusal(
    'Greylisting',
    ', to see whether the mail comes again',
    'The server sends unknown senders away with a temporary refusal and takes the same mail when it comes again some minutes later. Mail servers do come again; programs that send spam often do not. Nothing needs to be done, the mail is only late.',
  ),
  'delivery.block-list': refusal(
    'On a block list',
    ' because of a block list',
    'The words of the server name a list of addresses that send spam (DNSBL). The operator of the client can look his address up there, remove the cause, and ask to be taken off.',
  ),
  'delivery.relay-refused': refusal(
    'Relaying refused',
    ', whose domain is not its own',
    'The server passes mail on to foreign domains only for clients it knows: by log-in or by address. Either the client should have logged in, or the recipient’s domain points to a server that does not feel responsible for it.',
  ),
  'delivery.mailbox-full': refusal(
    'Mailbox full',
    ', since the mailbox is full',
    'The mailbox of the recipient has reached its quota. Only the recipient, or whoever runs the server, can make room.',
  ),
  'delivery.too-large': refusal(
    'Mail too large',
    ', since the mail is too large',
    'The mail is larger than the server takes. Servers announce their limit behind SIZE in the reply to EHLO; base64 makes attachments about 37 per cent larger than the files.',
  ),
  'delivery.login-required': refusal(
    'Log-in required',
    ' without a log-in',
    'The server wants the client to log in first (AUTH). That is the rule on the submission ports 587 and 465, and for all mail that is to leave the house.',
  ),
  'delivery.encryption-required': refusal(
    'Encryption required',
    ' without encryption',
    'The server takes this command only inside TLS. The client has to send STARTTLS first, or use the port with TLS from the first octet.',
  ),
  'delivery.rate-limited': refusal(
    'Too much at once',
    ', since too much comes at once',
    'The server limits how many connections, mails or recipients a client may bring in a time. It works again later; a client that is slowed down often should send less at once.',
  ),
  'delivery.unknown-recipient': refusal(
    'Unknown recipient',
    ', since there is no such mailbox',
    'There is no such mailbox on the server. Mostly the address is misspelt or given up; trying again does not help. Many such refusals in a row are a search for addresses.',
  ),
  'delivery.content-refused': refusal(
    'Content refused',
    ', since a filter does not let it pass',
    'The server has read the mail and does not take it: a filter holds it for spam, a virus or a forbidden attachment. Its words often say which filter, and where to complain.',
  ),
  'delivery.policy': refusal(
    'Refused by policy',
    ', by a rule of its own',
    'The code (X.7.n) says that a rule of the house stands against it: SPF, DKIM or DMARC have failed, the client has no reverse name, or its network is not welcome. The detail of the code and the words say which.',
  ),
  'delivery.deferred': refusal(
    'Not now',
    '',
    'A code from 400 to 499: the server cannot or will not take it at the moment. The client keeps the mail and tries again, mostly for up to five days, before it gives up.',
  ),
  'delivery.refused': refusal(
    'Refused',
    '',
    'A code from 500 on: the server will not take it, and trying again does not help. Neither code nor words tell a better known reason.',
  ),
  'delivery.partly': {
    title: 'Delivered in part',
    sentence: (p) => `${capital(count(p.accepted, 'recipient', 'recipients'))} of this mail ${p.accepted === 1 ? 'was' : 'were'} taken and ${numeral(p.refused)} ${p.refused === 1 ? 'was' : 'were'} not: only some get it.`,
    meaning: 'Recipients are taken and refused one by one. Those that were taken get the mail; for the others the sender should get a report.',
  },
  'delivery.unanswered-mail': {
    title: 'Mail without an answer',
    sentence: (p) =>
      `The mail (${octets(p.size)}, ${count(p.recipients, 'recipient', 'recipients')}) was handed over whole, but the connection ended before the server said whether it keeps it: it may be lost, or come twice.`,
    meaning:
      'Only the reply behind the final dot passes the responsibility on. A client that never hears it tries again; a server that had taken the mail delivers it twice. Timeouts that are too short, slow content filters and firewalls are the usual causes.',
  },
  'delivery.broken-off': {
    title: 'Mail broken off',
    sentence: (p) => `The connection ended in the middle of the mail, after ${octets(p.size)}: the server must not keep it.`,
    meaning: 'The end of the mail never came. The client has to send it again. Where it happens again and again at about the same place, look for a path with a smaller packet size (MTU) or a filter on the way.',
  },
  'delivery.server-leaves': {
    title: 'The server hangs up',
    sentence: (p) => `The server ends the conversation by itself${p.code === undefined ? '' : ` (${p.code})`}${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'The server closes although the client has not asked for it: it is shut down, overloaded, has waited too long, or has seen too many errors. What was not confirmed by then has not been done.',
  },
  'delivery.login-failed': {
    title: 'Log-in failed',
    sentence: (p) => `The log-in${p.username === undefined ? '' : ` as ${quote(p.username)}`} fails${p.mechanism === '' ? '' : ` (${p.mechanism})`}.`,
    meaning: 'The server does not accept the credentials, or not the mechanism. A mistyped or changed password is the usual cause; many failures in a row are somebody guessing.',
  },
  'delivery.unreachable': {
    title: 'Server not reachable',
    sentence: (p) => (p.refused ? `Nobody listens on port ${p.port}: the connection is refused.` : `Nothing answers on port ${p.port}.`),
    meaning: 'A refused connection (RST) means that no program waits on that port. No answer at all means that a filter drops the packets, the address is not in use, or the answer took a way that was not captured.',
  },
  'delivery.bounce': {
    title: 'Non-delivery report',
    sentence: (p) => `This mail reports that another could not be delivered to ${recipients(p.recipients)}${p.status === undefined ? '.' : ` (${p.status}).`}`,
    meaning: 'A server that has taken a mail and cannot deliver it tells the sender so (a bounce). The report names each recipient, a code and mostly the words of the server that refused.',
  },
  'delivery.delay-report': {
    title: 'Delay report',
    sentence: (p) => `This mail reports that another has not been delivered yet to ${recipients(p.recipients)}; the server goes on trying.`,
    meaning: 'The mail still waits in the queue of the server that reports. The sender need not send it again.',
  },
  'delivery.left-on-server': {
    title: 'Mails left on the server',
    sentence: (p) => `${capital(count(p.mails, 'mail', 'mails'))} that the client has fetched ${p.mails === 1 ? 'stays' : 'stay'} on the server.`,
    meaning: 'The client has not marked what it fetched as deleted: it keeps mails on the server, for other devices or by its settings. It remembers by the unique ids (UIDL) what it has already.',
  },
  'delivery.deletions-lapsed': {
    title: 'Deletions without effect',
    sentence: (p) => `The session ended without QUIT: ${p.marked.count === 1 ? `mail ${p.marked.numbers}, marked` : `mails ${mailNumbers(p.marked.numbers)}, marked`} as deleted, ${p.marked.count === 1 ? 'stays' : 'stay'} on the server.`,
    meaning: 'POP3 deletes only in the UPDATE state, which QUIT alone leads to. Where the connection breaks before, all marks are forgotten and the mails come again next time.',
  },
  'delivery.mailbox-locked': {
    title: 'Mailbox in use',
    sentence: (p) => `The mailbox is in use by another session${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'POP3 locks the mailbox for the time of a session, and some IMAP mailboxes can be opened once only. The other session may be another device, or one that broke off and has not timed out.',
  },
  'delivery.append-refused': {
    title: 'Mail not stored',
    sentence: (p) => `The server does not store the mail in ${quote(p.mailbox)}${p.full ? ', which is full or has a limit' : ''}${p.words === '' ? '.' : `: ${quote(p.words)}.`}`,
    meaning: 'The client wants to keep a mail on the server, mostly in the folder of sent mails or of drafts, and the server refuses. The mail itself may have been sent all the same, by SMTP.',
  },
};
