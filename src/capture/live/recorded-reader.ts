/** The packets of another reader, each recorded when it is given: for what no capture program sees. */
import type { CaptureSummary, Packet, PacketReader } from '../../model/packet.js';
import { formatFor, PacketNeeds, type PacketFormat } from '../packet-writer.js';
import { RecordSplitter } from './record-splitter.js';
import { Recording, type RecordingPlan } from './recording.js';

export class RecordedReader implements PacketReader {
  readonly #reader: PacketReader;
  readonly #recording: Recording;
  readonly #format: PacketFormat;
  /** The same road into the file as that of a capture program's packets. */
  readonly #stream: RecordSplitter;

  /** Of packets of one link type with microseconds. Throws what the system says where the file cannot be written. */
  constructor(reader: PacketReader, plan: RecordingPlan, linkType: number) {
    const recording = new Recording(plan);
    const needs = new PacketNeeds();
    needs.kinds.push({ linkType, digits: 6, timed: true });
    this.#reader = reader;
    this.#recording = recording;
    this.#format = formatFor(needs);
    this.#stream = new RecordSplitter({
      begin: (facts) => recording.begin(facts),
      records: (bytes, start, end) => recording.records(bytes, start, end),
    });
    this.#stream.push(this.#format.head);
  }

  /** What the system said when the file could not be written any further. */
  get failure(): string | undefined {
    return this.#recording.failure;
  }

  get summary(): CaptureSummary {
    return this.#reader.summary;
  }

  next(): Packet | undefined {
    const packet = this.#reader.next();
    if (packet !== undefined) this.#stream.push(this.#format.packet(packet));
    return packet;
  }

  fill(): boolean | Promise<boolean> {
    return this.#reader.fill();
  }

  async close(): Promise<void> {
    await this.#reader.close();
    this.#recording.finish(this.summary.packets, undefined);
  }
}
