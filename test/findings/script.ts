/**
 * Conversations written down for rules to watch, with what only the wire shows: time, several connections, loss, resets.
 *
 *     @ port 110, host 9, open      begins a connection (the first may be left out): the server's port, the last octet of
 *                                   the client's address, `open` without FINs, `midstream` without a handshake,
 *                                   `round-trip 0.08` of so many seconds, `repeated-syn 1` after so many,
 *                                   `only client` of which one side was captured, `twice` with each packet sent twice, `passed-on` recorded twice,
 *                                   `silent` a server that does not answer, `refused` one that resets,
 *                                   `elsewhere STARTTLS XXXXXXXX` which a second capture holds, too, with other words in one place
 *     S: +OK ready                  a line; CRLF is added, \xNN is that octet
 *     C| QUIT                       octets without a line end
 *     S* FgMDAAcC                   octets in base64
 *     + 9.2                         seconds that pass; 10 ms pass before every turn anyway
 *     S- 120                        so many octets are missing
 *     S/ 10 220 mx ready            a line of which the snap length has left so many octets
 *     S? ident 5                   the server asks the client's ident service, and has no answer after so many seconds; or `dns 3`:
 *                                   it asks for the name of the client, and hears after so many that there is none
 *     C! RST                        the side resets the connection
 */
import { createRequire } from 'node:module';
import type { Packet } from '../../src/model/packet.js';
import type { Side } from '../../src/model/endpoint.js';
import { ACK, FIN, RST, SYN } from '../../src/stream/tcp-flags.js';
import { ethernet, ipv4, pack, TCP } from '../packet/build.js';

/** What of dns-packet only tests need. */
const { encode } = createRequire(import.meta.url)('dns-packet') as { encode: (message: object) => Buffer };

const PSH = 0x08;
const UDP = 17;
const NXDOMAIN = 3;
const SERVER = Buffer.from([198, 51, 100, 25]);
const NAME_SERVER = Buffer.from([198, 51, 100, 53]);
const TURN = 0.01;
const HOP = 0.0005;
const SEGMENT = 1400;
const START = 1_700_000_000;
/** Behind the header of Ethernet. */
const IDENTIFICATION = 14 + 4;

class Connection {
  readonly #packets: Packet[];
  readonly #clock: { now: number };
  readonly #port: number;
  readonly #host: number;
  readonly #clientPort: number;
  readonly #next = { client: 1000, server: 5000 };
  #last: Side = 'client';
  isOver: boolean;
  /** The side that is heard, where it is one alone; how often the capture holds each packet. */
  readonly #only: string | undefined;
  readonly #times: number;
  /** It is the same packet each time, recorded again. */
  readonly #isPassedOn: boolean;
  /** What stands in the second capture in the place of what. */
  readonly #elsewhere: readonly string[] | undefined;

  constructor(packets: Packet[], clock: { now: number }, words: string, number: number) {
    this.#packets = packets;
    this.#clock = clock;
    this.#port = Number(/\bport (\d+)/.exec(words)?.[1] ?? 25);
    this.#host = Number(/\bhost (\d+)/.exec(words)?.[1] ?? 7);
    this.#clientPort = 49_000 + number;
    this.isOver = /\bopen\b/.test(words);
    this.#only = /\bonly (client|server)\b/.exec(words)?.[1];
    this.#times = /\b(?:twice|passed-on)\b/.test(words) ? 2 : 1;
    this.#isPassedOn = /\bpassed-on\b/.test(words);
    this.#elsewhere = /\belsewhere (\S+) (\S+)/.exec(words)?.slice(1);
    if (/\bmidstream\b/.test(words)) return;
    this.#send('client', SYN);
    if (/\b(?:silent|refused)\b/.test(words)) {
      this.isOver = true;
      if (words.includes('refused')) this.#send('server', RST | ACK);
      return;
    }
    if (words.includes('repeated-syn')) {
      clock.now += Number(/repeated-syn ([\d.]+)/.exec(words)![1]);
      this.#next.client--;
      this.#send('client', SYN);
    }
    clock.now += Number(/round-trip ([\d.]+)/.exec(words)?.[1] ?? 0);
    this.#send('server', SYN | ACK);
    this.#send('client', ACK);
  }

  say(from: Side, octets: string): void {
    this.#clock.now += TURN;
    for (let at = 0; at < octets.length; at += SEGMENT) this.#send(from, ACK | PSH, octets.slice(at, at + SEGMENT));
    this.#last = from;
  }

  /** Of the packet only the first octets of its payload are in the capture. */
  cut(from: Side, octets: string, left: number): void {
    this.#send(from, ACK | PSH, octets, octets.length - left);
    this.#last = from;
  }

  lose(from: Side, octets: number): void {
    this.#next[from] += octets;
  }

  /** The server asks somebody else: `ident` and `dns` as above. */
  ask(service: string, seconds: number): void {
    if (service === 'ident') this.#record(between(SERVER, this.#client, TCP, pack([2, 40_113], [2, 113], [4, 1], [4, 0], [1, 0x50], [1, SYN], [2, 64_000], [4, 0])));
    else this.#lookUp('query', 0);
    this.#clock.now += seconds;
    if (service === 'dns') this.#lookUp('response', NXDOMAIN);
  }

