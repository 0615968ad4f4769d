/** What endangers passwords, mails or their readers. */
import type { AnyRule } from '../rule.js';
import { cleartextLogin } from './cleartext-login.js';

export const SECURITY: readonly AnyRule[] = [cleartextLogin];
