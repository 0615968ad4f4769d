/** The line on standard error that says how a capture goes on, drawn anew every second; for a terminal alone. */
import type { LiveCapture } from '../capture/live/open-live.js';
import { terminalText } from '../report/terminal-text.js';
import type { Language } from '../text/index.js';
import type { Progress } from './progress.js';

const INTERVAL = 1000;
/** Back to the first column, and everything behind it away. */
const CLEAR = '\r\u001b[K';

export class StatusLine implements Progress {
  /** That are open. */
  sessions = 0;
  readonly #capture: LiveCapture;
  readonly #interface: string;
  readonly #language: Language;
  readonly #timer: NodeJS.Timeout;
  #packets = 0;
  #rate = 0;
  #line = '';

  constructor(capture: LiveCapture, name: string, language: Language) {
    this.#capture = capture;
    this.#interface = name;
    this.#language = language;
    this.#timer = setInterval(() => this.#count(), INTERVAL);
    this.#count();
  }

  update(): void {}

  clear(): void {
    if (this.#line !== '') process.stderr.write(CLEAR);
  }

  draw(): void {
    process.stderr.write(CLEAR + this.#line);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.clear();
    this.#line = '';
  }

  #count(): void {
    const { counts, engine } = this.#capture;
    const packets = counts.get('packets');
    this.#rate = Math.round(((packets - this.#packets) * 1000) / INTERVAL);
    this.#packets = packets;
    const dropped = counts.get('told') === 1 ? counts.get('dropped') : undefined;
    const status = { interface: this.#interface, engine, packets, dropped, rate: this.#rate, sessions: this.sessions, givenUp: counts.get('givenUp') };
    this.#line = terminalText(this.#language.live.status(status)).slice(0, Math.max(0, process.stderr.columns - 1));
    this.draw();
  }
}
