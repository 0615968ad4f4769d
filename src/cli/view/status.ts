/** The line on standard error that says how a capture goes on, drawn anew every second; for a terminal alone. */
import { terminalText } from '../../report/terminal-text.js';
import type { Language } from '../../text/index.js';
import type { Progress } from '../progress.js';
import type { LivePulse } from './pulse.js';

/** Back to the first column, and everything behind it away. */
const CLEAR = '\r\u001b[K';

export class StatusLine implements Progress {
  /** That are open. */
  sessions = 0;
  readonly #pulse: LivePulse;
  readonly #language: Language;
  readonly #unhear: () => void;
  #line = '';

  constructor(pulse: LivePulse, language: Language) {
    this.#pulse = pulse;
    this.#language = language;
    this.#unhear = pulse.onBeat(() => this.#tell());
    this.#tell();
  }

  update(): void {}

  clear(): void {
    if (this.#line !== '') process.stderr.write(CLEAR);
  }

  draw(): void {
    process.stderr.write(CLEAR + this.#line);
  }

  stop(): void {
    this.#unhear();
    this.#pulse.stop();
    this.clear();
    this.#line = '';
  }

  #tell(): void {
    const status = { ...this.#pulse.figures, sessions: this.sessions };
    this.#line = terminalText(this.#language.live.status(status)).slice(0, Math.max(0, process.stderr.columns - 1));
    this.draw();
  }
}
