/**
 * Decides from ports and first octets whether a connection carries mail, which protocol, and who is the client. What
 * is said counts more than the port: a foreign protocol on port 25 is left alone, SMTP on port 10025 is found.
 */
import type { Direction } from '../model/endpoint.js';
import type { MailProtocol } from '../model/session.js';
import { limits } from './limits.js';

export interface PortRow {
  readonly protocol: MailProtocol;
  /** TLS from the first octet. */
  readonly tls: boolean;
}

/** Ports on which mail is expected: IANA's, and those that are in use beside them. */
const MAIL_PORTS: Readonly<Record<number, PortRow>> = {
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

/** Whether what comes to that port is TLS from the first octet (RFC 8314 §3). */
export function isTlsPort(port: number): boolean {
  return MAIL_PORTS[port]?.tls === true;
}

/** By which who captures chooses. */
export const mailPorts: readonly number[] = Object.keys(MAIL_PORTS).map(Number);

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
  readonly tls: TlsSides;
}

/** Whose first octet begins TLS. `client`: it asked for TLS on a port where the server speaks in clear. */
export type TlsSides = 'neither' | 'both' | 'client';

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

/** A TLS record, of any kind where a capture begins in the middle (RFC 8446 §5.1), or an SSLv2 hello. */
const TLS_RECORD = /^(?:[\x14-\x17]\x03[\x00-\x04]|\x80.\x01\x03)/s;
/** What a hello asks for first inside TLS (ALPN, RFC 7301 §3.1), where it is no mail. */
const FOREIGN_INSIDE = /\x00\x10\x00[^]\x00[^](?:\x02h[23]|\x08http\/|\x03dot|\x04mqtt|\x0bxmpp-|\x03ftp|\x04nntp|\x03irc|\x03ssh)/;
/** And where it is; SMTP has no name there (IANA's TLS ALPN Protocol IDs). */
const MAIL_INSIDE = /\x00\x10\x00[^]\x00[^](?:\x04(imap)|\x04(pop3))/;
/** A record that begins with a ClientHello, and its length (RFC 8446 §4, §5.1). */
const HELLO = /^\x16\x03[\x00-\x04]([^])([^])\x01/;
const RECORD_HEADER = 5;
/** What no mail protocol begins with. */
const FOREIGN = /^(?:[A-Z]{3,8} \S+ (?:HTTP|RTSP|SIP)\/|HTTP\/|SSH-|GET \/|\*\d+\r\n\$|PRI \* HTTP)/s;
/** With what others begin a connection: IRC, ManageSieve (RFC 5804 §1.2), XMPP, VNC (RFC 6143 §7.1.1), rsync, Telnet (RFC 854). */
const FOREIGN_BEGINNING = /^(?:(?:NICK|CAP LS|CAP REQ)\b|:\S+ (?:\d{3}|NOTICE) |"IMPLEMENTATION" |<\?xml |<stream:|RFB \d{3}\.|@RSYNCD:|\xff[\xfb-\xfe])/;
/** The greetings of FTP, by what its servers call themselves, and of NNTP (RFC 3977 §5.1). SMTP begins with another code, or says its name. */
const FOREIGN_GREETING = /^(?:220[ -](?![^\n]*[SL]MTP)[^\n]*(?:\b(?:vs|pro)?ftpd?(?![\w.-])|FileZilla)|20[01][ -])/i;
const UNFINISHED_GREETING = /^220[ -][^\n]*$/;
/** The only ways in which a conversation on some other port could still turn out to be mail. */
const POSSIBLE = /^(?:[2-5](?:\d(?:\d(?:[ -].*)?)?)?|(?:RETR|DELE|TOP) \d.*|\+(?:O(?:K.*)?)?|\*(?: .*)?|[!-~]{1,32}(?: [A-Za-z].*|\r?\n?|\r?\n.*)?)$/s;

/** What the first octets of a side are. `other` is text that nothing tells apart, `silence` none at all. */
export type Opening = SpeechName | 'tls' | 'foreign' | 'binary' | 'other' | 'silence';

