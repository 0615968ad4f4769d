// Makes the captures of the benchmark: pcap files of interleaved TCP connections with SMTP, POP3 and IMAP in them, or
// with anything else. Deterministic: the same profile and size give the same octets. Checksums are left at zero.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { sealed } from './sealed.mjs';

/**
 * What a capture is like: `mails` are sizes of mail bodies in octets, `open` how many connections run at a time,
 * `foreign` the share of connections that are no mail; `tls`: all of it is inside TLS 1.3, the key log beside it.
 */
export const PROFILES = {
  bulk: { mails: [25_000, 80_000, 200_000, 500_000], open: 48, foreign: 0, scale: 1 },
  small: { mails: [120], open: 500, foreign: 0, scale: 0.5 },
  noise: { mails: [25_000, 80_000, 200_000, 500_000], open: 48, foreign: 0.9, scale: 1.5 },
  tls: { mails: [25_000, 80_000, 200_000, 500_000], open: 48, foreign: 0, scale: 1, tls: true },
};

const SEGMENT = 1448;
const BLOCK = 1 << 22;
const FIN = 0x01;
const SYN = 0x02;
const PSH = 0x08;
const ACK = 0x10;
const HEADERS = 14 + 20 + 32;
const RECORD = 16;
/** Of 1000 data segments so many arrive behind the next one, and so many twice. */
const SWAPPED = 8;
const TWICE = 5;

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(random, limit) {
  return Math.floor(random() * limit);
}

/** Base64 lines of about `size` octets. */
function createBody(random, size) {
  const octets = Buffer.alloc(Math.floor((size * 3) / 4));
  for (let at = 0; at < octets.length; at++) octets[at] = below(random, 256);
  return octets.toString('base64').replace(/(.{76})/g, '$1\r\n').trimEnd() + '\r\n';
}

