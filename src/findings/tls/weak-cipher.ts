/** A cipher that can be broken, or that does not encrypt at all (RFC 7465, RFC 9325 §4.1). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverHelloIn } from './handshake-parts.js';

/** Bits of the key that the RFC asks for. */
const LEAST = 112;
const BROKEN: ReadonlySet<string> = new Set(['RC4', 'RC2', 'NULL', '3DES_EDE']);

export const weakCipher: Rule<'tls.weak-cipher'> = {
  id: 'tls.weak-cipher',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 9325 §4.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const suite = serverHelloIn(entry)?.suite;
      if (suite?.cipher === undefined) return;
      const isShort = suite.keyBits !== undefined && suite.keyBits < LEAST;
      if (isShort || BROKEN.has(suite.cipher)) tell({ suite: suite.name, cipher: suite.cipher, bits: suite.keyBits }, { entry });
    },
  }),
};
