/** IANA, "POP3 Extension Mechanism", as of 2026-11: https://www.iana.org/assignments/pop3-extension-mechanism */
import { registry } from '../registries/registry.js';

export const CAPABILITIES = [
  { tag: 'TOP', args: '', reference: 'RFC 2449' },
  { tag: 'USER', args: '', reference: 'RFC 2449' },
  { tag: 'SASL', args: 'PLAIN CRAM-MD5', reference: 'RFC 5034' },
  { tag: 'RESP-CODES', args: '', reference: 'RFC 2449' },
  { tag: 'LOGIN-DELAY', args: '900 USER', reference: 'RFC 2449' },
  { tag: 'PIPELINING', args: '', reference: 'RFC 2449' },
  { tag: 'EXPIRE', args: 'NEVER', reference: 'RFC 2449' },
  { tag: 'UIDL', args: '', reference: 'RFC 2449' },
  { tag: 'IMPLEMENTATION', args: 'Shlemazle-Plotz-v302', reference: 'RFC 2449' },
  { tag: 'STLS', args: '', reference: 'RFC 2595' },
  { tag: 'AUTH-RESP-CODE', args: '', reference: 'RFC 3206' },
  { tag: 'UTF8', args: 'USER', reference: 'RFC 6856' },
  { tag: 'LANG', args: '', reference: 'RFC 6856' },
] as const;

export const RESPONSE_CODES = registry('pop3-response-codes');

/** Not registered, and met all the same: GNU Mailutils, Google, Zimbra, Dovecot, RFC 1082, RFC 1939. */
export const PRIVATE = ['XTLSREQUIRED', 'X-GOOGLE-RICO', 'X-GOOGLE-VERHOEVEN', 'XOIP', 'XCLIENT', 'XTND', 'APOP', 'LAST', 'CAPA'] as const;
