/** Reads key logs while they grow: what was held back for their keys is told, whether packets come or not. */
import type { Inputs } from './inputs.js';

/** Milliseconds between two looks. */
const INTERVAL = 100;

export interface KeyFollowing {
  /** Throws what went wrong meanwhile, as where nobody reads the output any more. */
  check(): void;
  stop(): void;
}

/** `told`: something may have been told. */
export function followKeys({ readKeys, readers }: Inputs, told: () => void = () => {}): KeyFollowing {
  let failure: Error | undefined;
  const look = (): void => {
    try {
      readKeys?.();
      told();
    } catch (error) {
      // A timer has nobody to tell it to: the inputs end, and who reads them asks.
      failure ??= error instanceof Error ? error : new Error(String(error));
      for (const reader of readers) void reader.close();
    }
  };
  const timer = readKeys === undefined ? undefined : setInterval(look, INTERVAL).unref();
  return {
    check() {
      if (failure !== undefined) throw failure;
    },
    stop: () => clearInterval(timer),
  };
}
