/** What is looked after while packets are waited for: key logs that grow, and views that do not want to wait. */
import type { Inputs } from './inputs.js';

/** Milliseconds between two looks. */
const INTERVAL = 100;

export interface KeyFollowing {
  /** Throws what went wrong meanwhile, as where nobody reads the output any more. */
  check(): void;
  stop(): void;
}

/** `told`: something may have been told. `always`: it is called even where no key log grows. */
export function followKeys({ readKeys, readers }: Inputs, told: () => void = () => {}, always = false): KeyFollowing {
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
  const timer = readKeys === undefined && !always ? undefined : setInterval(look, INTERVAL).unref();
  return {
    check() {
      if (failure !== undefined) throw failure;
    },
    stop: () => clearInterval(timer),
  };
}
