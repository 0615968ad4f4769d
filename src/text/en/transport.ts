/** English for what happens below the mail protocols: TCP (RFC 9293) and TLS. */
import type { TransportNotes } from '../../model/notes/transport.js';
import type { Sentences } from '../catalogue.js';
import { duration, number, octets } from './format.js';

const THE = { client: 'the client', server: 'the server' } as const;
const The = { client: 'The client', server: 'The server' } as const;
const OTHER = { client: 'server', server: 'client' } as const;

export const transport: Sentences<TransportNotes> = {
  'tcp.setup': (p) =>
    p.duration === undefined
      ? `The client opens a TCP connection to port ${p.port} with the three-way handshake.`
      : `The client opens a TCP connection to port ${p.port}; the three-way handshake takes ${duration(p.duration)}.`,
  'tcp.setup-unanswered': (p) =>
    `The client asks for a TCP connection to port ${p.port} (SYN${p.attempts > 1 ? `, ${number(p.attempts)} times` : ''}), ` +
    `and no answer to it is in the capture: the server does not answer, a filter drops the packets, or only this direction was recorded.`,
  'tcp.setup-refused': (p) =>
    `The client asks for a TCP connection to port ${p.port} and is turned away (RST): no program listens there, or a filter answers in its place.`,
  'tcp.setup-partial': (p) =>
    `The client opens a TCP connection to port ${p.port}; the capture holds only a part of the three-way handshake.`,
  'tcp.fin-first': (p) =>
    `${The[p.from]} closes its direction of the TCP connection (FIN) and will send nothing more; ${THE[OTHER[p.from]]} still may, until it sends a FIN of its own.`,
  'tcp.fin-second': (p) => `${The[p.from]} closes its direction, too (FIN). With that the TCP connection is taken down in good order.`,
  'tcp.rst': (p) =>
    p.afterClose
      ? `${The[p.from]} resets the TCP connection (RST), whose close had already begun: it takes nothing more.`
      : `${The[p.from]} breaks the TCP connection off (RST) instead of closing it: what was still on the way in either direction is lost.`,
  'tls.opaque': (p) => `${The[p.from]} sends ${octets(p.bytes)} under TLS. Without the keys their content cannot be read here.`,
};
