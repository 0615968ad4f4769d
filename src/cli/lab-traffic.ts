/**
 * Where the lab has its own traffic from: captured on the interface it listens on, where the system allows that, else
 * from its sockets. Only loopback is captured: what this machine says to another of its addresses goes by there, too.
 */
import { networkInterfaces } from 'node:os';
import type { EngineName } from '../capture/live/engine.js';
import type { EngineChoice } from '../capture/live/engine-choice.js';
import { LiveError } from '../capture/live/live-error.js';
import { openLive, type LiveCapture } from '../capture/live/open-live.js';
import type { Lab, Listening } from '../lab/lab.js';
import type { PacketReader } from '../model/packet.js';
import { createSegmentDecoder } from '../packet/decoder.js';
import { LIVE_MODULES } from './live-inputs.js';
import { tallyOf, type LiveTally } from './live-pulse.js';

export type TrafficChoice = EngineChoice | 'sockets';

export interface LabTraffic {
  readonly reader: PacketReader;
  /** Absent where the sockets tell. */
  readonly captured: { readonly engine: EngineName; readonly interface: string } | undefined;
  tally(): LiveTally;
  /** The lab has ended: what is under way is still given, and then no more. */
  finish(): void;
  close(): Promise<void>;
}

/** Milliseconds until each has handed over the last packets; what the kernel holds is lost when tcpdump is ended before. */
const LINGER: Readonly<Record<EngineName, number>> = { dumpcap: 300, tcpdump: 1300, cap: 300 };

/** Rejects with LiveError where a program was asked for by its name and cannot capture. */
export async function openTraffic(lab: Lab, host: string, listening: readonly Listening[], choice: TrafficChoice): Promise<LabTraffic> {
  const name = choice === 'sockets' ? undefined : loopbackOf(host);
  if (name === undefined) return fromSockets(lab);
  try {
    return captureOf(await captureOn(name, host, listening, choice as EngineChoice), name, lab);
  } catch (error) {
    if (choice !== 'auto' || !(error instanceof LiveError)) throw error;
    return fromSockets(lab);
  }
}

function fromSockets({ packets }: Lab): LabTraffic {
  const { summary } = packets;
  return {
    reader: packets,
    captured: undefined,
    tally: () => ({ interface: summary.file, engine: 'sockets', packets: summary.packets, dropped: undefined, givenUp: packets.lost }),
    finish: () => packets.end(),
    close: async () => packets.close(),
  };
}

function captureOn(name: string, host: string, listening: readonly Listening[], engine: EngineChoice): Promise<LiveCapture> {
  const ports = listening.map(({ port }) => `port ${port}`).join(' or ');
  const aim = { interface: name, filter: `tcp and host ${host} and (${ports})`, count: undefined };
  return openLive({ ...aim, engine, recording: undefined, modules: LIVE_MODULES }, { capture: 0, supportsLinkType: createSegmentDecoder().supports });
}

function captureOf(capture: LiveCapture, name: string, lab: Lab): LabTraffic {
  // Nobody reads what the sockets tell.
  lab.packets.close();
  return {
    reader: capture.reader,
    captured: { engine: capture.engine, interface: name },
    tally: () => tallyOf(capture, name),
    finish: () => void setTimeout(() => capture.stop(), LINGER[capture.engine]),
    close: async () => {
      capture.stop();
      await capture.reader.close();
    },
  };
}

function loopbackOf(host: string): string | undefined {
  return Object.entries(networkInterfaces()).find(([, addresses]) => addresses?.some(({ address, internal }) => internal && address === host))?.[0];
}
