/** The reading thread's end of the one that captures: hears how it goes, and ends it. Nothing hangs on it. */
import { Worker } from 'node:worker_threads';
import type { EngineName } from './engine.js';
import { LiveError, understand, wordsOf } from './live-error.js';
import type { LiveFate } from './live-reader.js';
import type { LiveSource } from './live-source.js';
import type { LiveCounts, ThreadOrder, ThreadReport, ThreadTask } from './thread-terms.js';

/** Milliseconds in which a capture program must begin. */
const PATIENCE = 10_000;

export class CaptureThread {
  readonly fate: LiveFate = { brokeOff: false, words: '', notRecorded: false };
  onNotRecorded: (reason: string) => void = () => {};
  readonly #worker: Worker;
  readonly #source: LiveSource;
  readonly #counts: LiveCounts;
  readonly #over: Promise<void>;
  #began = false;
  #ended: Extract<ThreadReport, { kind: 'ended' }> | undefined;
  #refused: string | undefined;
  #decided: () => void = () => {};

  /** Begins at once; `module` is what the thread runs. */
  constructor(module: URL, task: ThreadTask, source: LiveSource, counts: LiveCounts) {
    const worker = new Worker(module, { workerData: task });
    this.#worker = worker;
    this.#source = source;
    this.#counts = counts;
    this.#over = new Promise((resolve) => worker.once('exit', () => resolve()));
    worker.on('message', (report: ThreadReport) => this.#hear(report));
    worker.on('error', (error) => this.#hear({ kind: 'ended', status: null, output: error.message, asked: false }));
    process.once('exit', this.#abandon);
  }

  /** Rejects with LiveError where the capture does not begin. */
  async begun(engine: EngineName, path: string): Promise<void> {
    const timer = setTimeout(() => this.order('kill'), PATIENCE);
    while (!this.#began && this.#ended === undefined && this.#refused === undefined) {
      await new Promise<void>((resolve) => (this.#decided = resolve));
    }
    clearTimeout(timer);
    if (this.#began) return;
    await this.#over;
    process.off('exit', this.#abandon);
    if (this.#refused !== undefined) throw new LiveError('cannot-write', { engine, words: this.#refused });
    throw understand(this.#ended?.output ?? '', engine, path);
  }

  order(order: ThreadOrder): void {
    this.#worker.postMessage(order);
  }

  /** Ends the capture and waits until what was captured is in its file. */
  async release(): Promise<void> {
    if (this.#ended === undefined) this.order('stop');
    await this.#over;
    process.off('exit', this.#abandon);
  }

  /** mailscope itself ends in the middle: the capture program must not stay behind. */
  readonly #abandon = (): void => {
    const program = this.#counts.get('process');
    if (program === 0 || this.#ended !== undefined) return;
    try {
      process.kill(program, 'SIGTERM');
    } catch {
      // It is gone already.
    }
  };

  #hear(report: ThreadReport): void {
    if (report.kind === 'began') this.#began = true;
    else if (report.kind === 'ended') this.#end(report);
    else if (report.kind === 'not-recorded') this.#lament(report.reason);
    this.#source.wake();
    this.#decided();
  }

  #end(report: Extract<ThreadReport, { kind: 'ended' }>): void {
    this.#ended = report;
    this.fate.brokeOff = !report.asked && report.status !== 0;
    this.fate.words = wordsOf(report.output);
  }

  #lament(reason: string): void {
    if (!this.#began) this.#refused = reason;
    else {
      this.fate.notRecorded = true;
      this.onNotRecorded(reason);
    }
  }
}
