/** PLAIN (RFC 4616): [authorization identity] NUL authentication identity NUL password. */
import { otherName, type Mechanism, type SaslStep } from './mechanism.js';
import { promptOf } from './prompt.js';

function response(octets: Buffer): SaslStep | undefined {
  const parts = octets.toString('utf8').split('\0', 4);
  const [acting, username, password] = parts;
  if (parts.length !== 3 || username === undefined || password === undefined) return undefined;
  const actingAs = otherName(acting, username);
  return {
    note: { key: 'sasl.plain', params: { username, password, actingAs } },
    decoded: { username, password, authorization: actingAs },
    secrets: [password],
    username,
    password,
  };
}

/** Octets of another mechanism may hold two NULs by chance. */
const TEXT = /^[^\x01-\x1f\x7f\ufffd]*$/;

export const plain: Mechanism = {
  start: () => ({ response, challenge: promptOf }),
  isBetrayedBy: (octets, from) => from === 'client' && TEXT.test(octets.toString('utf8')) && response(octets) !== undefined,
};
