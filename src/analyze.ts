/**
 * The pipeline, readable from top to bottom: packets become segments, segments streams, streams sessions with their
 * entries and mails. The only place that wires the rooms. File, pipe and network differ only in the reader.
 */
import { mergeReaders } from './capture/merge.js';
import { createMessageRecorder } from './mail/recorder.js';
import type { CaptureSummary, PacketReader } from './model/packet.js';
import type { AnalysisTotals } from './model/totals.js';
import type { HashFactory, MailDecoder, MailKeeper } from './model/platform.js';
import { createSegmentDecoder } from './packet/decoder.js';
import type { SessionListener } from './sessions/listener.js';
import { createSessionTable } from './sessions/session-table.js';
import { ConnectionTable } from './stream/connection-table.js';

/** Hears everything that is found, each thing once and as soon as it is decided. */
export interface AnalysisListener extends Omit<SessionListener, 'recordMessage'> {
  /** A capture has given its last packet. */
  capture(position: number, summary: CaptureSummary): void;
  /** Everything has been told. */
  done(totals: AnalysisTotals): void;
}

export interface AnalysisOptions {
  readonly decoder: MailDecoder;
  /** Absent where mails need no hashes. */
  readonly hash?: HashFactory;
  /** Absent where mails are only described. */
  readonly keeper?: MailKeeper;
  /** Asked between blocks: true ends the analysis as if the captures ended here. */
  readonly cancelled?: () => boolean;
  /** Told between blocks how many packets have been read. */
  readonly progress?: (packets: number) => void;
}

/** Reads all captures, merged by time, and tells `listener` what they hold. Closes the readers. Never rejects on input. */
export async function analyze(
  readers: readonly PacketReader[],
  listener: AnalysisListener,
  options: AnalysisOptions,
): Promise<void> {
  const decoder = createSegmentDecoder();
  const sessions = createSessionTable(withRecorder(listener, options));
  const connections = new ConnectionTable(sessions.listen);
  const packets = mergeReaders(readers, (reader) => listener.capture(readers.indexOf(reader), reader.summary));
  let count = 0;
  do {
    for (let packet = packets.next(); packet !== undefined; packet = packets.next()) {
      count++;
      const segment = decoder.decode(packet);
      if (segment !== undefined) connections.segment(segment);
    }
    options.progress?.(count);
  } while (options.cancelled?.() !== true && (await packets.fill()));
  connections.end();
  await packets.close();
  listener.done({ connections: connections.count, scanned: sessions.scanned });
}

function withRecorder(listener: AnalysisListener, { decoder, hash, keeper }: AnalysisOptions): SessionListener {
  let lastId = 0;
  return {
    begin: (session) => listener.begin(session),
    entry: (session, entry) => listener.entry(session, entry),
    message: (session, message) => listener.message(session, message),
    end: (session) => listener.end(session),
    recordMessage: (session, direction, envelope) =>
      createMessageRecorder({ id: ++lastId, session: session.id, direction, envelope }, { decoder, hash, keeper }),
  };
}
