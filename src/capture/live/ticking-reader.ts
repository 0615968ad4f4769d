/**
 * The packets of another reader that are captured now: who waits for them is told once a second that time has passed.
 * Changes nothing of the packets.
 */
import type { CaptureSummary, Packet, PacketReader } from '../../model/packet.js';

/** Milliseconds after which who waits for packets is told that time has passed. */
const TICK = 1000;

export class TickingReader implements PacketReader {
  readonly #reader: PacketReader;
  readonly #onTheWay: number;
  #pending: Promise<boolean> | undefined;
  #resume: (more: boolean) => void = () => {};
  #isIdle = false;

  /** `onTheWay`: seconds that a packet may need from its capture to here. */
  constructor(reader: PacketReader, onTheWay: number) {
    this.#reader = reader;
    this.#onTheWay = onTheWay;
  }

  get summary(): CaptureSummary {
    return this.#reader.summary;
  }

  next(): Packet | undefined {
    return this.#reader.next();
  }

  fill(): boolean | Promise<boolean> {
    this.#isIdle = false;
    if (this.#pending === undefined) {
      const filled = this.#reader.fill();
      if (typeof filled === 'boolean') return filled;
      this.#pending = filled;
      // Once, however many ticks go by until it is filled.
      void filled.then((more) => this.#filled(more));
    }
    return this.#tickOr();
  }

  /** While packets come they tell the time; otherwise it is the time before which nothing can be on its way any more. */
  readonly clock = (): number => {
    const last = this.#reader.summary.last?.seconds ?? 0;
    return this.#isIdle ? Math.max(last, Math.floor(Date.now() / 1000) - this.#onTheWay) : last;
  };

  close(): void | Promise<void> {
    return this.#reader.close();
  }

  #tickOr(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#isIdle = true;
        resolve(true);
      }, TICK);
      this.#resume = (more) => {
        clearTimeout(timer);
        resolve(more);
      };
    });
  }

  #filled(more: boolean): void {
    this.#pending = undefined;
    this.#resume(more);
  }
}
