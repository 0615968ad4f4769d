/** Packets of hosts that talk: TCP connections, the DNS and other datagrams, each at its time; and what is made of them. */
import { createRequire } from 'node:module';
import { analyze } from '../../../src/analyze.js';
import type { Entry } from '../../../src/model/entry.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Packet, PacketReader } from '../../../src/model/packet.js';
import type { Session } from '../../../src/model/session.js';
import { tlsTools } from '../../../src/platform/certificate-reader.js';
import { decodeDns } from '../../../src/platform/dns-decoder.js';
import { mailDecoder } from '../../../src/platform/mail-decoder.js';
import { languages, sentence, type LanguageCode } from '../../../src/text/index.js';
import { ethernet, pack, packet } from '../../packet/build.js';

/** What of dns-packet only tests need. */
const { encode, streamEncode } = createRequire(import.meta.url)('dns-packet') as Record<'encode' | 'streamEncode', (message: object) => Buffer>;

export interface Told {
  readonly session: Session;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

export interface Answer {
  readonly name?: string;
  readonly type: string;
  readonly data: unknown;
}

const SYN = 0x02;
const ACK = 0x10;
const FIN = 0x01;
const RST = 0x04;
const UDP = 17;
const TCP = 6;
const RCODES: Readonly<Record<string, number>> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

export function addressBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const zeros = 8 - groups(head).length - groups(tail).length;
  return Buffer.from([...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail)].map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** From one address to another, IPv4 or IPv6. */
export function ip(from: string, to: string, protocol: number, payload: Buffer): Buffer {
  const addresses = Buffer.concat([addressBytes(from), addressBytes(to)]);
  if (from.includes(':')) return Buffer.concat([pack([4, 0x60000000], [2, payload.length], [1, protocol], [1, 64]), addresses, payload]);
  return Buffer.concat([pack([2, 0x4500], [2, 20 + payload.length], [4, 0x00070000], [1, 64], [1, protocol], [2, 0]), addresses, payload]);
}

const IDENTIFICATION = 4;

export class Scene {
  readonly packets: Packet[] = [];
  #micros = 0;
  #lastId = 0;

  /** What follows happens so many seconds after the beginning. */
  at(seconds: number): this {
    this.#micros = Math.round(seconds * 1e6);
    return this;
  }

