/** By what the mail protocols are known, from the first octets of both sides. */
import type { Direction } from '../../model/endpoint.js';
import type { MailProtocol } from '../../model/session.js';
import type { Evidence, TlsSides, Verdict } from './evidence.js';
import type { PortRow } from './mail-ports.js';

interface Speech {
  /** What only a server of this protocol says. */
  readonly server: RegExp;
  readonly client: RegExp;
  /** Of its commands those that no other protocol with such replies has; absent where all of them are so. */
  readonly ownCommand?: RegExp;
  /** A server line so clear that nothing else need be waited for on a foreign port. */
  readonly clearGreeting: RegExp;
  /** A client line that is clear by itself, for captures that begin in the middle. */
  readonly clearCommand: RegExp;
}

export const SPEECH: Readonly<Record<'smtp' | 'pop3' | 'imap', Speech>> = {
  smtp: {
    server: /^[2-5]\d\d[ -]/,
    client: /^(?:EHLO|HELO|LHLO|MAIL FROM:|RCPT TO:|DATA\r?\n|BDAT \d|RSET\r?\n|VRFY |EXPN |NOOP|QUIT\r?\n|AUTH [A-Z]|STARTTLS)/i,
    // FTP and NNTP know AUTH, STARTTLS, NOOP and QUIT as well (RFC 959, 3977, 4217, 4642).
    ownCommand: /^(?:EHLO|HELO|LHLO|MAIL FROM:|RCPT TO:|DATA\r?\n|BDAT \d|VRFY |EXPN )/im,
    clearGreeting: /^220[ -][^\n]*\b(?:E?SMTP|LMTP)\b/i,
    clearCommand: /^(?:MAIL FROM:|RCPT TO:) ?<|^[EL]HLO \S+\r?\n/i,
  },
  pop3: {
    server: /^(?:\+OK|-ERR)[ \r\n]/,
    client: /^(?:USER |PASS |APOP |CAPA|STLS|AUTH|STAT|LIST|RETR \d|UIDL|DELE \d|TOP \d|NOOP|RSET|QUIT)/i,
    clearGreeting: /^\+OK [^\n]*(?:\bPOP3?\b|<[^>\s]+@[^>\s]+>)/i,
    clearCommand: /^(?:RETR|DELE) \d+\r?\n/i,
  },
  imap: {
    server: /^(?:\* (?:OK|PREAUTH|BYE|CAPABILITY|\d+ [A-Z]|FLAGS|LIST|SEARCH|STATUS)|[A-Za-z0-9.]{1,32} (?:OK|NO|BAD) )/i,
    client:
      /^[!-~]{1,32} (?:CAPABILITY|LOGIN|AUTHENTICATE|STARTTLS|SELECT|EXAMINE|LIST|LSUB|STATUS|NOOP|LOGOUT|IDLE|ID|NAMESPACE|ENABLE|FETCH|STORE|SEARCH|APPEND|COPY|MOVE|EXPUNGE|CLOSE|CHECK|CREATE|UID (?:FETCH|STORE|SEARCH|COPY|MOVE|EXPUNGE))\b/i,
    clearGreeting: /^\* (?:OK|PREAUTH)\b[^\n]*(?:\bIMAP|CAPABILITY)/i,
    clearCommand: /^[!-~]{1,32} (?:UID (?:FETCH|STORE|SEARCH|COPY)|AUTHENTICATE [A-Z]|EXAMINE |LSUB )/i,
  },
};

export type SpeechName = keyof typeof SPEECH;
export const NAMES: readonly SpeechName[] = ['smtp', 'pop3', 'imap'];

/** Whether this is that protocol beyond doubt, with `client` as the client. */
export function speaks(name: SpeechName, { heads, speaksFirst }: Evidence, client: Direction): boolean {
  const { server, client: command, ownCommand = command, clearGreeting, clearCommand } = SPEECH[name];
  const clientHead = heads[client];
  const serverHead = heads[1 - client]!;
  if (clearGreeting.test(serverHead) || clearCommand.test(clientHead)) return true;
  return speaksFirst !== client && server.test(serverHead) && ownCommand.test(clientHead);
}

export function sameSpeech(name: SpeechName, protocol: MailProtocol): boolean {
  return name === protocol || (name === 'smtp' && protocol === 'lmtp');
}

export function verdictOf(
  name: SpeechName,
  row: PortRow | undefined,
  clientDirection: Direction,
  clientHead: string,
  tls: TlsSides = 'neither',
): Verdict {
  if (row !== undefined && sameSpeech(name, row.protocol)) return { protocol: row.protocol, service: 'port', clientDirection, tls };
  const protocol = name === 'smtp' && /^LHLO /i.test(clientHead) ? 'lmtp' : name;
  return { protocol, service: 'content', clientDirection, tls };
}
