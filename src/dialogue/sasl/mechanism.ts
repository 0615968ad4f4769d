/** What every SASL mechanism (RFC 4422) has to offer here: it reads the lines of one exchange. It never judges them. */
import type { SaslNote } from '../../model/notes/sasl.js';
import type { Side } from '../../model/endpoint.js';

/** One line of an exchange, explained. */
export interface SaslStep {
  readonly note: SaslNote;
  /** Undefined values are left out of it. */
  readonly decoded?: Readonly<Record<string, string | undefined>>;
  /** What must be masked besides the line itself; there is nothing secret in a line without it. */
  readonly secrets?: readonly string[];
  readonly username?: string | undefined;
  readonly password?: string;
  /** Serves as a password until it expires. */
  readonly token?: string;
}

/** Follows one exchange. Octets that are not what the mechanism asks for give undefined. */
export interface MechanismReader {
  response(octets: Buffer): SaslStep | undefined;
  challenge(octets: Buffer): SaslStep | undefined;
  /** An empty line of the client, where it says more than that there is nothing to say. */
  silence?(): SaslStep | undefined;
}

export interface Mechanism {
  start(name: string): MechanismReader;
  /** Whether nothing but this mechanism says such a thing: it gives an exchange away whose command was not captured. */
  isBetrayedBy?(octets: Buffer, from: Side): boolean;
}

/** For mechanisms whose lines are like no other's. */
export function betrayedByAll(start: (name: string) => MechanismReader): Mechanism {
  return {
    start,
    isBetrayedBy: (octets, from) => {
      const reader = start('');
      return (from === 'client' ? reader.response(octets) : reader.challenge(octets)) !== undefined;
    },
  };
}

/** Whom the user wants to act as, where that is somebody else. */
export function otherName(authorization: string | undefined, username: string): string | undefined {
  return authorization === '' || authorization === username ? undefined : authorization;
}
