/** Who speaks with whom: the ends of a connection, and the names for its two directions. */

/** The two sides of a conversation, by who opened the connection. */
export type Side = 'client' | 'server';

/** A direction of a connection before it is known who is the client: 0 is sent by the endpoint that was seen first. */
export type Direction = 0 | 1;

export interface Endpoint {
  /** IPv4 dotted or IPv6 in the form of RFC 5952. */
  readonly address: string;
  readonly port: number;
}
