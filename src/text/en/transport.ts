/** English for what happens below the mail protocols: TCP (RFC 9293). */
import type { LapsingDeletions } from '../../model/notes/pop3.js';
import type { TransportNotes } from '../../model/notes/transport.js';
import type { Sentences } from '../catalogue.js';
import { isRepeated } from '../set-up.js';
import { duration, number } from './format.js';
import { lapsed } from './pop3.js';

const THE = { client: 'the client', server: 'the server' } as const;
const The = { client: 'The client', server: 'The server' } as const;
const OTHER = { client: 'server', server: 'client' } as const;

function andLapsed(lapsing: LapsingDeletions | undefined): string {
  return lapsing === undefined ? '' : ` ${lapsed(lapsing)}`;
}

export const transport: Sentences<TransportNotes> = {
  'tcp.setup': (p) => {
    if (p.duration === undefined) return `The client opens a TCP connection to port ${p.port} with the three-way handshake.`;
    const takes = `The client opens a TCP connection to port ${p.port}; the three-way handshake takes ${duration(p.duration)}`;
    if (!isRepeated(p)) return `${takes}.`;
    return `${takes}, since its first packet had to be repeated; the exchange itself took ${duration(p.exchange)}.`;
  },
  'tcp.setup-one-sided': (p) =>
    `The client opens a TCP connection to port ${p.port}; only its own direction is in the capture, so the server's part of the three-way handshake is not.`,
  'tcp.setup-fast-open': (p) =>
    `The client opens a TCP connection to port ${p.port} and sends its first octets along with the SYN (TCP Fast Open, RFC 7413), without waiting for the server's answer.`,
  'tcp.setup-unanswered': (p) =>
    `The client asks for a TCP connection to port ${p.port} (SYN${p.attempts > 1 ? `, ${number(p.attempts)} times` : ''}), ` +
    `and no answer to it is in the capture: the server does not answer or cannot be reached, a filter drops the packets, or only this direction was recorded.`,
  'tcp.setup-refused': (p) =>
    `The client asks for a TCP connection to port ${p.port} and is turned away (RST): no program listens there, or a filter answers in its place.`,
  'tcp.setup-partial': (p) =>
    `The client opens a TCP connection to port ${p.port}; the capture holds only a part of the three-way handshake.`,
  'tcp.fin-first': (p) =>
    p.inMail
      ? 'The client closes its direction of the TCP connection (FIN) in the middle of a mail, which lapses: what was said of it so far counts no longer.'
      : `${The[p.from]} closes its direction of the TCP connection (FIN) and will send nothing more; ${THE[OTHER[p.from]]} still may, until it sends a FIN of its own.${andLapsed(p.lapsing)}`,
  'tcp.fin-second': (p) => `${The[p.from]} closes its direction, too (FIN): from now on neither side sends.`,
  'tcp.rst': (p) =>
    p.afterClose
      ? `${The[p.from]} resets the TCP connection (RST), whose close had already begun: it takes nothing more.`
      : `${The[p.from]} breaks the TCP connection off (RST) instead of closing it: what was still on the way in either direction is lost.${andLapsed(p.lapsing)}`,
  'tcp.rst-refusal': (p) => `${The[p.from]} refuses the TCP connection (RST): it never came about.`,
  'tcp.rst-again': (p) => `${The[p.from]} repeats the reset (RST) for a further packet that reached it.`,
};
