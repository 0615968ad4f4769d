/**
 * Plays a conversation through a dissector without capture and TCP: turns of client and server go in, entries come
 * out. `cut` decides how the octets of a turn are divided into segments.
 */
import { LineScan } from '../src/mail/line-scan.js';
import { Budget } from '../src/bytes/budget.js';
import { Conversation, type Dissector } from '../src/dialogue/conversation.js';
import type { Arrival } from '../src/model/arrival.js';
import type { Entry } from '../src/model/entry.js';
import type { Envelope, Message, MessageDirection, MessageRecorder } from '../src/model/message.js';
import type { MailProtocol, Session } from '../src/model/session.js';
import type { Side } from '../src/model/endpoint.js';
import { mailDecoder } from '../src/platform/mail-decoder.js';

export interface Turn {
  readonly from: Side;
  /** latin1: one character an octet. */
  readonly octets: string;
  /** Instead of octets: so many are missing. */
  readonly gap?: number;
}

export interface Played {
  readonly entries: readonly Entry[];
  readonly messages: readonly Message[];
  readonly session: Session;
  /** The octets of each mail, latin1. */
  readonly contents: readonly string[];
}

export type Cut = (octets: string) => readonly string[];

export const whole: Cut = (octets) => [octets];
export const byteByByte: Cut = (octets) => octets.split('');

export function client(octets: string): Turn {
  return { from: 'client', octets };
}

export function server(octets: string): Turn {
  return { from: 'server', octets };
}

export function missing(from: Side, gap: number): Turn {
  return { from, octets: '', gap };
}

export function play(
  protocol: MailProtocol,
  dissect: (conversation: Conversation) => Dissector,
  turns: readonly Turn[],
  cut: Cut = whole,
): Played {
  const entries: Entry[] = [];
  const messages: Message[] = [];
  const contents: string[] = [];
  const session = createSession(protocol, turns);
  const conversation = new Conversation(
    session,
    {
      decoder: mailDecoder,
      entry: (entry) => entries.push(entry),
      message: (message) => messages.push(message),
      recordMessage: (owner, direction, envelope) => recorder(contents, owner, direction, envelope),
    },
    new Budget(1 << 26),
    dissect,
  );
  let order = 0;
  for (const turn of turns) {
    for (const piece of turn.gap === undefined ? cut(turn.octets) : ['']) {
      const arrival = createArrival(++order);
      const bytes = Buffer.from(piece, 'latin1');
      account(session, turn, bytes.length, arrival);
      if (turn.gap === undefined) conversation.data(turn.from, bytes, 0, bytes.length, arrival);
      else conversation.missing(turn.from, turn.gap, arrival);
      conversation.settle();
    }
  }
  conversation.end();
  return { entries, messages, session, contents };
}

/** What the stream room would count. */
function account({ connection }: Session, { from, gap = 0 }: Turn, octets: number, last: Arrival): void {
  const half = connection.halves[from === 'client' ? 0 : 1];
  Object.assign(half, { captured: half.captured + octets, missing: half.missing + gap });
  Object.assign(connection, { last });
}

function createArrival(order: number): Arrival {
  return { seconds: 1_160_000_000 + order, fraction: 0, digits: 6, nanos: 0, frame: order, earlierFrames: undefined, capture: 0, order };
}

function createSession(protocol: MailProtocol, turns: readonly Turn[]): Session {
  const arrival = createArrival(0);
  const half = (side: Side) => ({
    seen: turns.some(({ from }) => from === side),
    captured: 0,
    missing: 0,
    waitingSince: undefined,
    lags: false,
  });
  return {
    id: 1,
    protocol,
    service: 'port',
    client: { address: '192.0.2.1', port: 50000 },
    server: { address: '192.0.2.2', port: 25 },
    clientDirection: 0,
    auth: [],
    connection: {
      stream: 0,
      endpoints: [
        { address: '192.0.2.1', port: 50000 },
        { address: '192.0.2.2', port: 25 },
      ],
      opener: undefined,
      handshake: 'absent',
      roundTrip: undefined, serverRoundTrip: undefined,
      setup: [],
      close: 'open',
      closedBy: undefined,
      first: arrival,
      last: arrival,
      packets: 0,
      retransmissions: 0,
      cutPackets: 0,
      outOfOrder: 0,
      halves: [half('client'), half('server')],
      captures: [0],
      sight: undefined,
    },
  };
}

function recorder(contents: string[], session: Session, direction: MessageDirection, envelope: Envelope): MessageRecorder {
  const at = contents.push('') - 1;
  const message: Message = {
    id: at + 1,
    session: session.id,
    direction,
    envelope,
    entries: [],
    outcome: {},
    size: 0,
    complete: false,
    missing: 0,
    ended: false,
    parts: [],
    lines: new LineScan().lines,
  };
  let interrupted = false;
  return {
    message,
    content: (bytes, start, end) => {
      contents[at] += bytes.toString('latin1', start, end);
      message.size += end - start;
    },
    gap: (length) => {
      message.missing += length;
    },
    looseDot: () => {},
    interrupt: () => {
      interrupted = true;
    },
    close: (finished) => {
      if (message.ended) return;
      message.ended = true;
      message.complete = finished && message.missing === 0 && !interrupted;
    },
  };
}
