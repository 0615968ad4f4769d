/** One TCP connection that carries, or should carry, mail. */
import type { Entry } from './entry.js';
import type { Endpoint, Side } from './endpoint.js';
import type { ConnectionFacts } from './stream.js';
import type { TlsFacts } from './tls.js';

export type MailProtocol = 'smtp' | 'lmtp' | 'pop3' | 'imap';

export interface Peer extends Endpoint {
  /** From the greeting or the DNS inside the capture, never asked of the network. */
  name?: string;
}

export interface AuthAttempt {
  readonly mechanism: string;
  username?: string;
  password?: string;
  /** What a bearer mechanism sends in place of a password. */
  token?: string;
  /** Absent while, or where, its end was not seen. */
  succeeded?: boolean;
  /** The entry that opens it. */
  readonly entry: Entry;
}

export interface Session {
  /** From 1, in the order in which connections were recognised as mail. */
  readonly id: number;
  protocol: MailProtocol;
  readonly service: 'port' | 'content';
  readonly client: Peer;
  readonly server: Peer;
  readonly connection: ConnectionFacts;
  /** Which direction of the connection the client sends. */
  readonly clientDirection: 0 | 1;
  tls?: TlsFacts;
  readonly auth: AuthAttempt[];
}

export type { Side };
