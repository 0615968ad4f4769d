/** What the thread that captures and the thread that reads say to each other. */
import type { CaptureAim, EngineName } from './engine.js';
import type { RecordingPlan } from './recording.js';

export interface ThreadTask {
  readonly engine: EngineName;
  readonly program: string;
  /** In front of the engine's own arguments. */
  readonly before: readonly string[];
  readonly aim: CaptureAim;
  readonly recording: RecordingPlan | undefined;
  /** Of the octet ring. */
  readonly memory: SharedArrayBuffer;
  /** Of the counts. */
  readonly counts: SharedArrayBuffer;
}

export type ThreadOrder = 'stop' | 'kill';

export type ThreadReport =
  /** Packets may come from now on. */
  | { readonly kind: 'began' }
  /** There are octets for who asked to be woken. */
  | { readonly kind: 'wake' }
  /** The file cannot be written: at the beginning, or from now on. */
  | { readonly kind: 'not-recorded'; readonly reason: string }
  /** Nothing more comes. `output`: the end of what the program said. */
  | { readonly kind: 'ended'; readonly status: number | null; readonly output: string; readonly asked: boolean };

/** Numbers that the capturing thread counts and the other looks at; each is whole whenever it is looked at. */
export class LiveCounts {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: BigInt64Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(NAMES.length * 8)) {
    this.memory = memory;
    this.#numbers = new BigInt64Array(memory);
  }

  get(name: CountName): number {
    return Number(Atomics.load(this.#numbers, NAMES.indexOf(name)));
  }

  set(name: CountName, value: number): void {
    Atomics.store(this.#numbers, NAMES.indexOf(name), BigInt(value));
  }

  add(name: CountName, value: number): void {
    Atomics.add(this.#numbers, NAMES.indexOf(name), BigInt(value));
  }
}

/**
 * `packets` that were captured; `dropped` by the kernel, which has `told` so or not; `givenUp`: only their headers reached
 * the analysis, which was too slow for them; `unseen`: not even those; `process`: number of the capture program.
 */
const NAMES = ['packets', 'dropped', 'told', 'givenUp', 'unseen', 'process'] as const;
export type CountName = (typeof NAMES)[number];
