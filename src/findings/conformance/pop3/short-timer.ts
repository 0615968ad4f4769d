/** A server that ends a silent session earlier than it may. */
import { watchSilence } from '../silence.js';
import type { Rule } from '../../rule.js';

export const shortTimer: Rule<'pop3.short-timer'> = {
  id: 'pop3.short-timer',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 1939 §3',
  protocols: ['pop3'],
  begin: () => watchSilence(10 * 60),
};
