import { describe, expect, it } from 'vitest';
import { detect } from '../../src/dialogue/detection/detection.js';
import type { Decision, Evidence } from '../../src/dialogue/detection/evidence.js';

interface Said {
  readonly client?: string;
  readonly server?: string;
  readonly port?: number;
  readonly first?: 'client' | 'server';
  /** False: the capture begins in the middle. */
  readonly opened?: boolean;
  readonly final?: boolean;
}

/** The client is direction 0. */
function verdictOn({ client = '', server = '', port = 4000, first, opened = true, final = false }: Said): string | undefined {
  const speaker = first ?? (server === '' ? 'client' : 'server');
  const evidence: Evidence = {
    ports: [50_000, port],
    opener: opened ? 0 : undefined,
    heads: [client, server],
    speaksFirst: client === '' && server === '' ? undefined : speaker === 'client' ? 0 : 1,
    final,
  };
  return describeVerdict(detect(evidence));
}

function describeVerdict(verdict: Decision | undefined): string | undefined {
  if (verdict === undefined || verdict === 'foreign') return verdict;
  if ('sealedBy' in verdict) return `sealed by ${verdict.sealedBy}`;
  const { protocol, service, tls, clientDirection } = verdict;
  const inTls = { neither: '', both: ', tls', client: ', tls of the client' }[tls];
  return `${protocol} by ${service}${inTls}${clientDirection === 0 ? '' : ', reversed'}`;
}

describe('a mail port is believed', () => {
  it.each([
    [24, '220 lmtp ready\r\n', 'lmtp by port'],
    [25, '220 ready\r\n', 'smtp by port'],
    [366, '220 ready\r\n', 'smtp by port'],
    [587, '220 ready\r\n', 'smtp by port'],
    [2525, '220-ready\r\n', 'smtp by port'],
    [110, '+OK\r\n', 'pop3 by port'],
    [143, '* OK hi\r\n', 'imap by port'],
  ])('%i with the greeting %j: %s', (port, server, verdict) => {
    expect(verdictOn({ port, server })).toBe(verdict);
  });

  it.each([
    [465, 'smtp'],
    [995, 'pop3'],
    [993, 'imap'],
  ])('%i with a TLS record: %s in TLS', (port, protocol) => {
    const client = '\x16\x03\x01\x02\x00\x01';
    expect(verdictOn({ port, client })).toBeUndefined();
    for (const server of ['\x16\x03\x03\x00\x7a\x02', '\x15\x03\x01\x00\x02\x02']) {
      expect(verdictOn({ port, client, server })).toBe(`${protocol} by port, tls`);
    }
    expect(verdictOn({ port, client, final: true })).toBe(`${protocol} by port, tls`);
  });

  it.each([
    [25, 'EHLO here\r\n', 'smtp by port'],
    [24, 'LHLO here\r\n', 'lmtp by port'],
    [110, 'USER anna\r\n', 'pop3 by port'],
    [143, 'a1 LOGIN anna geheim\r\n', 'imap by port'],
  ])('%i with the command %j alone: %s', (port, client, verdict) => {
    expect(verdictOn({ port, client })).toBe(verdict);
  });

  it.each([25, 110, 143])('%i when nobody says a word', (port) => {
    expect(verdictOn({ port })).toBeUndefined();
    expect(verdictOn({ port, final: true })).toMatch(/by port$/);
  });

  it('while a greeting comes octet by octet', () => {
    for (const server of ['2', '22', '220', '220 ', '220-mx ready']) expect(verdictOn({ port: 25, server })).toBeUndefined();
    expect(verdictOn({ port: 25, server: '220-mx ready\n' })).toBe('smtp by port');
    expect(verdictOn({ port: 25, server: '220 mx ready', client: 'EHLO here\r\n' })).toBe('smtp by port');
    expect(verdictOn({ port: 25, server: '220 mx ready', final: true })).toBe('smtp by port');
  });

  it('when the capture begins inside a mail', () => {
    const client = 'of a mail\r\nwith lines\r\n';
    expect(verdictOn({ port: 25, client, opened: false })).toBeUndefined();
    expect(verdictOn({ port: 25, client, opened: false, final: true })).toBe('smtp by port');
  });

  it('on the side where it is, when nobody saw who opened', () => {
    const evidence: Evidence = { ports: [25, 50_000], opener: undefined, heads: ['250 ok\r\n', ''], speaksFirst: 0, final: false };
    expect(describeVerdict(detect(evidence))).toBe('smtp by port, reversed');
  });

  it('of the server, when both ports are mail ports', () => {
    const evidence: Evidence = { ports: [110, 25], opener: 0, heads: ['', '220 ready\r\n'], speaksFirst: 1, final: false };
    expect(describeVerdict(detect(evidence))).toBe('smtp by port');
    expect(describeVerdict(detect({ ...evidence, opener: 1, heads: ['+OK\r\n', ''] }))).toBe('pop3 by port, reversed');
  });

  it('less than what is said', () => {
    expect(verdictOn({ port: 110, server: '220 mx ESMTP\r\n' })).toBe('smtp by content');
    expect(verdictOn({ port: 25, server: '* OK IMAP4rev1\r\n' })).toBe('imap by content');
    expect(verdictOn({ port: 993, server: '* OK IMAP4rev1\r\n' })).toBe('imap by port');
  });
});

