/** How a hop was made: the names that IANA lists for the `with` clause (RFC 3848, RFC 6531 §4.3), and a few that it does not. */
import type { HopProtocol } from '../model/message.js';

const REGISTERED = /^(UTF8)?(E?SMTP|LMTP)(S?)(A?)$/;
/** Seen in the wild: Exchange names its SMTP so (captures of nDPI: ndpi-pop3.pcap). */
const EXCHANGE = /^Microsoft SMTP Server/i;
/** What servers write into comments that do not write it into the name: sendmail, Exchange, and Postfix of old. */
const TLS = /\bTLS(?:v?1|_|\))|\bcipher=/i;
const LOGIN = /\bauthenticated (?:bits=|sender)/i;

const OTHERS: Readonly<Record<string, HopProtocol['kind']>> = { HTTP: 'web', HTTPS: 'web', MAPI: 'exchange' };

/** `clause`: of the protocol, with its comments; `field`: the whole value. Undefined for what nobody has written down. */
export function readProtocol(clause: string, field: string): HopProtocol | undefined {
  const comment = clause.indexOf('(');
  const words = (comment === -1 ? clause : clause.slice(0, comment)).trim();
  const [name = ''] = words.split(' ', 1);
  const upper = name.toUpperCase();
  const tls = TLS.test(field);
  const auth = LOGIN.test(field);
  if (EXCHANGE.test(words)) return { kind: 'esmtp', tls, auth, utf8: false };
  if (Object.hasOwn(OTHERS, upper)) return { kind: OTHERS[upper]!, tls: upper === 'HTTPS', auth: false, utf8: false };
  const [, utf8, base, s, a] = REGISTERED.exec(upper) ?? [];
  if (base === undefined) return undefined;
  const kind = base === 'LMTP' ? 'lmtp' : base === 'SMTP' && utf8 === undefined ? 'smtp' : 'esmtp';
  return { kind, tls: s === 'S' || tls, auth: a === 'A' || auth, utf8: utf8 !== undefined };
}
