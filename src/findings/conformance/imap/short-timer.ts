/** A server that ends a silent session earlier than it may. */
import { watchSilence } from '../silence.js';
import type { Rule } from '../../rule.js';

export const shortTimer: Rule<'imap.short-timer'> = {
  id: 'imap.short-timer',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 9051 §5.4',
  protocols: ['imap'],
  begin: () => watchSilence(30 * 60),
};