const MAIL: readonly Opening[] = NAMES;
/** What a side of a mail conversation may well begin with, where the capture begins in the middle. */
const UNREMARKABLE: readonly Opening[] = ['binary', 'other', 'silence'];

/** What follows for a mail port. `server`: the protocol that the server speaks; `client`: that which the client speaks. */
type Ruling = 'server' | 'client' | 'port' | 'tls' | 'foreign';

interface Rule {
  /** What the sides begin with; absent: whatever it is. */
  readonly server?: readonly Opening[];
  readonly client?: readonly Opening[];
  /** The port is one for TLS from the first octet. */
  readonly tlsPort?: boolean;
  readonly when?: (said: Said) => boolean;
  /** Holds only when nothing more will be heard. */
  readonly final?: true;
  readonly ruling: Ruling;
}

interface Said {
  readonly evidence: Evidence;
  readonly clientDirection: Direction;
  readonly row: PortRow;
  readonly server: Opening;
  readonly client: Opening;
}

/** The first that holds decides; none: more must be heard. A client that is odd is heard out, since its server may speak mail. */
const RULES: readonly Rule[] = [
  { server: MAIL, client: [...MAIL, ...UNREMARKABLE], ruling: 'server' },
  // An HTTP or TLS probe, but of a mail server: it is greeted, or told off.
  { server: MAIL, when: isUnmistakable, ruling: 'server' },
  { server: MAIL, ruling: 'foreign' },
  { server: ['tls'], tlsPort: true, ruling: 'tls' },
  // Without STARTTLS on a port for it: set up so on purpose or by mistake, unless the client says what else it wants.
  { server: ['tls'], client: ['tls'], when: wantsNothingElse, ruling: 'tls' },
  { server: ['tls', 'foreign'], ruling: 'foreign' },
  { server: UNREMARKABLE, client: MAIL, when: speaksAsThePort, ruling: 'client' },
  { server: UNREMARKABLE, client: ['tls'], tlsPort: true, final: true, ruling: 'tls' },
  { client: ['tls', 'foreign'], final: true, ruling: 'foreign' },
  // In the middle of a record no octet tells TLS from anything else.
  { client: ['binary'], tlsPort: true, when: beginsInTheMiddle, final: true, ruling: 'tls' },
  { server: ['binary'], tlsPort: true, when: beginsInTheMiddle, final: true, ruling: 'tls' },
  { client: ['binary'], final: true, ruling: 'foreign' },
  { server: ['binary'], final: true, ruling: 'foreign' },
  // Nothing speaks against it: the capture begins inside a mail or a list, or nobody said a word.
  { final: true, ruling: 'port' },
];

/** To whoever speaks first, Redis answers as POP3 does: -ERR, or +OK without a word behind it. */
function isUnmistakable({ evidence: { heads, speaksFirst }, server, clientDirection }: Said): boolean {
  return server !== 'pop3' || speaksFirst !== clientDirection || /^\+OK /i.test(heads[1 - clientDirection]!);
}

function wantsNothingElse({ evidence: { heads }, clientDirection }: Said): boolean {
  return !FOREIGN_INSIDE.test(heads[clientDirection]);
}

function speaksAsThePort({ client, row }: Said): boolean {
  return sameSpeech(client as SpeechName, row.protocol);
}

function beginsInTheMiddle({ evidence: { opener } }: Said): boolean {
  return opener === undefined;
}

function serverOpening(said: Evidence, clientDirection: Direction, expected: SpeechName): Opening {
  const head = said.heads[1 - clientDirection]!;
  if (said.opener !== undefined && said.speaksFirst !== clientDirection) {
    if (FOREIGN_GREETING.test(head)) return 'foreign';
    // Whose greeting it is, the rest of the line may say.
    if (!said.final && UNFINISHED_GREETING.test(head)) return 'silence';
  }
  return openingOf(head, 'server', expected, said);
}

