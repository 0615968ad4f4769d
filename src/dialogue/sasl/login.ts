/** LOGIN (draft-murchison-sasl-login, in no RFC): the user name, then the password, each in a line of its own. */
import type { Mechanism, MechanismReader, SaslStep } from './mechanism.js';
import { promptOf } from './prompt.js';

const ASKS_FOR_NAME = /^user|^login/i;
const ASKS_FOR_PASSWORD = /^pass/i;

class Login implements MechanismReader {
  #answers = 0;
  /** What the latest question asks for, where its words say so. */
  #asked: 'username' | 'password' | undefined;

  challenge(octets: Buffer): SaslStep | undefined {
    const step = promptOf(octets);
    const words = step?.decoded?.['prompt'] ?? '';
    this.#asked = ASKS_FOR_NAME.test(words) ? 'username' : ASKS_FOR_PASSWORD.test(words) ? 'password' : undefined;
    return step;
  }

  /** Where the question is lost, or put in other words, the order tells what the answer is. */
  response(octets: Buffer): SaslStep | undefined {
    const value = octets.toString('utf8');
    const is = this.#asked ?? (['username', 'password'] as const)[this.#answers];
    this.#answers++;
    this.#asked = undefined;
    if (is === 'username') return { note: { key: 'sasl.username', params: { username: value } }, decoded: { username: value }, username: value };
    if (is === undefined) return { note: { key: 'sasl.response', params: { mechanism: 'LOGIN', bytes: octets.length } }, secrets: [] };
    return { note: { key: 'sasl.password', params: { password: value } }, decoded: { password: value }, secrets: [value], password: value };
  }

  silence(): undefined {
    this.#answers++;
    this.#asked = undefined;
  }
}

export const login: Mechanism = {
  start: () => new Login(),
  isBetrayedBy: (octets, from) => {
    const words = octets.toString('latin1');
    return from === 'server' && (ASKS_FOR_NAME.test(words) || ASKS_FOR_PASSWORD.test(words));
  },
};
