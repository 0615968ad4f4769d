/** A mistake on the command line, or an output that cannot be written: one line, exit status 2. */
import type { Diagnostics, UsageParams } from '../text/index.js';

export class UsageError<K extends keyof UsageParams = keyof UsageParams> extends Error {
  readonly key: K;
  readonly #params: UsageParams[K];

  constructor(key: K, params: UsageParams[K]) {
    super(key);
    this.key = key;
    this.#params = params;
  }

  say(diagnostics: Diagnostics): string {
    return diagnostics.usage[this.key](this.#params);
  }
}
