/** One rule for each cause of a refusal. */
import type { AnyRule } from '../rule.js';
import { refusalRule } from './refusal-rule.js';

export const REFUSALS: readonly AnyRule[] = [
  refusalRule('delivery.greylisted', 'greylisting', 'info', 'RFC 6647 §2'),
  refusalRule('delivery.block-list', 'block-list', 'notice', 'RFC 5782 §1'),
  refusalRule('delivery.relay-refused', 'relay', 'notice', 'RFC 5321 §7.9'),
  refusalRule('delivery.mailbox-full', 'mailbox-full', 'notice', 'RFC 3463 §3.3'),
  refusalRule('delivery.too-large', 'size', 'notice', 'RFC 1870 §6'),
  refusalRule('delivery.login-required', 'login', 'notice', 'RFC 6409 §4.3'),
  refusalRule('delivery.encryption-required', 'encryption', 'notice', 'RFC 3207 §4'),
  refusalRule('delivery.rate-limited', 'rate', 'notice', 'RFC 5321 §7.8'),
  refusalRule('delivery.unknown-recipient', 'unknown-recipient', 'notice', 'RFC 3463 §3.2'),
  refusalRule('delivery.content-refused', 'content', 'notice', 'RFC 5321 §7.9'),
  refusalRule('delivery.policy', 'policy', 'notice', 'RFC 3463 §3.8'),
  refusalRule('delivery.deferred', 'for-now', 'notice', 'RFC 5321 §4.2.1'),
  refusalRule('delivery.refused', 'for-good', 'notice', 'RFC 5321 §4.2.1'),
];
