/** Begins to capture as the command line says, and ends it as its user says: what any view of a running capture needs. */
import type { EngineChoice } from '../../capture/live/engine-choice.js';
import { LiveError } from '../../capture/live/live-error.js';
import { openLive, type LiveCapture } from '../../capture/live/open-live.js';
import type { FileRing } from '../../capture/live/recording.js';
import { createSegmentDecoder } from '../../packet/decoder.js';
import { SecretStore } from '../../protocols/tls/keys/key-log.js';
import type { Language } from '../../text/index.js';
import { complain } from '../analysis.js';
import { openKeyLogs, type Inputs } from '../inputs.js';
import { version } from '../version.js';
import { LIVE_MODULES } from '../live-modules.js';
import { sayObstacle } from './obstacle.js';

/** What is captured, and how. */
export interface CaptureRequest {
  readonly keyLogs: readonly string[];
  readonly interface: string;
  /** In the language of libpcap. */
  readonly captureFilter: string;
  /** Those that the filter names, where it is not the user's own. */
  readonly ports: readonly number[] | undefined;
  readonly save: string | undefined;
  readonly ring: FileRing | undefined;
  /** After which it ends by itself. */
  readonly seconds: number | undefined;
  /** Packets after which it ends by itself. */
  readonly count: number | undefined;
  readonly engine: EngineChoice;
  readonly language: Language;
  readonly quiet: boolean;
}

export interface LiveInputs {
  readonly inputs: Inputs;
  readonly capture: LiveCapture;
  /** Ends the capture; what was captured is in its file. */
  end(): Promise<void>;
}

/** What ends a capture as its user would. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Signals and `--duration` end it as its user would. Undefined where nothing can be captured; why, and what to do about it, has been said. */
export async function openLiveInputs(request: CaptureRequest): Promise<LiveInputs | undefined> {
  const keys = new SecretStore();
  const logs = openKeyLogs(request.keyLogs, keys, true);
  const capture = await openInterface(request);
  if (capture === undefined) return undefined;
  const stop = (): void => capture.stop();
  for (const signal of ENDINGS) process.once(signal, stop);
  const timer = request.seconds === undefined ? undefined : setTimeout(stop, request.seconds * 1000);
  return {
    inputs: { readers: [capture.reader], failures: [], keys, ...logs },
    capture,
    async end() {
      clearTimeout(timer);
      await capture.reader.close();
      for (const signal of ENDINGS) process.off(signal, stop);
    },
  };
}

async function openInterface(request: CaptureRequest): Promise<LiveCapture | undefined> {
  const { interface: name, captureFilter: filter, count, engine, save, ring, language, quiet } = request;
  const recording = save === undefined ? undefined : { file: save, ring, application: `mailscope ${version}`, interface: name, filter };
  try {
    const { supports } = createSegmentDecoder();
    const capture = await openLive({ interface: name, filter, count, engine, recording, modules: LIVE_MODULES }, { capture: 0, supportsLinkType: supports });
    if (!quiet) complain(language.live.listening({ interface: name, engine: capture.engine, filter, ports: request.ports }));
    if (!quiet && capture.engine === 'cap') complain(language.live.limits.cap());
    return capture;
  } catch (error) {
    if (!(error instanceof LiveError)) throw error;
    sayObstacle(error, { interface: name, filter, file: save ?? '' }, language);
    return undefined;
  }
}
