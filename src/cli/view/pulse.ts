/** The figures of a running capture: what is counted, and packets a second, looked at anew every second. Says nothing. */
import type { LiveCapture } from '../../capture/live/open-live.js';
import type { LiveFigures } from '../../text/index.js';

const INTERVAL = 1000;

/** What a capture counts while it runs. */
export type LiveTally = Omit<LiveFigures, 'rate'>;

export function tallyOf({ engine, counts }: LiveCapture, name: string): LiveTally {
  const dropped = counts.get('told') === 1 ? counts.get('dropped') : undefined;
  return { interface: name, engine, packets: counts.get('packets'), dropped, givenUp: counts.get('givenUp') };
}

export class LivePulse {
  #figures: LiveFigures;
  readonly #tally: () => LiveTally;
  readonly #timer: NodeJS.Timeout;
  readonly #listeners = new Set<() => void>();

  constructor(tally: () => LiveTally) {
    this.#tally = tally;
    this.#figures = { ...tally(), rate: 0 };
    this.#timer = setInterval(() => this.#beat(), INTERVAL).unref();
  }

  get figures(): LiveFigures {
    return this.#figures;
  }

  /** Calls `listener` every second. Gives what stops it. */
  onBeat(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The figures are those of the end. */
  stop(): void {
    clearInterval(this.#timer);
    this.#figures = { ...this.#tally(), rate: 0 };
  }

  #beat(): void {
    const tally = this.#tally();
    this.#figures = { ...tally, rate: Math.round(((tally.packets - this.#figures.packets) * 1000) / INTERVAL) };
    for (const listener of this.#listeners) listener();
  }
}
