/** Annotations of what happens below the mail protocols: TCP. Durations are seconds. */
import type { Side } from '../endpoint.js';
import type { LapsingDeletions } from './pop3.js';

export interface TransportNotes {
  /** `exchange`: the last SYN to the last ACK; shorter than `duration` where a SYN had to be repeated. */
  'tcp.setup': { port: number; duration: number | undefined; exchange: number | undefined };
  /** Only the client's packets are in the capture: its SYN and what it sent behind it. */
  'tcp.setup-one-sided': { port: number };
  /** The client's SYN carries its first octets. */
  'tcp.setup-fast-open': { port: number };
  'tcp.setup-unanswered': { port: number; attempts: number };
  'tcp.setup-refused': { port: number };
  'tcp.setup-partial': { port: number };
  /** The first FIN of a connection, and the answer of the other side. */
  /** `inMail`: a mail had been begun and not handed over. `lapsing`: what POP3 will not delete now. */
  'tcp.fin-first': { from: Side; inMail: boolean; lapsing?: LapsingDeletions | undefined };
  'tcp.fin-second': { from: Side };
  'tcp.rst': { from: Side; afterClose: boolean; lapsing?: LapsingDeletions | undefined };
  /** The answer to a SYN: there never was a connection. */
  'tcp.rst-refusal': { from: Side };
  /** The same side has sent one already. */
  'tcp.rst-again': { from: Side };
}
