/** What the tests of POP3's words go through: the lists of IANA in test/registries, and what stands in none. */
import { registry } from '../registries/registry.js';

/** What stands behind some of them. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  SASL: 'PLAIN CRAM-MD5',
  'LOGIN-DELAY': '900 USER',
  EXPIRE: 'NEVER',
  IMPLEMENTATION: 'Shlemazle-Plotz-v302',
  UTF8: 'USER',
};

export const CAPABILITIES = registry('pop3-capabilities').map((tag) => ({ tag, args: ARGUMENTS[tag] ?? '' }));

export const RESPONSE_CODES = registry('pop3-response-codes');

/** Not registered, and met all the same: GNU Mailutils, Google, Zimbra, Dovecot, RFC 1082, RFC 1939. */
export const PRIVATE = ['XTLSREQUIRED', 'X-GOOGLE-RICO', 'X-GOOGLE-VERHOEVEN', 'XOIP', 'XCLIENT', 'XTND', 'APOP', 'LAST', 'CAPA'] as const;
