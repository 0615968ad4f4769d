/** Programs that run while a test goes on, and waiting for what they say. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll } from 'vitest';

export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly complaints: () => string;
  /** Ends it with a signal; gives the exit status. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

export function start(command: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, LC_ALL: 'C', ...env } });
  running.add(child);
  let [output, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const over = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    output: () => output,
    complaints: () => complaints,
    async end(signal) {
      if (signal !== undefined) child.kill(signal);
      const [status] = await over;
      running.delete(child);
      return status;
    },
  };
}

export async function until(condition: () => boolean, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${String(condition)}`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
