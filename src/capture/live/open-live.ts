/**
 * Begins a capture on an interface and hands out its reader, like that of a file. What stands in the way is a LiveError.
 * Nothing hangs: a program that neither captures nor complains is ended.
 */
import type { PacketReader } from '../../model/packet.js';
import { openCaptureSource, type CaptureOptions } from '../open.js';
import type { CaptureAim, EngineName } from './engine.js';
import { enginesFor, type ChosenEngine, type EngineChoice, type LiveModules } from './engine-choice.js';
import { LiveError } from './live-error.js';
import { LiveReader, type LiveFate } from './live-reader.js';
import { LiveSource } from './live-source.js';
import { OctetRing } from './octet-ring.js';
import type { RecordingPlan } from './recording.js';
import { CaptureThread } from './thread-handle.js';
import { LiveCounts, type ThreadTask } from './thread-terms.js';

export interface LiveRequest extends CaptureAim {
  readonly engine: EngineChoice;
  readonly recording: RecordingPlan | undefined;
  readonly modules: LiveModules;
}

export interface LiveCapture {
  readonly reader: PacketReader;
  readonly engine: EngineName;
  readonly counts: LiveCounts;
  readonly fate: Readonly<LiveFate>;
  /** Ends it as its user would: what was captured is still given. */
  stop(): void;
  /** Calls `listener` once, when what is captured cannot be recorded any further; with the system's reason. */
  onNotRecorded(listener: (reason: string) => void): void;
}

/** Rejects with LiveError and nothing else. Where one program lacks the rights, the next one may have them. */
export async function openLive(request: LiveRequest, options: CaptureOptions): Promise<LiveCapture> {
  const engines = enginesFor(request);
  let refusal: LiveError | undefined;
  for (const engine of engines) {
    try {
      return await openWith(engine, request, options);
    } catch (error) {
      if (!(error instanceof LiveError) || error.code !== 'no-rights') throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new LiveError('no-engine', { engine: request.engine });
}

async function openWith(engine: ChosenEngine, request: LiveRequest, options: CaptureOptions): Promise<LiveCapture> {
  const { name, program, before, group } = engine;
  if (group !== undefined) throw new LiveError('no-rights', { engine: name, path: program, group });
  const ring = new OctetRing();
  const counts = new LiveCounts();
  const source = new LiveSource(ring);
  const task: ThreadTask = { engine: name, program, before, aim: aimOf(request), recording: request.recording, memory: ring.memory, counts: counts.memory };
  const thread = new CaptureThread(request.modules.thread, task, source, counts);
  await thread.begun(name, program);
  const reader = await openCaptureSource(request.interface, source, options);
  return {
    reader: new LiveReader(reader, request.interface, counts, thread.fate, () => thread.release()),
    engine: name,
    counts,
    fate: thread.fate,
    stop: () => thread.order('stop'),
    onNotRecorded: (listener) => (thread.onNotRecorded = listener),
  };
}

function aimOf({ interface: name, filter, count }: CaptureAim): CaptureAim {
  return { interface: name, filter, count };
}
