/**
 * Decides from ports and first octets whether a connection carries mail, which protocol, and who is the client. What
 * is said counts more than the port: a foreign protocol on port 25 is left alone, SMTP on port 10025 is found.
 */
import type { Direction } from '../model/stream.js';
import type { MailProtocol } from '../model/session.js';

export interface PortRow {
  readonly protocol: MailProtocol;
  /** TLS from the first octet. */
  readonly tls: boolean;
}

/** Ports on which mail is expected: IANA's, and those that are in use beside them. */
export const MAIL_PORTS: Readonly<Record<number, PortRow>> = {
  24: { protocol: 'lmtp', tls: false },
  25: { protocol: 'smtp', tls: false },
  110: { protocol: 'pop3', tls: false },
  143: { protocol: 'imap', tls: false },
  366: { protocol: 'smtp', tls: false },
  465: { protocol: 'smtp', tls: true },
  587: { protocol: 'smtp', tls: false },
  993: { protocol: 'imap', tls: true },
  995: { protocol: 'pop3', tls: true },
  2525: { protocol: 'smtp', tls: false },
};

export interface Evidence {
  readonly ports: readonly [number, number];
  readonly opener: Direction | undefined;
  /** The first octets of each direction, latin1; empty where nothing came yet. */
  readonly heads: readonly [string, string];
  /** Who sent octets first. */
  readonly speaksFirst: Direction | undefined;
  /** Nothing more will be learned: the connection ended, or enough has been kept. */
  readonly final: boolean;
}

export interface Verdict {
  readonly protocol: MailProtocol;
  readonly service: 'port' | 'content';
  readonly clientDirection: Direction;
  readonly tls: boolean;
}

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

const SPEECH: Readonly<Record<'smtp' | 'pop3' | 'imap', Speech>> = {
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

type SpeechName = keyof typeof SPEECH;
const NAMES: readonly SpeechName[] = ['smtp', 'pop3', 'imap'];

/** Begins a TLS record with a handshake (RFC 8446 §5.1), or an SSLv2 hello. */
const TLS_RECORD = /^\x16\x03[\x00-\x04]/;
/** What no mail protocol begins with. */
const FOREIGN = /^(?:[A-Z]{3,8} \S+ (?:HTTP|RTSP|SIP)\/|HTTP\/|SSH-|GET \/|\*\d+\r\n\$|\x16\x03|\x80.\x01\x03|PRI \* HTTP)/s;
/** The only ways in which a conversation on some other port could still turn out to be mail. */
const POSSIBLE = /^(?:[2-5](?:\d(?:\d(?:[ -].*)?)?)?|(?:RETR|DELE|TOP) \d.*|\+(?:O(?:K.*)?)?|\*(?: .*)?|[!-~]{1,32}(?: [A-Za-z].*|\r?\n?|\r?\n.*)?)$/s;

/** The verdict; 'foreign' where it is none of ours; undefined where more octets are needed. */
export function detect(evidence: Evidence): Verdict | 'foreign' | undefined {
  const client = clientByNetwork(evidence);
  const row = client === undefined ? undefined : MAIL_PORTS[evidence.ports[1 - client]!];
  return client === undefined || row === undefined ? detectByContent(evidence) : detectOnMailPort(evidence, client, row);
}

/** Who is the client, as far as handshake and ports tell. */
function clientByNetwork({ opener, ports }: Evidence): Direction | undefined {
  if (opener !== undefined) return opener;
  if (MAIL_PORTS[ports[1]] !== undefined) return 0;
  return MAIL_PORTS[ports[0]] !== undefined ? 1 : undefined;
}

function detectOnMailPort(evidence: Evidence, client: Direction, row: PortRow): Verdict | 'foreign' | undefined {
  const said = { client: evidence.heads[client], server: evidence.heads[1 - client]! };
  const spoken = NAMES.find((name) => SPEECH[name].server.test(said.server));
  if (spoken !== undefined) return verdictOf(spoken, row, client, said.client);
  if (TLS_RECORD.test(said.client) || TLS_RECORD.test(said.server)) {
    return row.tls ? { protocol: row.protocol, service: 'port', clientDirection: client, tls: true } : 'foreign';
  }
  if (FOREIGN.test(said.client) || FOREIGN.test(said.server)) return 'foreign';
  const asked = NAMES.find((name) => SPEECH[name].client.test(said.client));
  if (asked !== undefined && sameSpeech(asked, row.protocol)) return verdictOf(asked, row, client, said.client);
  if (!evidence.final || isBinary(said.client) || isBinary(said.server)) return evidence.final ? 'foreign' : undefined;
  // Nothing speaks against it: the capture begins inside a mail or a list, or nobody said a word.
  return { protocol: row.protocol, service: 'port', clientDirection: client, tls: row.tls };
}

function sameSpeech(name: SpeechName, protocol: MailProtocol): boolean {
  return name === protocol || (name === 'smtp' && protocol === 'lmtp');
}

function verdictOf(name: SpeechName, row: PortRow | undefined, clientDirection: Direction, clientHead: string): Verdict {
  if (row !== undefined && sameSpeech(name, row.protocol)) {
    return { protocol: row.protocol, service: 'port', clientDirection, tls: false };
  }
  const protocol = name === 'smtp' && /^LHLO /i.test(clientHead) ? 'lmtp' : name;
  return { protocol, service: 'content', clientDirection, tls: false };
}

function detectByContent(evidence: Evidence): Verdict | 'foreign' | undefined {
  if (evidence.heads.some((head) => head !== '' && !POSSIBLE.test(head))) return 'foreign';
  for (const client of evidence.opener === undefined ? ([0, 1] as const) : [evidence.opener]) {
    const name = NAMES.find((candidate) => speaks(candidate, evidence, client));
    if (name !== undefined) return verdictOf(name, undefined, client, evidence.heads[client]);
  }
  return evidence.final ? 'foreign' : undefined;
}

/** Whether this is that protocol beyond doubt, with `client` as the client. */
function speaks(name: SpeechName, { heads, speaksFirst }: Evidence, client: Direction): boolean {
  const { server, client: command, ownCommand = command, clearGreeting, clearCommand } = SPEECH[name];
  const clientHead = heads[client];
  const serverHead = heads[1 - client]!;
  if (clearGreeting.test(serverHead) || clearCommand.test(clientHead)) return true;
  return speaksFirst !== client && server.test(serverHead) && ownCommand.test(clientHead);
}

/** Octets that no text of a mail conversation has: control characters beside the usual blanks. */
function isBinary(head: string): boolean {
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls * 20 > head.length;
}