/** `expected`: what is spoken on the port. NOOP and QUIT are commands of two protocols. */
function openingOf(head: string, side: 'client' | 'server', expected: SpeechName, { opener }: Evidence): Opening {
  if (head === '') return 'silence';
  const spoken = [expected, ...NAMES].find((name) => SPEECH[name][side].test(head));
  if (spoken !== undefined) return spoken;
  if (TLS_RECORD.test(head)) return 'tls';
  if (FOREIGN.test(head) || (opener !== undefined && FOREIGN_BEGINNING.test(head))) return 'foreign';
  return isBinary(head) ? 'binary' : 'other';
}

/** 'foreign': it is none of ours. `Sealed`: it is TLS that this side has begun, and only what is inside can tell. */
export type Decision = Verdict | 'foreign' | Sealed;

export interface Sealed {
  readonly sealedBy: Direction;
}

/** Undefined where more octets are needed. */
export function detect(evidence: Evidence): Decision | undefined {
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

function detectOnMailPort(evidence: Evidence, clientDirection: Direction, row: PortRow): Verdict | 'foreign' | undefined {
  const expected = row.protocol === 'lmtp' ? 'smtp' : row.protocol;
  const server = serverOpening(evidence, clientDirection, expected);
  const client = openingOf(evidence.heads[clientDirection], 'client', expected, evidence);
  const said: Said = { evidence, clientDirection, row, server, client };
  const rule = RULES.find((candidate) => holds(candidate, said));
  return rule && verdictBy(rule.ruling, said);
}

function holds(rule: Rule, said: Said): boolean {
  if (rule.final === true && !said.evidence.final) return false;
  if (rule.server?.includes(said.server) === false || rule.client?.includes(said.client) === false) return false;
  return (rule.tlsPort !== true || said.row.tls) && rule.when?.(said) !== false;
}

function verdictBy(ruling: Ruling, said: Said): Verdict | 'foreign' {
  const { row, server, client, clientDirection } = said;
  const { protocol } = row;
  const clientHead = said.evidence.heads[clientDirection];
  switch (ruling) {
    case 'foreign':
      return 'foreign';
    case 'tls':
      return { protocol, service: 'port', clientDirection, tls: 'both' };
    case 'port':
      return { protocol, service: 'port', clientDirection, tls: row.tls ? 'both' : 'neither' };
    case 'client':
      return verdictOf(client as SpeechName, row, clientDirection, clientHead);
    case 'server':
      return verdictOf(server as SpeechName, row, clientDirection, clientHead, client === 'tls' ? 'client' : 'neither');
  }
}

function sameSpeech(name: SpeechName, protocol: MailProtocol): boolean {
  return name === protocol || (name === 'smtp' && protocol === 'lmtp');
}

function verdictOf(
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

function detectByContent(evidence: Evidence): Decision | undefined {
  const clients = evidence.opener === undefined ? ([0, 1] as const) : [evidence.opener];
  const caller = clients.find((client) => HELLO.test(evidence.heads[client]));
  if (caller !== undefined) return detectByHello(evidence, caller);
  if (evidence.heads.some((head) => head !== '' && !POSSIBLE.test(head))) return 'foreign';
  for (const client of clients) {
    const name = NAMES.find((candidate) => speaks(candidate, evidence, client));
    if (name !== undefined) return verdictOf(name, undefined, client, evidence.heads[client]);
  }
  return evidence.final ? 'foreign' : undefined;
}

/** TLS on a port that says nothing: the client may say what it wants, or the keys may. */
function detectByHello({ heads, final }: Evidence, client: Direction): Decision | undefined {
  const [head, answer] = [heads[client], heads[1 - client]!];
  const [, high, low] = HELLO.exec(head)!;
  const whole = RECORD_HEADER + high!.charCodeAt(0) * 256 + low!.charCodeAt(0);
  if (!final && head.length < Math.min(whole, limits.detection)) return undefined;
  if (FOREIGN_INSIDE.test(head) || (answer !== '' && !TLS_RECORD.test(answer))) return 'foreign';
  const [, imap, pop3] = MAIL_INSIDE.exec(head) ?? [];
  if (imap === undefined && pop3 === undefined) return { sealedBy: client };
  return { protocol: imap === undefined ? 'pop3' : 'imap', service: 'content', clientDirection: client, tls: 'both' };
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
