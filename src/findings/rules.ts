/** Every rule there is. A new one is a file, a line here, its values in the model, and its words in every language. */
import { lostOctets } from './capture/lost-octets.js';
import { missingHello } from './conformance/missing-hello.js';
import { refusedRecipient } from './delivery/refused-recipient.js';
import { slowReply } from './performance/slow-reply.js';
import type { AnyRule } from './rule.js';
import { cleartextLogin } from './security/cleartext-login.js';

export const RULES: readonly AnyRule[] = [
  cleartextLogin,
  missingHello,
  refusedRecipient,
  slowReply,
  lostOctets,
];
