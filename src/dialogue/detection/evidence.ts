/** What is known of a connection while it is asked whether it carries mail, and the answers. */
import type { Direction } from '../../model/endpoint.js';
import type { MailProtocol } from '../../model/session.js';

export interface Evidence {
  readonly ports: readonly [number, number];
  readonly opener: Direction | undefined;
  /** The first octets of each direction, latin1; empty where nothing came yet. */
  readonly heads: readonly [string, string];
  /** Who sent octets first. */
  readonly speaksFirst: Direction | undefined;
  /** Nothing more will be learned: the connection ended, or enough has been kept. */
  readonly final: boolean;
}

export interface Verdict {
  readonly protocol: MailProtocol;
  readonly service: 'port' | 'content';
  readonly clientDirection: Direction;
  readonly tls: TlsSides;
}

/** Whose first octet begins TLS. `client`: it asked for TLS on a port where the server speaks in clear. */
export type TlsSides = 'neither' | 'both' | 'client';

/** 'foreign': it is none of ours. `Sealed`: it is TLS that this side has begun, and only what is inside can tell. */
export type Decision = Verdict | 'foreign' | Sealed;

export interface Sealed {
  readonly sealedBy: Direction;
}
