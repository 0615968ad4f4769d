/** A capture whose times are told by another clock: everything else of it stays as it is. */
import type { Packet, PacketReader } from '../model/packet.js';

/** A packet whose time can be set; the rest are those of the reader's packet. */
type Movable = { -readonly [Key in keyof Packet]: Packet[Key] };

/** `ahead`: seconds by which the capture's own clock is ahead of the one that its times are to be told by. */
export function moveReader(reader: PacketReader, ahead: number): PacketReader {
  const moved: Movable = { bytes: Buffer.alloc(0), start: 0, end: 0, wireLength: 0, linkType: 0, frame: 0, capture: 0, seconds: 0, fraction: 0, digits: 6 };
  return {
    next() {
      const packet = reader.next();
      return packet === undefined ? undefined : move(Object.assign(moved, packet), ahead);
    },
    fill: () => reader.fill(),
    get summary() {
      return reader.summary;
    },
    close: () => reader.close(),
  };
}

/** A copy of the packet with its time moved. */
export function movePacket(packet: Packet, ahead: number): Packet {
  return move({ ...packet }, ahead);
}

/** In whole units of the capture's own digits. */
function move(packet: Movable, ahead: number): Packet {
  const units = 10 ** packet.digits;
  const whole = Math.floor(ahead);
  const fraction = packet.fraction - Math.round((ahead - whole) * units);
  const borrowed = fraction < 0 ? 1 : 0;
  packet.seconds -= whole + borrowed;
  packet.fraction = fraction + borrowed * units;
  return packet;
}
