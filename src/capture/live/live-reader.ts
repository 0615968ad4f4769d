/**
 * The packets of a running capture. Like any other reader, except that it tells the time while none come, and that its
 * summary says what was lost. The stream itself is read by the reader of pcap.
 */
import type { CaptureSummary, CaptureWarning, CaptureWarningCode, Packet, PacketReader } from '../../model/packet.js';
import type { LiveCounts } from './thread-terms.js';
import { TickingReader } from './ticking-reader.js';

/** Seconds that a packet may be on its way from the kernel to here: tcpdump hands over what is a second old. */
const ON_THE_WAY = 3;

export interface LiveFate {
  /** The capture program ended though nobody asked it to. */
  brokeOff: boolean;
  /** What the capture program said last. */
  words: string;
  /** The recording ended before the capture did. */
  notRecorded: boolean;
}

export class LiveReader implements PacketReader {
  readonly #reader: TickingReader;
  readonly #interface: string;
  readonly #counts: LiveCounts;
  readonly #fate: LiveFate;
  readonly #release: () => Promise<void>;

  /** `release` ends the capture. */
  constructor(reader: PacketReader, name: string, counts: LiveCounts, fate: LiveFate, release: () => Promise<void>) {
    this.#reader = new TickingReader(reader, ON_THE_WAY);
    this.#interface = name;
    this.#counts = counts;
    this.#fate = fate;
    this.#release = release;
  }

  next(): Packet | undefined {
    return this.#reader.next();
  }

  fill(): boolean | Promise<boolean> {
    return this.#reader.fill();
  }

  readonly clock = (): number => this.#reader.clock();

  get summary(): CaptureSummary {
    const { summary } = this.#reader;
    return { ...summary, file: this.#interface, warnings: [...summary.warnings, ...this.#losses(summary)] };
  }

  async close(): Promise<void> {
    await this.#release();
    await this.#reader.close();
  }

  #losses({ bytes }: CaptureSummary): readonly CaptureWarning[] {
    const { brokeOff, notRecorded } = this.#fate;
    const losses: readonly (readonly [CaptureWarningCode, number])[] = [
      ['dropped-by-kernel', this.#counts.get('dropped')],
      ['given-up', this.#counts.get('givenUp')],
    ];
    const warnings: CaptureWarning[] = losses.filter(([, value]) => value > 0).map(([code, value]) => ({ code, offset: bytes, value }));
    if (brokeOff) warnings.push({ code: 'broke-off', offset: bytes });
    if (notRecorded) warnings.push({ code: 'not-recorded', offset: bytes });
    return warnings;
  }
}
