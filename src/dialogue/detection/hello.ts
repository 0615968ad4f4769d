/** TLS on a port that says nothing of what is inside: what its ClientHello tells (RFC 8446 §4.1.2). */
import type { Direction } from '../../model/endpoint.js';
import { limits } from '../limits.js';
import type { Decision, Evidence } from './evidence.js';

/** A TLS record, of any kind where a capture begins in the middle (RFC 8446 §5.1), or an SSLv2 hello. */
export const TLS_RECORD = /^(?:[\x14-\x17]\x03[\x00-\x04]|\x80.\x01\x03)/s;
/** What a hello asks for first inside TLS (ALPN, RFC 7301 §3.1), where it is no mail. */
const FOREIGN_INSIDE = /\x00\x10\x00[^]\x00[^](?:\x02h[23]|\x08http\/|\x03dot|\x04mqtt|\x0bxmpp-|\x03ftp|\x04nntp|\x03irc|\x03ssh)/;
/** And where it is; SMTP has no name there (IANA's TLS ALPN Protocol IDs). */
const MAIL_INSIDE = /\x00\x10\x00[^]\x00[^](?:\x04(imap)|\x04(pop3))/;
/** A record that begins with a ClientHello, and its length (RFC 8446 §4, §5.1). */
const HELLO = /^\x16\x03[\x00-\x04]([^])([^])\x01/;
const RECORD_HEADER = 5;

/** Whether a side begins TLS, and its hello can be seen. */
export function isHello(head: string): boolean {
  return HELLO.test(head);
}

/** The client says that it wants something else than mail. */
export function asksForOther(head: string): boolean {
  return FOREIGN_INSIDE.test(head);
}

/** The client may say what it wants, or the keys may. */
export function detectByHello({ heads, final }: Evidence, client: Direction): Decision | undefined {
  const [head, answer] = [heads[client], heads[1 - client]!];
  const [, high, low] = HELLO.exec(head)!;
  const whole = RECORD_HEADER + high!.charCodeAt(0) * 256 + low!.charCodeAt(0);
  if (!final && head.length < Math.min(whole, limits.detection)) return undefined;
  if (asksForOther(head) || (answer !== '' && !TLS_RECORD.test(answer))) return 'foreign';
  const [, imap, pop3] = MAIL_INSIDE.exec(head) ?? [];
  if (imap === undefined && pop3 === undefined) return { sealedBy: client };
  return { protocol: imap === undefined ? 'pop3' : 'imap', service: 'content', clientDirection: client, tls: 'both' };
}
