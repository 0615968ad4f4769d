/**
 * Where the lab has its own traffic from: captured on the interface it listens on, where the system allows that, else
 * from its sockets. Only loopback is captured: what this machine says to another of its addresses goes by there, too.
 */
import { networkInterfaces } from 'node:os';
import type { EngineName } from '../../capture/live/engine.js';
import type { EngineChoice } from '../../capture/live/engine-choice.js';
import { LiveError } from '../../capture/live/live-error.js';
import { openLive, type LiveCapture } from '../../capture/live/open-live.js';
import type { Lab, Listening } from '../../lab/lab.js';
import { RAW_IP } from '../../lab/wire.js';
import type { PacketReader } from '../../model/packet.js';
import { RecordedReader } from '../../capture/live/recorded-reader.js';
import type { RecordingPlan } from '../../capture/live/recording.js';
import { TickingReader } from '../../capture/live/ticking-reader.js';
import { createSegmentDecoder } from '../../packet/decoder.js';
import { LIVE_MODULES } from '../live-modules.js';
import { tallyOf, type LiveTally } from '../view/pulse.js';
import { version } from '../version.js';

export type TrafficChoice = EngineChoice | 'sockets';

export interface LabTraffic {
  readonly reader: PacketReader;
  /** Absent where the sockets tell. */
  readonly captured: { readonly engine: EngineName; readonly interface: string } | undefined;
  tally(): LiveTally;
  /** The lab has ended: what is under way is still given, and then no more. */
  finish(): void;
  close(): Promise<void>;
  /** Why what comes by is no longer recorded, if it is not. */
  failure(): string | undefined;
}

/** What is captured, and how. */
export interface TrafficRequest {
  readonly host: string;
  readonly listening: readonly Listening[];
  readonly engine: TrafficChoice;
  /** Of `-w`. */
  readonly save: string | undefined;
}

/** Milliseconds until each has handed over the last packets; what the kernel holds is lost when tcpdump is ended before. */
const LINGER: Readonly<Record<EngineName, number>> = { dumpcap: 300, tcpdump: 1300, cap: 300 };

/** Rejects with LiveError where a program was asked for by its name and cannot capture, or where the file cannot be written. */
export async function openTraffic(lab: Lab, request: TrafficRequest): Promise<LabTraffic> {
  const { host, engine } = request;
  const name = engine === 'sockets' ? undefined : loopbackOf(host);
  if (name === undefined) return fromSockets(lab, request);
  try {
    return captureOf(await captureOn(name, request, engine as EngineChoice), name, lab);
  } catch (error) {
    if (engine !== 'auto' || !(error instanceof LiveError)) throw error;
    return fromSockets(lab, request);
  }
}

function recordingOf(save: string | undefined, name: string, filter: string): RecordingPlan | undefined {
  return save === undefined ? undefined : { file: save, ring: undefined, application: `mailscope ${version}`, interface: name, filter };
}

function fromSockets({ packets }: Lab, { save }: TrafficRequest): LabTraffic {
  const { summary } = packets;
  const recorded = recordedReader(packets, recordingOf(save, summary.file, ''));
  // A session that was reset ends by the clock, and so does one that says nothing more.
  const reader = new TickingReader(recorded ?? packets, 0);
  return {
    reader,
    failure: () => recorded?.failure,
    captured: undefined,
    tally: () => ({ interface: summary.file, engine: 'sockets', packets: summary.packets, dropped: undefined, givenUp: packets.lost }),
    finish: () => packets.end(),
    close: async () => reader.close(),
  };
}

function recordedReader(packets: PacketReader, plan: RecordingPlan | undefined): RecordedReader | undefined {
  if (plan === undefined) return undefined;
  try {
    return new RecordedReader(packets, plan, RAW_IP);
  } catch (error) {
    throw new LiveError('cannot-write', { engine: 'auto', words: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

function captureOn(name: string, { host, listening, save }: TrafficRequest, engine: EngineChoice): Promise<LiveCapture> {
  const ports = listening.map(({ port }) => `port ${port}`).join(' or ');
  const filter = `tcp and host ${host} and (${ports})`;
  return openLive({ interface: name, filter, count: undefined, engine, recording: recordingOf(save, name, filter), modules: LIVE_MODULES }, { capture: 0, supportsLinkType: createSegmentDecoder().supports });
}

function captureOf(capture: LiveCapture, name: string, lab: Lab): LabTraffic {
  // Nobody reads what the sockets tell.
  lab.packets.close();
  let failure: string | undefined;
  capture.onNotRecorded((reason) => (failure = reason));
  return {
    failure: () => failure,
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