function mail(number, body) {
  return (
    `Return-Path: <anna.${number}@example.org>\r\n` +
    `Received: from client.example.org by mx.example.com with ESMTP id B${number}; Mon, 2 Mar 2020 09:00:00 +0100\r\n` +
    `From: Anna <anna.${number}@example.org>\r\nTo: Bob <bob.${number}@example.com>\r\n` +
    `Subject: =?utf-8?Q?Bericht_=C3=BCber_Nr=2E_${number}?=\r\nDate: Mon, 2 Mar 2020 09:00:00 +0100\r\n` +
    `Message-ID: <${number}@example.org>\r\nMIME-Version: 1.0\r\n` +
    `Content-Type: multipart/mixed; boundary="cut${number}"\r\n\r\n` +
    `--cut${number}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGuten Tag,\r\n.. und ein Punkt.\r\n` +
    `--cut${number}\r\nContent-Type: application/pdf; name="bericht.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
    `${body}--cut${number}--\r\n`
  );
}

const stuffed = (text) => text.replace(/^\./gm, '..');
const encoded = (text) => Buffer.from(text).toString('base64');

// A turn is [side, text]: 0 the client, 1 the server.
function smtp(number, body) {
  return [
    [1, '220 mx.example.com ESMTP\r\n'],
    [0, 'EHLO client.example.org\r\n'],
    [1, '250-mx.example.com\r\n250-PIPELINING\r\n250-SIZE 20000000\r\n250-AUTH PLAIN LOGIN\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n'],
    [0, `AUTH PLAIN ${encoded(`\0anna.${number}\0geheim${number}`)}\r\n`],
    [1, '235 2.7.0 Authentication successful\r\n'],
    [0, `MAIL FROM:<anna.${number}@example.org>\r\n`],
    [1, '250 2.1.0 Ok\r\n'],
    [0, `RCPT TO:<bob.${number}@example.com>\r\n`],
    [1, '250 2.1.5 Ok\r\n'],
    [0, 'DATA\r\n'],
    [1, '354 End data with <CR><LF>.<CR><LF>\r\n'],
    [0, `${stuffed(mail(number, body))}.\r\n`],
    [1, `250 2.0.0 Ok: queued as B${number}\r\n`],
    [0, 'QUIT\r\n'],
    [1, '221 2.0.0 Bye\r\n'],
  ];
}

function pop3(number, body) {
  const content = mail(number, body);
  return [
    [1, '+OK POP3 ready\r\n'],
    [0, `USER bob.${number}\r\n`],
    [1, '+OK\r\n'],
    [0, `PASS topSecret${number}\r\n`],
    [1, '+OK Logged in.\r\n'],
    [0, 'STAT\r\n'],
    [1, `+OK 1 ${content.length}\r\n`],
    [0, 'LIST\r\n'],
    [1, `+OK 1 messages:\r\n1 ${content.length}\r\n.\r\n`],
    [0, 'RETR 1\r\n'],
    [1, `+OK ${content.length} octets\r\n${stuffed(content)}.\r\n`],
    [0, 'DELE 1\r\n'],
    [1, '+OK Marked to be deleted.\r\n'],
    [0, 'QUIT\r\n'],
    [1, '+OK Logging out, messages deleted.\r\n'],
  ];
}

function imap(number, body) {
  const content = mail(number, body);
  return [
    [1, '* OK [CAPABILITY IMAP4rev1 IDLE LITERAL+] ready.\r\n'],
    [0, `a01 LOGIN bob.${number} topSecret${number}\r\n`],
    [1, 'a01 OK Logged in\r\n'],
    [0, 'a02 SELECT INBOX\r\n'],
    [1, '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)\r\n* 1 EXISTS\r\n* 1 RECENT\r\n* OK [UIDVALIDITY 1583136000] UIDs valid\r\na02 OK [READ-WRITE] Select completed.\r\n'],
    [0, 'a03 FETCH 1 (UID FLAGS BODY[])\r\n'],
    [1, `* 1 FETCH (UID ${number} FLAGS (\\Seen) BODY[] {${content.length}}\r\n${content})\r\na03 OK Fetch completed.\r\n`],
    [0, 'a04 STORE 1 +FLAGS (\\Deleted)\r\n'],
    [1, '* 1 FETCH (FLAGS (\\Deleted \\Seen))\r\na04 OK Store completed.\r\n'],
    [0, 'a05 LOGOUT\r\n'],
    [1, '* BYE Logging out\r\na05 OK Logout completed.\r\n'],
  ];
}

function foreign(_number, body) {
  return [
    [0, 'GET /report.pdf HTTP/1.1\r\nHost: www.example.net\r\n\r\n'],
    [1, `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`],
  ];
}

const MAIL = [
  [25, smtp],
  [25, smtp],
  [110, pop3],
  [143, imap],
];

/** The port of the same protocol with TLS from the first octet. */
const SEALED_PORTS = { 25: 465, 110: 995, 143: 993 };

function turnsOf(talk, number, body, port, random, keys) {
  const turns = talk(number, body);
  if (keys === undefined) return { port, turns };
  const { turns: records, log } = sealed(turns, random);
  keys.push(log);
  return { port: SEALED_PORTS[port], turns: records };
}

/** The frames of one connection, one after the other. `keys`: gets its key log, where it is one inside TLS. */
function* connection(number, { mails, foreign: share }, bodies, random, keys) {
  const [clear, talk] = random() < share ? [8080, foreign] : MAIL[below(random, MAIL.length)];
  const ends = [
    { address: 0x0a000000 + (number % 65_000), port: 1024 + ((number * 11) % 60_000), next: below(random, 2 ** 32) },
    { address: 0xc0000200 + (number % 250), port: clear, next: below(random, 2 ** 32) },
  ];
  const { port, turns } = turnsOf(talk, number, bodies[below(random, mails.length)], clear, random, keys);
  ends[1].port = port;
  const frame = (side, flags, payload = '', at = ends[side].next) => [ends[side], ends[1 - side], flags, at, ends[1 - side].next, payload];
  yield frame(0, SYN);
  ends[0].next++;
  yield frame(1, SYN | ACK);
  ends[1].next++;
  yield frame(0, ACK);
  for (const [side, text] of turns) {
    let swapped;
    for (let at = 0; at < text.length; at += SEGMENT) {
      const payload = text.slice(at, at + SEGMENT);
      const segment = frame(side, at + SEGMENT < text.length ? ACK : PSH | ACK, payload);
      ends[side].next += payload.length;
      const luck = below(random, 1000);
      if (swapped === undefined && luck < SWAPPED && at + SEGMENT < text.length) {
        swapped = segment;
        continue;
      }
      yield segment;
      if (luck >= 1000 - TWICE) yield segment;
      if (swapped !== undefined) yield swapped;
      swapped = undefined;
      if ((at / SEGMENT) % 2 === 1) yield frame(1 - side, ACK);
    }
    yield frame(1 - side, ACK);
  }
  yield frame(0, FIN | ACK);
  ends[0].next++;
  yield frame(1, FIN | ACK);
  ends[1].next++;
  yield frame(0, ACK);
}

/** Writes records of a little-endian microsecond pcap in large blocks. */
class Writer {
  written = 24;
  packets = 0;
  #block = Buffer.alloc(BLOCK + (1 << 16));
  #used = 24;
  #time = 1_583_136_000_000_000;
  #descriptor;

  constructor(file) {
    this.#descriptor = openSync(file, 'w');
    this.#block.writeUInt32LE(0xa1b2c3d4, 0);
    this.#block.writeUInt16LE(2, 4);
    this.#block.writeUInt16LE(4, 6);
    this.#block.writeUInt32LE(262_144, 16);
    this.#block.writeUInt32LE(1, 20);
  }

  frame([from, to, flags, sequence, acknowledged, payload], pause) {
    const block = this.#block;
    const length = HEADERS + payload.length;
    this.#time += pause;
    let at = this.#used;
    block.fill(0, at, at + RECORD + HEADERS);
    block.writeUInt32LE(Math.floor(this.#time / 1e6), at);
    block.writeUInt32LE(this.#time % 1e6, at + 4);
    block.writeUInt32LE(length, at + 8);
    block.writeUInt32LE(length, at + 12);
    at += RECORD;
    block.writeUInt16BE(0x0800, at + 12);
    at += 14;
    block.writeUInt16BE(0x4500, at);
    block.writeUInt16BE(length - 14, at + 2);
    block.writeUInt16BE(0x4006, at + 8);
    block.writeUInt32BE(from.address, at + 12);
    block.writeUInt32BE(to.address, at + 16);
    at += 20;
    block.writeUInt16BE(from.port, at);
    block.writeUInt16BE(to.port, at + 2);
    block.writeUInt32BE(sequence >>> 0, at + 4);
    block.writeUInt32BE(flags === SYN ? 0 : acknowledged >>> 0, at + 8);
    block.writeUInt16BE(0x8000 | flags, at + 12);
    block.writeUInt16BE(64_240, at + 14);
    // No-operation twice, then the timestamp option.
    block.writeUInt32BE(0x0101080a, at + 20);
    block.writeUInt32BE(Math.floor(this.#time / 1000) >>> 0, at + 24);
    at += 32;
    block.latin1Write(payload, at);
    this.#used = at + payload.length;
    this.written += RECORD + length;
    this.packets++;
    if (this.#used >= BLOCK) this.#flush();
  }

  close() {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush() {
    writeSync(this.#descriptor, this.#block, 0, this.#used);
    this.#used = 0;
  }
}

/** Writes a capture of about `octets` octets, beside it its key log; tells how many packets and connections it holds. */
export function makeCapture(file, profile, octets) {
  const random = createRandom(2020);
  const bodies = profile.mails.map((size) => createBody(random, size));
  const writer = new Writer(file);
  const open = [];
  const keys = profile.tls === true ? [] : undefined;
  let connections = 0;
  while (writer.written < octets || open.length > 0) {
    while (open.length < profile.open && writer.written < octets) open.push(connection(++connections, profile, bodies, random, keys));
    const at = below(random, open.length);
    for (let run = 1 + below(random, 6); run > 0; run--) {
      const { value, done } = open[at].next();
      if (done) {
        open.splice(at, 1);
        break;
      }
      writer.frame(value, 1 + below(random, 200));
    }
  }
  writer.close();
  if (keys !== undefined) writeFileSync(`${file}.keys`, keys.join(''));
  return { packets: writer.packets, connections };
}
