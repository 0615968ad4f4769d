/**
 * The pipeline, readable from top to bottom: packets become segments, segments streams, streams sessions with their
 * entries and mails. The only place that wires the rooms. File, pipe and network differ only in the reader.
 */
import { mergeReaders } from './capture/merge.js';
import { movePacket, moveReader } from './capture/moved-reader.js';
import { FindingWatch } from './findings/finding-watch.js';
import { recallingRules } from './findings/recall.js';
import type { AnyRule } from './findings/rule.js';
import { RULES } from './findings/rules.js';
import { createMessageRecorder } from './mail/recorder.js';
import { Sightings } from './mail/sightings.js';
import type { Datagram } from './model/datagram.js';
import type { Entry } from './model/entry.js';
import type { Finding } from './model/finding.js';
import type { CaptureSummary, Packet, PacketReader } from './model/packet.js';
import type { AnalysisTotals } from './model/totals.js';
import type { DnsDecoder } from './model/dns.js';
import type { HashFactory, MailDecoder, MailKeeper, PlainKeeper, TlsTools } from './model/platform.js';
import type { Session } from './model/session.js';
import type { StreamListener } from './model/stream.js';
import type { PacketTrail, SessionIdentity } from './model/trail.js';
import type { CaptureClock, VantagePlan } from './model/vantage.js';
import { Surroundings } from './protocols/context/surroundings.js';
import { createSegmentDecoder } from './packet/decoder.js';
import type { SessionListener } from './sessions/listener.js';
import { SurroundingsRecall } from './sessions/recalled-surroundings.js';
import { createSessionTable } from './sessions/session-table.js';
import { ConnectionTable } from './stream/connection-table.js';

/** Hears everything that is found, each thing once and as soon as it is decided. */
export interface AnalysisListener extends Omit<SessionListener, 'recordMessage' | 'decoder'> {
  /** Something worth saying: behind the line it is about, or before the end of its session. */
  finding(session: Session, finding: Finding): void;
  /** An entry of a session that has begun, or of its time before: a filter keeps it back. Who masks secrets learns them, who links mails reads lines of logs. */
  omitted?(session: Session, entry: Entry): void;
  /** A capture has given its last packet; `clock` where others hold some of the same packets. */
  capture(position: number, summary: CaptureSummary, clock?: CaptureClock): void;
  /** Everything has been told. */
  done(totals: AnalysisTotals): void;
}

/** Hears everything and tells nothing: for who wants a part of it, or only what the analysis keeps. */
export const SILENT: AnalysisListener = {
  begin: () => {},
  entry: () => {},
  message: () => {},
  finding: () => {},
  end: () => {},
  capture: () => {},
  done: () => {},
};

export interface AnalysisOptions {
  readonly decoder: MailDecoder;
  readonly tls: TlsTools;
  /** Absent where mails need no hashes. */
  readonly hash?: HashFactory | undefined;
  /** Absent where mails are only described. */
  readonly keeper?: MailKeeper;
  /** Takes the octets of both sides, in clear or out of what could be opened. */
  readonly plain?: PlainKeeper;
  /** Reads the DNS around the sessions; absent where what surrounds them is not wanted. */
  readonly dns?: DnsDecoder;
  /** What is looked for; by default everything. */
  readonly rules?: readonly AnyRule[];
  /** What a survey of the captures found, where several of them hold the same connections. */
  readonly vantage?: VantagePlan | undefined;
  /** Asked between blocks: true ends the analysis as if the captures ended here. */
  readonly cancelled?: () => boolean;
  /** Told between blocks how many packets have been read. */
  readonly progress?: (packets: number) => void;
  /** Hears which packets belong to which connection. */
  readonly trail?: PacketTrail;
  /** Asked every few packets: what it gives is waited for, so that others have their turn. */
  readonly giveWay?: () => Promise<void> | undefined;
}

/** Packets between two questions whether others want their turn. */
const STRETCH = 64;

/** Reads all captures, merged by time, and tells `listener` what they hold. Closes the readers. Never rejects on input. */
export async function analyze(
  readers: readonly PacketReader[],
  listener: AnalysisListener,
  options: AnalysisOptions,
): Promise<void> {
  const { connections, sessions, surroundings, take } = createRoad(listener, options, undefined, readers.some(({ clock }) => clock !== undefined));
  const clocks = options.vantage?.clocks;
  const placed = readers.map((reader, capture) => byClock(reader, clocks?.get(capture)));
  const packets = mergeReaders(placed, (reader) => {
    const capture = placed.indexOf(reader);
    listener.capture(capture, reader.summary, clocks?.get(capture));
  });
  let count = 0;
  do {
    for (let packet = packets.next(); packet !== undefined; packet = packets.next()) {
      take(packet);
      const pause = ++count % STRETCH === 0 ? options.giveWay?.() : undefined;
      if (pause !== undefined) await pause;
    }
    for (const { clock } of readers) if (clock !== undefined) tick(clock(), connections, surroundings);
    options.progress?.(count);
  } while (options.cancelled?.() !== true && (await packets.fill()));
  surroundings?.finish();
  connections.end();
  await packets.close();
  listener.done({ connections: connections.count, scanned: sessions.scanned });
}

