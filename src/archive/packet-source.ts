/** Where packets are read again: in their file where that can be done, else in a spool to which they are copied as they pass. */
import { movePacket } from '../capture/moved-reader.js';
import type { Packet, PacketLookup, PacketReader } from '../model/packet.js';
import type { PacketSpool } from '../model/platform.js';
import type { VantagePlan } from '../model/vantage.js';
import { PacketIndex } from './packet-index.js';

export class PacketSource {
  readonly index: PacketIndex;
  readonly #lookups: readonly (PacketLookup | undefined)[];
  readonly #createSpool: () => PacketSpool;
  readonly #vantage: VantagePlan | undefined;
  #spool: PacketSpool | undefined;
  #failure: Error | undefined;

  /** Opens the files of `readers` once more; the spool only where a packet comes that needs it. */
  constructor(readers: readonly PacketReader[], createSpool: () => PacketSpool, vantage: VantagePlan | undefined) {
    this.#vantage = vantage;
    this.#lookups = readers.map((reader) => reader.lookup?.());
    this.#createSpool = createSpool;
    this.index = new PacketIndex((packet) => this.#keep(packet));
  }

  /** Why packets can no longer be kept: a full disk. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** A packet of the index, valid until the next one is asked for; undefined where it cannot be read again. */
  at(number: number): Packet | undefined {
    const place = this.index.placeOf(number);
    if (place === undefined) return undefined;
    const { capture, offset, frame } = place;
    const lookup = this.#lookups[capture];
    try {
      return lookup === undefined ? this.#spool?.at(offset, frame, capture) : lookup.at(offset, frame);
    } catch {
      // The system refuses: what is on that disk is lost to us.
      return undefined;
    }
  }

  close(): void {
    for (const lookup of this.#lookups) lookup?.close();
    this.#spool?.close();
  }

  #keep(packet: Packet): number | undefined {
    if (this.#lookups[packet.capture] !== undefined) return packet.offset;
    if (this.#failure !== undefined) return undefined;
    const clock = this.#vantage?.clocks.get(packet.capture);
    // What is kept is the packet as it was captured: its clock is moved whenever it is dissected.
    const original = clock?.moved === true ? movePacket(packet, -clock.ahead) : packet;
    try {
      return (this.#spool ??= this.#createSpool()).keep(original);
    } catch (error) {
      this.#failure = error as Error;
      return undefined;
    }
  }
}
