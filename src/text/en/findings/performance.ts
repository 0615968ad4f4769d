/** English for what took its time. */
import type { PerformanceFindings } from '../../../model/findings/performance.js';
import type { FindingTexts } from '../../findings.js';
import { capital, count, duration, number, numeral, octets } from '../format.js';

const IDENT = { answered: '', refused: ', which refuses', unanswered: ', which never answers' } as const;
const DNS = { answered: 'is answered late', failed: 'fails', unanswered: 'is never answered' } as const;

export const performanceFindings: FindingTexts<PerformanceFindings> = {
  'timing.slow-reply': {
    title: 'Slow reply',
    sentence: (p) => `The server takes ${duration(p.seconds)} to answer ${p.verb ?? 'the client'}.`,
    meaning:
      'The client waits five seconds or longer for a reply. Servers look up names, ask block lists, check passwords or slow down unknown clients on purpose; the command that has to wait shows which.',
  },
  'timing.slow-greeting': {
    title: 'Slow greeting',
    sentence: (p) => `The server lets the client wait ${duration(p.seconds)} for its greeting.`,
    meaning:
      'Before it greets, a server may look up the client’s name in the DNS, knock at its ident port, ask block lists, or wait on purpose to see whether the client talks first, as programs that send spam do. A name server that does not answer is the usual mistake.',
  },
  'timing.ident-delay': {
    title: 'Waiting for ident',
    sentence: (p) => `Before its greeting the server waits ${duration(p.seconds)} for the client’s ident service${IDENT[p.outcome]}.`,
    meaning:
      'The server asks the client’s host at port 113 who owns the connection (RFC 1413). Hardly anybody answers any more; a firewall that drops the question instead of refusing it lets every session wait. Refuse port 113 there, or turn the question off at the server.',
  },
  'timing.dns-delay': {
    title: 'Waiting for the DNS',
    sentence: (p) => `Before its greeting the server waits ${duration(p.seconds)} for the DNS: ${p.type} of ${p.name} ${DNS[p.outcome]}.`,
    meaning:
      'The server looks up the client’s name or asks block lists before it greets. A name server that is slow, or silent for a zone, lets every session of these clients wait: the question shows which zone it is.',
  },
  'timing.slow-acceptance': {
    title: 'Slow acceptance',
    sentence: (p) => `The server takes ${duration(p.seconds)} to say whether it keeps the mail of ${octets(p.size)}.`,
    meaning:
      'Between the final dot and the reply the server writes the mail down, and often scans it. A client that gives up meanwhile sends the mail again, and it arrives twice (RFC 1047). Clients should wait ten minutes; servers should scan later or faster.',
  },
  'timing.tarpit': {
    title: 'Tarpit',
    sentence: (p) => `The server holds each of ${numeral(p.replies)} replies back for about ${duration(p.seconds)}: the delay looks intended.`,
    meaning: 'Replies that all take about equally long are no sign of load. Servers slow clients down that they do not trust, which costs spammers more than others.',
  },
  'timing.slow-client': {
    title: 'Silent client',
    sentence: (p) => `The client lets the server wait ${duration(p.seconds)} before it sends ${p.verb ?? 'its next line'}.`,
    meaning: 'The server has answered and hears nothing for a minute or longer. A person types by hand, a program is busy, or packets are lost on the way. Servers give up after five minutes, many sooner.',
  },
  'timing.delayed-acknowledgement': {
    title: 'Lines in two pieces',
    sentence: (p) => `${capital(numeral(p.lines))} lines came in two pieces with a pause of 40 or 200 ms between them, ${duration(p.seconds)} in all: the second piece waited for a delayed acknowledgement.`,
    meaning:
      'The program writes a line with two calls. Nagle’s algorithm keeps the second piece back until the first is acknowledged, and the other side delays the acknowledgement in the hope of sending it with data. Writing the line at once, or TCP_NODELAY, removes the pause.',
  },
  'timing.no-pipelining': {
    title: 'Pipelining not used',
    sentence: (p) => `The client waits for each reply, although the server offers PIPELINING: ${count(p.commands, 'command', 'commands')}, ${duration(p.seconds)} of round trips.`,
    meaning: 'With PIPELINING a client may send MAIL, all RCPT and DATA in one go and read the replies afterwards. Over a long way that saves a round trip for every command.',
  },
  'timing.slow-transfer': {
    title: 'Slow transfer',
    sentence: (p) => `The mail of ${octets(p.size)} takes ${duration(p.seconds)}: ${number(Math.round(p.size / p.seconds))} octets a second.`,
    meaning: 'The mail trickles. A slow line, losses, a small window of the receiver or a slow disk hold it up; the retransmissions of the session tell losses from the rest.',
  },
  'timing.fetched-again': {
    title: 'Fetched again',
    sentence: (p) => `The client fetches this mail of ${octets(p.size)} for the ${ordinal(p.times)} time.`,
    meaning: 'The same mail (Message-ID and size) goes to the same client more than once. POP3 clients should remember unique ids (UIDL), IMAP clients UIDs and UIDVALIDITY; a changed UIDVALIDITY or a broken cache makes them fetch everything again.',
  },
  'timing.frequent-polling': {
    title: 'Frequent polling',
    sentence: (p) => `The client logs in for the ${ordinal(p.sessions)} time in a row, ${duration(p.seconds)} after the time before.`,
    meaning: 'Each look for new mail is a connection, a log-in and a lock on the mailbox. Once in some minutes is usual; some servers refuse clients that come more often (LOGIN-DELAY).',
  },
  'timing.no-idle': {
    title: 'IDLE not used',
    sentence: (p) => `The client asks ${p.polls} times for news, although the server offers IDLE.`,
    meaning: 'With IDLE the client waits in silence and the server tells it at once when a mail arrives. Asking again and again is later and costs more, on phones the battery above all.',
  },
  'timing.long-round-trip': {
    title: 'Long round trip',
    sentence: (p) => `A packet needs ${duration(p.seconds)} to the other side and back.`,
    meaning: 'Client and server are far apart, or the line between is full. Every reply that is waited for takes at least as long, so pipelining and few round trips matter here.',
  },
  'timing.repeated-syn': {
    title: 'Connection at the second try',
    sentence: (p) => `The connection takes ${duration(p.seconds)} to set up, since the first packet had to be sent again.`,
    meaning: 'The first SYN, or the answer to it, was lost or dropped. A full queue of the server, a firewall, or a deliberately missing answer (as with postscreen on a second address) are possible.',
  },
};

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function ordinal(value: number): string {
  return ORDINALS[value] ?? `${value}th`;
}
