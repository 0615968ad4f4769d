/** Annotations of what happens below the mail protocols: TCP and TLS. Durations are seconds. */
import type { Side } from '../stream.js';

export interface TransportNotes {
  'tcp.setup': { port: number; duration: number | undefined };
  'tcp.setup-unanswered': { port: number; attempts: number };
  'tcp.setup-refused': { port: number };
  'tcp.setup-partial': { port: number };
  /** The first FIN of a connection, and the answer of the other side. */
  'tcp.fin-first': { from: Side };
  'tcp.fin-second': { from: Side };
  'tcp.rst': { from: Side; afterClose: boolean };
  'tls.opaque': { from: Side; bytes: number };
}
