/** A key agreement that rests on the server's key alone: who gets that later reads what was recorded before (RFC 9325 §4.1). */
import { ALL_PROTOCOLS, type Rule } from '../rule.js';
import { serverHelloIn } from './handshake-parts.js';

export const lastingKey: Rule<'tls.no-forward-secrecy'> = {
  id: 'tls.no-forward-secrecy',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 9325 §4.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    tls(entry) {
      const suite = serverHelloIn(entry)?.suite;
      // What is not encrypted at all needs no key to be read.
      if (suite?.hasForwardSecrecy === false && suite.keyBits !== 0) tell({ suite: suite.name }, { entry });
    },
  }),
};
