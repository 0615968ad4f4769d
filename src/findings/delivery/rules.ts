/** What became of mails. */
import type { AnyRule } from '../rule.js';
import { refusedRecipient } from './refused-recipient.js';

export const DELIVERY: readonly AnyRule[] = [refusedRecipient];
