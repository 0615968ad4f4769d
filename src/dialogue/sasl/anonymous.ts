/** ANONYMOUS (RFC 4505): a line of trace information, often a mail address, and no proof of anything. */
import type { Mechanism, SaslStep } from './mechanism.js';

function visitor(trace: string | undefined): SaslStep {
  return { note: { key: 'sasl.anonymous', params: { trace } }, ...(trace === undefined ? undefined : { decoded: { trace } }) };
}

export const anonymous: Mechanism = {
  start: () => ({
    response: (octets) => visitor(octets.toString('utf8')),
    challenge: () => undefined,
    silence: () => visitor(undefined),
  }),
};