  #lookUp(type: 'query' | 'response', flags: number): void {
    const name = `${[...this.#client].reverse().join('.')}.in-addr.arpa`;
    const message = encode({ type, id: 1, flags, questions: [{ type: 'PTR', name }] });
    const [from, to, ports] = type === 'query' ? [SERVER, NAME_SERVER, [40_053, 53]] : [NAME_SERVER, SERVER, [53, 40_053]];
    this.#record(between(from, to, UDP, Buffer.concat([pack([2, ports[0]!], [2, ports[1]!], [2, 8 + message.length], [2, 0]), message])));
  }

  get #client(): Buffer {
    return Buffer.from([192, 0, 2, this.#host]);
  }

  reset(from: Side): void {
    this.#send(from, RST | ACK);
    this.isOver = true;
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#send(other(this.#last), ACK);
    this.#send('client', FIN | ACK);
    this.#send('server', FIN | ACK);
    this.#send('client', ACK);
  }

  #send(from: Side, flags: number, payload = '', missing = 0): void {
    const ports = from === 'client' ? [this.#clientPort, this.#port] : [this.#port, this.#clientPort];
    const acknowledged = (flags & ACK) === 0 ? 0 : this.#next[other(from)];
    const header = pack([2, ports[0]!], [2, ports[1]!], [4, this.#next[from]], [4, acknowledged], [1, 0x50], [1, flags], [2, 64_000], [2, 0], [2, 0]);
    const datagram = from === 'client' ? [this.#client, SERVER] : [SERVER, this.#client];
    this.#next[from] += payload.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    this.#clock.now += HOP;
    if (this.#only !== undefined && this.#only !== from) return;
    this.#record(between(datagram[0]!, datagram[1]!, TCP, Buffer.concat([header, Buffer.from(payload, 'latin1')])), missing);
  }

  #record(datagram: Buffer, missing = 0): void {
    const bytes = numbered(ethernet(datagram), this.#packets.length);
    const micros = Math.round(this.#clock.now * 1e6);
    const packet = {
      bytes,
      start: 0,
      end: bytes.length - missing,
      wireLength: bytes.length,
      linkType: 1,
      capture: 0,
      seconds: START + Math.floor(micros / 1e6),
      fraction: micros % 1e6,
      digits: 6,
    };
    for (let time = 0; time < this.#times; time++) {
      this.#packets.push({ ...packet, bytes: this.#isPassedOn ? bytes : numbered(bytes, this.#packets.length), frame: this.#packets.length + 1 });
    }
    if (this.#elsewhere === undefined) return;
    const [word = '', instead = ''] = this.#elsewhere;
    const altered = Buffer.from(bytes.toString('latin1').replace(word, instead), 'latin1');
    this.#packets.push({ ...packet, bytes: altered, capture: 1, frame: this.#packets.length + 1 });
  }
}

function between(from: Buffer, to: Buffer, protocol: number, payload: Buffer): Buffer {
  const datagram = ipv4(payload, { protocol });
  from.copy(datagram, 12);
  to.copy(datagram, 16);
  return datagram;
}

/** With a number of its own, as its sender gives it. */
function numbered(frame: Buffer, before: number): Buffer {
  const bytes = Buffer.from(frame);
  bytes.writeUInt16BE((before % 0xffff) + 1, IDENTIFICATION);
  return bytes;
}

function other(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}

function unescape(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/\\x([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The packets of the script, in the order of their times. */
export function packetsOf(script: string): readonly Packet[] {
  const packets: Packet[] = [];
  const clock = { now: 0 };
  let count = 0;
  let connection: Connection | undefined;
  const open = (words: string): Connection => {
    connection?.close();
    return new Connection(packets, clock, words, ++count);
  };
  for (const line of script.split('\n')) {
    const [, mark = '', rest = ''] = /^(@|\+|[CS][:|!/*?-]) ?(.*)$/s.exec(line) ?? [];
    if (mark === '') continue;
    if (mark === '@') connection = open(rest);
    else if (mark === '+') clock.now += Number(rest);
    else tell((connection ??= open('')), mark, rest);
  }
  connection?.close();
  return packets;
}

function tell(connection: Connection, [letter, mark]: string, rest: string): void {
  const from: Side = letter === 'C' ? 'client' : 'server';
  if (mark === '!') connection.reset(from);
  else if (mark === '*') connection.say(from, Buffer.from(rest, 'base64').toString('latin1'));
  else if (mark === '/') connection.cut(from, `${unescape(rest.slice(rest.indexOf(' ') + 1))}\r\n`, Number.parseInt(rest, 10));
  else if (mark === '-') connection.lose(from, Number(rest));
  else if (mark === '?') connection.ask(rest.split(' ')[0]!, Number(rest.split(' ')[1]));
  else connection.say(from, mark === ':' ? `${unescape(rest)}\r\n` : unescape(rest));
}