/** Dissects one session again, from its own packets and such as matter to it. */
export interface Replay {
  packet(packet: Packet): void;
  /** The connection has ended. */
  end(): void;
}

/** `listener` is told what `analyze` has told of the session, with the same ids. */
export function createReplay(identity: SessionIdentity, listener: AnalysisListener, options: AnalysisOptions): Replay {
  const { connections, take } = createRoad(listener, options, identity);
  connections.replay(identity.stream);
  const clocks = options.vantage?.clocks;
  return { packet: (packet) => take(told(packet, clocks?.get(packet.capture))), end: () => connections.end() };
}

/** The octets of one connection in their order, read again without asking what they mean. */
export function createStreamReplay(stream: number, listener: StreamListener, vantage?: VantagePlan): Replay {
  const decoder = createSegmentDecoder();
  const connections = new ConnectionTable(() => listener, vantage && ((segment) => vantage.sightOf(segment)));
  connections.replay(stream);
  return {
    packet(packet) {
      const segment = decoder.decode(told(packet, vantage?.clocks.get(packet.capture)));
      if (segment !== undefined && vantage?.wants(segment) !== false) connections.segment(segment);
    },
    end: () => connections.end(),
  };
}

function createRoad(listener: AnalysisListener, options: AnalysisOptions, identity?: SessionIdentity, isLive = false) {
  const { trail, vantage } = options;
  // What surrounds a session is not among its own packets: a second pass recalls it.
  const surroundings = identity === undefined && options.dns !== undefined ? new Surroundings(options.dns, isLive) : undefined;
  const decoder = createSegmentDecoder(surroundings !== undefined);
  const sessions = createSessionTable(withFindings(listener, options, identity), options.tls, identity?.id, surroundings);
  const connections = new ConnectionTable(sessions.listen, vantage && ((segment) => vantage.sightOf(segment)));
  connections.trail = trail;
  const take = (packet: Packet): void => {
    const segment = decoder.decode(packet);
    if (segment !== undefined) {
      if (vantage?.wants(segment) !== false) connections.segment(segment);
    } else if (trail !== undefined && decoder.isWaiting) trail.fragment(packet);
    else if (surroundings !== undefined) hearDatagram(decoder.takeDatagram(), connections, surroundings);
  };
  return { connections, sessions, surroundings, take };
}

function told(packet: Packet, clock: CaptureClock | undefined): Packet {
  return clock?.moved === true ? movePacket(packet, clock.ahead) : packet;
}

function byClock(reader: PacketReader, clock: CaptureClock | undefined): PacketReader {
  return clock?.moved === true ? moveReader(reader, clock.ahead) : reader;
}

function tick(seconds: number, connections: ConnectionTable, surroundings: Surroundings | undefined): void {
  connections.tick(seconds);
  surroundings?.passes({ seconds, nanos: 0 });
}

function hearDatagram(datagram: Datagram | undefined, connections: ConnectionTable, surroundings: Surroundings): void {
  if (datagram !== undefined) surroundings.datagram(connections.place(datagram));
}

/** Views hear of a line or a mail before they hear what is found in it. */
function withFindings(listener: AnalysisListener, options: AnalysisOptions, identity: SessionIdentity | undefined): SessionListener {
  const rules = options.rules ?? RULES;
  const watch = new FindingWatch(identity === undefined ? rules : recallingRules(rules, identity.findings), (session, finding) => listener.finding(session, finding));
  const sightings = new Sightings();
  const recall = identity?.surroundings && new SurroundingsRecall(identity.surroundings);
  const tell = (session: Session, entry: Entry): void => {
    listener.entry(session, entry);
    watch.entry(session, entry);
  };
  return {
    decoder: options.decoder,
    plain: options.plain,
    begin(session) {
      recall?.begin(session);
      listener.begin(session);
      watch.begin(session);
    },
    entry(session, entry) {
      if (recall === undefined) tell(session, entry);
      else recall.entry(entry, (told) => tell(session, told));
    },
    message(session, message) {
      sightings.add(message);
      listener.message(session, message);
      watch.message(session, message);
    },
    end(session) {
      recall?.end(session, (told) => tell(session, told));
      watch.end(session);
      listener.end(session);
    },
    recordMessage: identity === undefined ? createRecorders(options, sightings) : createRecordersAgain(options, identity),
  };
}

function createRecorders({ decoder, hash, keeper }: AnalysisOptions, sightings: Sightings): SessionListener['recordMessage'] {
  const tools = { decoder, hash, keeper, sightingOf: sightings.find.bind(sightings) };
  let lastId = 0;
  return (session, direction, envelope) => createMessageRecorder({ id: ++lastId, session: session.id, direction, envelope }, tools);
}

function createRecordersAgain({ decoder, hash, keeper }: AnalysisOptions, identity: SessionIdentity): SessionListener['recordMessage'] {
  let count = 0;
  return (session, direction, envelope) => {
    const id = identity.messages[count++] ?? 0;
    const sightingOf = (queueId: string) => identity.sightingOf(id, queueId);
    return createMessageRecorder({ id, session: session.id, direction, envelope }, { decoder, hash, keeper, sightingOf });
  };
}
