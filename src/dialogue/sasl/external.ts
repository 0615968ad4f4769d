/** EXTERNAL (RFC 4422 App. A): who the client is has been settled elsewhere; it sends only as whom it wants to act, or nothing. */
import type { Mechanism, SaslStep } from './mechanism.js';

function identity(username: string | undefined): SaslStep {
  return {
    note: { key: 'sasl.external', params: { username } },
    ...(username === undefined ? undefined : { decoded: { username }, username }),
  };
}

export const external: Mechanism = {
  start: () => ({
    response: (octets) => identity(octets.toString('utf8')),
    challenge: () => undefined,
    silence: () => identity(undefined),
  }),
};
