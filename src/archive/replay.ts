/** Gives the packets of one session to whoever dissects it again, as they were dealt with the first time, in slices of time. */
import type { Packet } from '../model/packet.js';
import type { PacketSource } from './packet-source.js';
import type { TimeSlices } from './time-slice.js';

/** Packets between two looks at the clock. */
const STRETCH = 64;

export interface PacketTaker {
  packet(packet: Packet): void;
}

/** Gives how many packets could not be read any more. `isEnough`: nothing more is wanted. */
export async function replayPackets(
  source: PacketSource,
  stream: number,
  taker: PacketTaker,
  slices: TimeSlices,
  isEnough: () => boolean = () => false,
): Promise<number> {
  const packets = source.index.packetsOf(stream);
  let lost = 0;
  for (let at = 0; at < packets.length && !isEnough(); at++) {
    const packet = source.at(packets[at]!);
    if (packet === undefined) lost++;
    else taker.packet(packet);
    const pause = at % STRETCH === 0 ? slices.giveWay() : undefined;
    if (pause !== undefined) await pause;
  }
  return lost;
}
