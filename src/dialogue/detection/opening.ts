/** What one side begins with, on a port where mail is expected. */
import type { Direction } from '../../model/endpoint.js';
import type { Evidence } from './evidence.js';
import { TLS_RECORD } from './hello.js';
import { NAMES, SPEECH, type SpeechName } from './speech.js';

/** What the first octets of a side are. `other` is text that nothing tells apart, `silence` none at all. */
export type Opening = SpeechName | 'tls' | 'foreign' | 'binary' | 'other' | 'silence';

/** What no mail protocol begins with. */
const FOREIGN = /^(?:[A-Z]{3,8} \S+ (?:HTTP|RTSP|SIP)\/|HTTP\/|SSH-|GET \/|\*\d+\r\n\$|PRI \* HTTP)/s;
/** With what others begin a connection: IRC, ManageSieve (RFC 5804 §1.2), XMPP, VNC (RFC 6143 §7.1.1), rsync, Telnet (RFC 854). */
const FOREIGN_BEGINNING = /^(?:(?:NICK|CAP LS|CAP REQ)\b|:\S+ (?:\d{3}|NOTICE) |"IMPLEMENTATION" |<\?xml |<stream:|RFB \d{3}\.|@RSYNCD:|\xff[\xfb-\xfe])/;
/** The greetings of FTP, by what its servers call themselves, and of NNTP (RFC 3977 §5.1). SMTP begins with another code, or says its name. */
const FOREIGN_GREETING = /^(?:220[ -](?![^\n]*[SL]MTP)[^\n]*(?:\b(?:vs|pro)?ftpd?(?![\w.-])|FileZilla)|20[01][ -])/i;
const UNFINISHED_GREETING = /^220[ -][^\n]*$/;

export function serverOpening(said: Evidence, clientDirection: Direction, expected: SpeechName): Opening {
  const head = said.heads[1 - clientDirection]!;
  if (said.opener !== undefined && said.speaksFirst !== clientDirection) {
    if (FOREIGN_GREETING.test(head)) return 'foreign';
    // Whose greeting it is, the rest of the line may say.
    if (!said.final && UNFINISHED_GREETING.test(head)) return 'silence';
  }
  return openingOf(head, 'server', expected, said);
}

/** `expected`: what is spoken on the port. NOOP and QUIT are commands of two protocols. */
export function openingOf(head: string, side: 'client' | 'server', expected: SpeechName, { opener }: Evidence): Opening {
  if (head === '') return 'silence';
  const spoken = [expected, ...NAMES].find((name) => SPEECH[name][side].test(head));
  if (spoken !== undefined) return spoken;
  if (TLS_RECORD.test(head)) return 'tls';
  if (FOREIGN.test(head) || (opener !== undefined && FOREIGN_BEGINNING.test(head))) return 'foreign';
  return isBinary(head) ? 'binary' : 'other';
}

/** Octets that no text of a mail conversation has: control characters beside the usual blanks. */
function isBinary(head: string): boolean {
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls * 20 > head.length;
}