const HELLO = '\x16\x03\x01\x02\x00\x01';
const HTTP = 'GET / HTTP/1.1\r\nHost: x\r\n';
const REDIS = '*1\r\n$4\r\nPING\r\n';

describe('the first lines of both sides decide on a mail port', () => {
  it.each<[port: number, client: string, server: string, first: 'client' | 'server', verdict: string]>([
    // An odd client, but a mail server.
    [25, HTTP, '220 mx.example.org ESMTP\r\n', 'client', 'smtp by port'],
    [25, HTTP, '220 mx.example.org ESMTP\r\n', 'server', 'smtp by port'],
    [25, HTTP, '500 5.5.1 unrecognized\r\n', 'client', 'smtp by port'],
    [25, HTTP, '554 5.7.1 no\r\n', 'client', 'smtp by port'],
    [25, HELLO, '220 mx ready\r\n', 'client', 'smtp by port, tls of the client'],
    [25, '\x80\x2e\x01\x03\x01', '220 mx ready\r\n', 'client', 'smtp by port, tls of the client'],
    [25, 'SSH-2.0-OpenSSH_9.6\r\n', '220 mx ready\r\n', 'client', 'smtp by port'],
    [25, REDIS, '220 mx ready\r\n', 'client', 'smtp by port'],
    [110, HTTP, '+OK ready\r\n', 'client', 'pop3 by port'],
    [110, HTTP, '+OK\r\n', 'server', 'pop3 by port'],
    [110, HTTP, '-ERR too many connections\r\n', 'server', 'pop3 by port'],
    [110, HELLO, '+OK POP3 ready\r\n', 'client', 'pop3 by port, tls of the client'],
    [143, HELLO, '* OK ready\r\n', 'client', 'imap by port, tls of the client'],
    [143, HTTP, 'GET BAD Error in IMAP command /: Unknown command\r\n', 'client', 'imap by port'],
    [143, HTTP, '* BYE too many\r\n', 'client', 'imap by port'],
    [143, 'anything\x00\x01\x02', '* OK ready\r\n', 'client', 'imap by port'],
    // A port for TLS from the first octet.
    [993, HELLO, '* OK ready\r\n', 'client', 'imap by port, tls of the client'],
    [995, 'USER anna\r\n', '\x15\x03\x01\x00\x02\x02', 'client', 'pop3 by port, tls'],
    [465, HTTP, '\x15\x03\x01\x00\x02\x02', 'client', 'smtp by port, tls'],
    // TLS from the first octet where STARTTLS belongs.
    [25, HELLO, '\x16\x03\x03\x00\x7a\x02', 'client', 'smtp by port, tls'],
    [143, `${HELLO}\x00\x10\x00\x07\x00\x05\x04imap`, '\x16\x03\x03\x00\x7a\x02', 'client', 'imap by port, tls'],
    [110, HELLO, '\x15\x03\x01\x00\x02\x02', 'client', 'pop3 by port, tls'],
    // A command that two protocols have is the port's.
    [110, 'NOOP\r\n', '', 'client', 'pop3 by port'],
    [110, 'AUTH PLAIN\r\n', '', 'client', 'pop3 by port'],
    [25, 'QUIT\r\n', '', 'client', 'smtp by port'],
    [143, '250 NOOP\r\n', '250 OK done\r\n', 'client', 'imap by port'],
    // Neither side speaks mail.
    [25, HTTP, 'HTTP/1.1 400 Bad Request\r\n', 'client', 'foreign'],
    [25, '', 'HTTP/1.1 400 Bad Request\r\n', 'server', 'foreign'],
    // HTTPS, as its hello says.
    [25, `${HELLO}\x00\x10\x00\x0e\x00\x0c\x02h2\x08http/1.1`, '\x16\x03\x03\x00\x7a\x02', 'client', 'foreign'],
    [25, HTTP, '\x15\x03\x01\x00\x02\x02', 'client', 'foreign'],
    [25, 'SSH-2.0-OpenSSH_9.6\r\n', 'SSH-2.0-OpenSSH_9.6\r\n', 'client', 'foreign'],
    [993, HTTP, 'HTTP/1.1 200 OK\r\n', 'client', 'foreign'],
    // Redis answers everything as POP3 does.
    [110, REDIS, '+OK\r\n', 'client', 'foreign'],
    [25, REDIS, '-ERR unknown command\r\n', 'client', 'foreign'],
    [110, HTTP, "-ERR wrong number of arguments for 'get' command\r\n", 'client', 'foreign'],
  ])('%i, client %j, server %j, %s first: %s', (port, client, server, first, verdict) => {
    expect(verdictOn({ port, client, server, first })).toBe(verdict);
    expect(verdictOn({ port, client, server, first, final: true })).toBe(verdict);
  });

  it.each([
    ['HTTP', 25, HTTP],
    ['HTTP by POST', 587, 'POST /cgi HTTP/1.0\r\n'],
    ['HTTP/2', 25, 'PRI * HTTP/2.0\r\n'],
    ['a TLS probe', 25, HELLO],
    ['a TLS probe on POP3', 110, '\x16\x03\x03\x00\xee\x01'],
    ['an SSLv2 probe', 25, '\x80\x2e\x01\x03'],
    ['SSH', 25, 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['Redis', 25, REDIS],
    ['RTSP', 143, 'OPTIONS * RTSP/1.0\r\n'],
    ['SIP', 110, 'OPTIONS sip:nm SIP/2.0\r\n'],
    ['anything binary', 25, '\x00\x00\x00\x2f\x00\x01\x02'],
  ])('%s waits for the server, and is left alone where none answers', (_, port, client) => {
    expect(verdictOn({ port, client })).toBeUndefined();
    expect(verdictOn({ port, client, final: true })).toBe('foreign');
  });

  it.each([
    ['FTP', '220 (vsFTPd 3.0.3)\r\n'],
    ['FTP', '220 ProFTPD Server (Debian) [192.0.2.1]\r\n'],
    ['FTP', '220---------- Welcome to Pure-FTPd [privsep] [TLS] ----------\r\n220 ready\r\n'],
    ['FTP', '220-FileZilla Server 1.8.0\r\n'],
    ['FTP', '220 ftp.example.org FTP server (Version 6.4) ready.\r\n'],
    ['NNTP', '200 news.example.org InterNetNews ready\r\n'],
    ['NNTP', '201 no posting\r\n'],
    ['ManageSieve', '"IMPLEMENTATION" "Dovecot Pigeonhole"\r\n'],
    ['IRC', ':irc.example.org NOTICE * :*** Looking up your hostname\r\n'],
    ['VNC', 'RFB 003.008\n'],
    ['rsync', '@RSYNCD: 31.0\n'],
    ['Telnet', '\xff\xfd\x18\xff\xfd\x20'],
  ])('%s that greets with %j is left alone', (_, server) => {
    for (const port of [25, 110, 143, 465, 587, 993, 995]) expect(verdictOn({ port, server }), String(port)).toBe('foreign');
  });

  it.each([
    ['IRC', 'NICK anna\r\nUSER anna 0 * :Anna\r\n', ':irc.example.org 001 anna :Welcome\r\n'],
    ['IRC', 'CAP LS 302\r\n', ':irc.example.org CAP * LS :sasl\r\n'],
    ['XMPP', "<?xml version='1.0'?><stream:stream to='example.org'>", "<?xml version='1.0'?><stream:stream>"],
  ])('%s whose client begins is left alone', (_, client, server) => {
    for (const port of [25, 110, 143]) expect(verdictOn({ port, client, server, first: 'client', final: true }), String(port)).toBe('foreign');
  });

  it('a mail server keeps its port, whatever it is called and whoever knocks', () => {
    for (const server of ['220 ftp.example.org ready\r\n', '220 ftp.example.org ESMTP FTP gateway\r\n', '220-ftp-relay\r\n220 ready\r\n']) {
      expect(verdictOn({ port: 25, server }), server).toBe('smtp by port');
    }
    expect(verdictOn({ port: 25, client: 'NICK anna\r\n', server: '220 mx ready\r\n', first: 'client' })).toBe('smtp by port');
    expect(verdictOn({ port: 25, client: 'HELP\r\n', server: '200 help yourself\r\n', opened: false })).toBe('smtp by port');
    // The middle of a mail looks like anything.
    expect(verdictOn({ port: 110, server: '<?xml version="1.0"?>\r\n', opened: false, final: true })).toBe('pop3 by port');
  });

  it('Redis that answers PONG is left alone once it is over', () => {
    expect(verdictOn({ port: 143, client: REDIS, server: '+PONG\r\n', first: 'client', final: true })).toBe('foreign');
  });

  it.each([
    [993, '\x17\x03\x03\x00\x20', 'imap by port, tls'],
    [993, '\x00\x01\x02\x8f\x03', 'imap by port, tls'],
    [143, '\x17\x03\x03\x00\x20', 'foreign'],
    [143, '\x00\x01\x02\x8f\x03', 'foreign'],
  ])('%i, where the capture begins in the middle of %j: %s', (port, octets, verdict) => {
    expect(verdictOn({ port, client: octets, opened: false, final: true })).toBe(verdict);
    expect(verdictOn({ port, server: octets, opened: false, final: true })).toBe(verdict);
  });

  it('however the octets are cut', () => {
    const server = '+OK POP3 ready\r\n';
    const verdicts = Array.from(server, (_, length) => verdictOn({ port: 110, client: HELLO, server: server.slice(0, length), first: 'client' }));
    expect(new Set(verdicts)).toEqual(new Set([undefined, 'pop3 by port, tls of the client']));
    const redis = '+OK\r\n';
    const left = Array.from(redis, (_, length) => verdictOn({ port: 110, client: REDIS, server: redis.slice(0, length), first: 'client' }));
    expect(new Set(left)).toEqual(new Set([undefined, 'foreign']));
  });
});

describe('mail on a foreign port is found', () => {
  it.each([
    ['smtp', '220 mx.example.org ESMTP Postfix\r\n', ''],
    ['smtp', '220 mx\r\n', 'EHLO here\r\n'],
    ['smtp', '220 mx\r\n', 'helo here\r\n'],
    ['lmtp', '220 mx\r\n', 'LHLO here\r\n'],
    ['pop3', '+OK POP3 ready\r\n', ''],
    ['pop3', '+OK ready <1896.697170952@example.org>\r\n', ''],
    ['pop3', '+OK hello\r\n', 'USER anna\r\n'],
    ['pop3', '+OK hello\r\n', 'CAPA\r\n'],
    ['imap', '* OK [CAPABILITY IMAP4rev1] ready\r\n', ''],
    ['imap', '* OK hello\r\n', 'a1 CAPABILITY\r\n'],
    ['imap', '* PREAUTH IMAP4rev1 welcome\r\n', ''],
  ])('%s: %j, %j', (protocol, server, client) => {
    expect(verdictOn({ server, client })).toBe(`${protocol} by content`);
  });

  it('typed one character at a time, in both directions', () => {
    const server = '220 mx\r\n';
    for (let length = 1; length <= server.length; length++) expect(verdictOn({ server: server.slice(0, length) })).toBeUndefined();
    const client = 'EHLO here\r\n';
    for (let length = 1; length < 4; length++) expect(verdictOn({ server, client: client.slice(0, length) })).toBeUndefined();
    expect(verdictOn({ server, client })).toBe('smtp by content');
  });

  it.each([
    ['smtp', 'MAIL FROM:<anna@example.org>\r\n'],
    ['smtp', 'EHLO here\r\n'],
    ['pop3', 'RETR 1\r\n'],
    ['imap', 'a7 UID FETCH 1:* (FLAGS)\r\n'],
  ])('%s in the middle of a capture, by %j', (protocol, client) => {
    expect(verdictOn({ client, opened: false })).toBe(`${protocol} by content`);
  });

  it('by what follows a command that other protocols have, too', () => {
    expect(verdictOn({ server: '220 mx\r\n', client: 'NOOP\r\n' })).toBeUndefined();
    expect(verdictOn({ server: '220 mx\r\n', client: 'NOOP\r\nEHLO here\r\n' })).toBe('smtp by content');
  });

  it('in the middle of a capture that begins with a reply', () => {
    const server = '250 2.1.0 Ok\r\n';
    expect(verdictOn({ server, opened: false })).toBeUndefined();
    expect(verdictOn({ server, client: 'RCPT TO:<bob@example.com>\r\n', opened: false })).toBe('smtp by content');
  });

  it('with the server seen first, when nobody saw who opened', () => {
    const evidence: Evidence = { ports: [10_025, 50_000], opener: undefined, heads: ['220 mx ESMTP\r\n', ''], speaksFirst: 0, final: false };
    expect(describeVerdict(detect(evidence))).toBe('smtp by content, reversed');
  });
});

describe('what only resembles mail is not mail', () => {
  it.each([
    ['FTP', '220 ProFTPD Server ready\r\n', 'USER anonymous\r\n'],
    ['FTP that asks for TLS (RFC 4217)', '220 ProFTPD Server ready\r\n', 'AUTH TLS\r\n'],
    ['FTP that is left at once', '220 ProFTPD Server ready\r\n', 'QUIT\r\n'],
    ['FTP kept alive', '220 ftp\r\n230 in\r\n', 'NOOP\r\n'],
    ['NNTP', '200 news.example.org InterNetNews ready\r\n', 'MODE READER\r\n'],
    ['NNTP that is left at once', '200 news.example.org ready\r\n', 'QUIT\r\n'],
    ['NNTP that asks for TLS (RFC 4642)', '201 news.example.org ready\r\n', 'STARTTLS\r\n'],
    ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['HTTP', '', 'GET / HTTP/1.1\r\n'],
    ['Redis', '', '*1\r\n$4\r\nPING\r\n'],
    ['TLS in the middle', '', '\x17\x03\x03\x02\x00\x01'],
    ['silence', '', ''],
  ])('%s', (_, server, client) => {
    expect(verdictOn({ server, client }) ?? 'foreign').toBe('foreign');
    expect(verdictOn({ server, client, final: true })).toBe('foreign');
  });

  it('Redis, where the client speaks first and the server says +OK', () => {
    expect(verdictOn({ client: 'AUTH geheim\r\n', server: '+OK\r\n', first: 'client', final: true })).toBe('foreign');
  });

  it.each([
    ['HTTP', 'GET / HTTP/1.1\r\n'],
    ['TLS in the middle', '\x17\x03\x03\x02\x00\x01'],
    ['binary', '\x00\x01'],
  ])('%s is known at once', (_, client) => {
    expect(verdictOn({ client })).toBe('foreign');
  });
});

describe('TLS on a port that says nothing', () => {
  const hello = (extension = ''): string => {
    const message = `\x01\x00\x00${String.fromCharCode(2 + 32 + extension.length)}\x03\x03${'r'.repeat(32)}${extension}`;
    return `\x16\x03\x01\x00${String.fromCharCode(message.length)}${message}`;
  };
  /** ALPN (RFC 7301 §3.1) with one name. */
  const asksFor = (name: string): string => {
    const length = (octets: number): string => `\x00${String.fromCharCode(octets)}`;
    return `\x00\x10${length(name.length + 3)}${length(name.length + 1)}${String.fromCharCode(name.length)}${name}`;
  };

  it('is left to those who have its keys', () => {
    expect(verdictOn({ client: hello() })).toBe('sealed by 0');
    expect(verdictOn({ client: hello(), server: '\x16\x03\x03\x00\x7a\x02' })).toBe('sealed by 0');
    expect(verdictOn({ client: hello(), opened: false })).toBe('sealed by 0');
  });

  it('is heard to the end of its hello', () => {
    expect(verdictOn({ client: hello().slice(0, -1) })).toBeUndefined();
    expect(verdictOn({ client: hello().slice(0, -1), final: true })).toBe('sealed by 0');
  });

  it.each(['imap', 'pop3'])('is mail where the client asks for %s', (name) => {
    expect(verdictOn({ client: hello(asksFor(name)) })).toBe(`${name} by content, tls`);
  });

  it.each(['h2', 'http/1.1'])('is none of ours where it asks for %s', (name) => {
    expect(verdictOn({ client: hello(asksFor(name)) })).toBe('foreign');
  });

  it('is none of ours where the answer is no TLS', () => {
    expect(verdictOn({ client: hello(), server: 'SSH-2.0-OpenSSH_9.6\r\n', first: 'client' })).toBe('foreign');
  });
});