  /** A millisecond goes by with every packet. */
  datagram(payload: Buffer, etherType = 0x0800, capture = 0): this {
    const seconds = 1_700_000_000 + Math.floor(this.#micros / 1e6);
    this.packets.push({ ...packet(ethernet(payload, etherType), { frame: this.packets.length + 1, seconds }), fraction: this.#micros % 1e6, capture });
    this.#micros += 1000;
    return this;
  }

  /** What is the same within one second is the same packet, recorded again; later it has another number. */
  ip(from: string, to: string, protocol: number, payload: Buffer): this {
    const bytes = ip(from, to, protocol, payload);
    if (from.includes(':')) return this.datagram(bytes, 0x86dd);
    bytes.writeUInt16BE(7 + Math.floor(this.#micros / 1e6), IDENTIFICATION);
    return this.datagram(bytes);
  }

  udp(from: string, sourcePort: number, to: string, destinationPort: number, payload: Buffer): this {
    return this.ip(from, to, UDP, Buffer.concat([pack([2, sourcePort], [2, destinationPort], [2, 8 + payload.length], [2, 0]), payload]));
  }

  ask(asker: string, server: string, type: string, name: string): this {
    return this.udp(asker, 40_000, server, 53, encode({ type: 'query', id: ++this.#lastId, questions: [{ type, name }] }));
  }

  answer(asker: string, server: string, type: string, name: string, answers: readonly Answer[] = [], rcode = 'NOERROR'): this {
    return this.udp(server, 53, asker, 40_000, this.#answer(type, name, answers, rcode, 0));
  }

  /** An answer without its records: they did not fit. */
  truncated(asker: string, server: string, type: string, name: string): this {
    return this.udp(server, 53, asker, 40_000, this.#answer(type, name, [], 'NOERROR', 0x200));
  }

  /** An answer that names others instead, or says by its SOA that there is no such record. */
  refer(asker: string, server: string, type: string, name: string, authorities: readonly Answer[]): this {
    return this.udp(server, 53, asker, 40_000, encode({ type: 'response', id: this.#lastId, questions: [{ type, name }], authorities }));
  }

  #answer(type: string, name: string, answers: readonly Answer[], rcode: string, flags: number): Buffer {
    return encode({ type: 'response', id: this.#lastId, flags: flags | RCODES[rcode]!, questions: [{ type, name }], answers: answers.map((answer) => ({ name, ...answer })) });
  }

  /** A question and its answer. */
  lookup(asker: string, server: string, type: string, name: string, answers: readonly Answer[] = [], rcode = 'NOERROR'): this {
    return this.ask(asker, server, type, name).answer(asker, server, type, name, answers, rcode);
  }

  /** The same over TCP, each message in two segments. */
  lookupOverTcp(asker: string, server: string, type: string, name: string, answers: readonly Answer[]): this {
    const connection = this.connect(asker, 40_001, server, 53);
    const question = streamEncode({ type: 'query', id: ++this.#lastId, questions: [{ type, name }] });
    const answer = Buffer.concat([pack([2, this.#answer(type, name, answers, 'NOERROR', 0).length]), this.#answer(type, name, answers, 'NOERROR', 0)]);
    for (const half of [question.subarray(0, 1), question.subarray(1)]) connection.send('client', half);
    for (const half of [answer.subarray(0, 20), answer.subarray(20)]) connection.send('server', half);
    connection.close();
    return this;
  }

  connect(client: string, port: number, server: string, serverPort: number): Dialogue {
    return new Dialogue(this, client, port, server, serverPort);
  }

  tcp(from: string, port: number, to: string, toPort: number, [sequence, acknowledgement, flags]: readonly [number, number, number], payload: Buffer = Buffer.alloc(0)): this {
    const header = pack([2, port], [2, toPort], [4, sequence], [4, acknowledgement], [1, 0x50], [1, flags], [2, 8192], [4, 0]);
    return this.ip(from, to, TCP, Buffer.concat([header, payload]));
  }

  /** Everything that is told of the sessions, in their order. */
  async told(context = true): Promise<readonly Told[]> {
    const sessions = new Map<Session, { session: Session; entries: Entry[]; findings: Finding[] }>();
    const ended: Session[] = [];
    await analyze(
      [readerOf(this.packets)],
      {
        begin: (session) => void sessions.set(session, { session, entries: [], findings: [] }),
        entry: (session, entry) => void sessions.get(session)!.entries.push(entry),
        message: () => {},
        finding: (session, finding) => void sessions.get(session)!.findings.push(finding),
        end: (session) => void ended.push(session),
        capture: () => {},
        done: () => {},
      },
      { decoder: mailDecoder, tls: tlsTools, ...(context ? { dns: decodeDns } : {}) },
    );
    if (ended.length !== sessions.size) throw new Error(`${ended.length} of ${sessions.size} sessions have ended`);
    return [...sessions.values()];
  }
}

/** One TCP connection of a scene. */
export class Dialogue {
  readonly #scene: Scene;
  readonly #ends: readonly [client: string, port: number, server: string, serverPort: number];
  readonly #next = { client: 1001, server: 5001 };

  constructor(scene: Scene, ...ends: readonly [string, number, string, number]) {
    this.#scene = scene;
    this.#ends = ends;
    const [client, port, server, serverPort] = ends;
    scene.tcp(client, port, server, serverPort, [1000, 0, SYN]);
    scene.tcp(server, serverPort, client, port, [5000, 1001, SYN | ACK]);
    scene.tcp(client, port, server, serverPort, [1001, 5001, ACK]);
  }

  send(side: 'client' | 'server', octets: Buffer, flags = ACK): this {
    const [client, port, server, serverPort] = this.#ends;
    const other = side === 'client' ? 'server' : 'client';
    const place = [this.#next[side], this.#next[other], flags] as const;
    if (side === 'client') this.#scene.tcp(client, port, server, serverPort, place, octets);
    else this.#scene.tcp(server, serverPort, client, port, place, octets);
    this.#next[side] += octets.length + ((flags & FIN) === 0 ? 0 : 1);
    return this;
  }

  /** Lines of the client and of the server: `C: QUIT`. */
  say(...lines: readonly string[]): this {
    for (const line of lines) this.send(line.startsWith('C: ') ? 'client' : 'server', Buffer.from(`${line.slice(3)}\r\n`));
    return this;
  }

  close(): Scene {
    this.send('client', Buffer.alloc(0), FIN | ACK).send('server', Buffer.alloc(0), FIN | ACK).send('client', Buffer.alloc(0));
    return this.#scene;
  }

  reset(side: 'client' | 'server'): Scene {
    this.send(side, Buffer.alloc(0), RST);
    return this.#scene;
  }

  /** What happens meanwhile. */
  meanwhile(happens: (scene: Scene) => void): this {
    happens(this.#scene);
    return this;
  }
}

function readerOf(packets: readonly Packet[]): PacketReader {
  const rest = [...packets];
  return {
    next: () => rest.shift(),
    fill: () => false,
    summary: { file: 'scene', format: 'pcap', linkTypes: [1], packets: packets.length, bytes: 0, comments: [], warnings: [] },
    close: () => {},
  };
}

/** The lines of a session's surroundings among its own, as `kind text`. */
export function lines({ entries }: Told): readonly string[] {
  return entries.map(({ kind, from, text, note }) => (kind === 'tcp' ? note.key : `${kind === 'context' ? `(${from})` : from} ${text ?? ''}`));
}

/** What is said of the surroundings. */
export function said({ entries }: Told, language: LanguageCode = 'en'): readonly string[] {
  return entries.filter(({ kind }) => kind === 'context').map(({ note }) => sentence(languages[language], note));
}
