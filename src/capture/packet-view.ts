/** The one packet object of a reader, filled anew for every packet: a hot loop must not allocate. */
import type { Packet } from '../model/packet.js';

export class PacketView implements Packet {
  seconds = Number.NaN;
  fraction = 0;
  digits = 0;
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  wireLength = 0;
  linkType = 0;
  frame = 0;
  offset = 0;
  readonly capture: number;

  /** `capture`: position of the capture in the list of inputs. */
  constructor(capture: number) {
    this.capture = capture;
  }
}
