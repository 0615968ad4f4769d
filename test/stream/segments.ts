/** Segments made from a few words, and a table of connections that writes down what it tells. */
import type { Direction } from '../../src/model/endpoint.js';
import type { ConnectionFacts } from '../../src/model/stream.js';
import type { Packet } from '../../src/model/packet.js';
import type { Segment } from '../../src/model/segment.js';
import { ConnectionTable } from '../../src/stream/connection-table.js';
import { ACK, FIN, RST, SYN } from '../../src/stream/tcp-flags.js';

export interface SegmentWords {
  readonly from?: 'client' | 'server';
  /** Last octet of the client's address. */
  readonly host?: number;
  readonly clientPort?: number;
  readonly seconds?: number;
  readonly fraction?: number;
  readonly capture?: number;
  readonly sequence?: number;
  /** Absent: the segment has no ACK flag. */
  readonly acknowledgement?: number;
  /** Of `S`, `F`, `R`. */
  readonly flags?: string;
  readonly text?: string;
}

const FLAGS: Readonly<Record<string, number>> = { S: SYN, F: FIN, R: RST };

export function segmentOf(words: SegmentWords, frame: number): Segment {
  const { from = 'client', host = 1, clientPort = 50_000, seconds = 0, fraction = 0, capture = 0, text = '' } = words;
  const bytes = Buffer.concat([Buffer.from([192, 0, 2, host, 198, 51, 100, 25]), Buffer.from(text, 'latin1')]);
  const packet: Packet = { bytes, start: 0, end: bytes.length, wireLength: bytes.length, linkType: 101, frame, capture, seconds, fraction, digits: 6 };
  const flags = [...(words.flags ?? '')].reduce((all, letter) => all | FLAGS[letter]!, 0);
  return {
    packet,
    earlierFrames: undefined,
    bytes,
    addressLength: 4,
    identification: 0,
    sourceStart: from === 'client' ? 0 : 4,
    destinationStart: from === 'client' ? 4 : 0,
    sourcePort: from === 'client' ? clientPort : 25,
    destinationPort: from === 'client' ? 25 : clientPort,
    sequence: words.sequence ?? 0,
    acknowledgement: words.acknowledgement ?? 0,
    flags: words.acknowledgement === undefined ? flags : flags | ACK,
    payloadStart: 8,
    payloadEnd: bytes.length,
    payloadLength: text.length,
  };
}

export interface HeardConnection {
  readonly facts: ConnectionFacts;
  /** What was told: `0:text`, `1[7]` for a gap, `0 fin`, `1 rst`, `end`. */
  readonly told: string[];
  readonly ignore: () => void;
}

export class TableUnderTest {
  readonly connections: HeardConnection[] = [];
  readonly table: ConnectionTable;
  onGap = (): void => {};
  #frame = 0;

  /** `wanted`: whether anybody listens; asked for each new connection. */
  constructor(wanted: () => boolean = () => true) {
    this.table = new ConnectionTable((facts, handle) => {
      const told: string[] = [];
      this.connections.push({ facts, told, ignore: () => handle.ignore() });
      if (!wanted()) return undefined;
      return {
        data: (direction: Direction, bytes: Buffer, start: number, end: number) => {
          told.push(`${direction}:${bytes.toString('latin1', start, end)}`);
        },
        gap: (direction, length) => {
          told.push(`${direction}[${length}]`);
          this.onGap();
        },
        fin: (direction) => told.push(`${direction} fin`),
        rst: (direction) => told.push(`${direction} rst`),
        settled: () => {},
        end: () => told.push('end'),
      };
    });
  }

  /** Passes the segments; gives the connection opened last. */
  pass(...segments: readonly SegmentWords[]): HeardConnection {
    for (const words of segments) this.table.segment(segmentOf(words, ++this.#frame));
    return this.connections.at(-1)!;
  }

  /** So many packets of another connection, so that the table looks at its clock. */
  tick(packets: number, seconds: number): void {
    for (let count = 0; count < packets; count++) {
      this.table.segment(segmentOf({ host: 200, seconds, sequence: 1, acknowledgement: 1 }, ++this.#frame));
    }
  }
}

/** The three packets of a handshake: the client's number is 100, the server's 500. */
export function handshake(words: SegmentWords = {}): readonly SegmentWords[] {
  return [
    { ...words, flags: 'S', sequence: 100 },
    { ...words, from: 'server', flags: 'S', sequence: 500, acknowledgement: 101 },
    { ...words, sequence: 101, acknowledgement: 501 },
  ];
}
