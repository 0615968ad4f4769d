/** Which program captures: the one that was asked for, or the best that is there. Runs none. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { EngineName } from './engine.js';
import { LiveError } from './live-error.js';
import { findProgram } from './program.js';

export type EngineChoice = EngineName | 'auto';

/** The built modules that run on their own: the thread that captures, and the program around the package `cap`. */
export interface LiveModules {
  readonly thread: URL;
  readonly cap: URL;
}

export interface ChosenEngine {
  readonly name: EngineName;
  readonly program: string;
  readonly before: readonly string[];
  /** Those who may start it, where this user may not. */
  readonly group: string | undefined;
}

/** `auto`: dumpcap, then tcpdump, as far as they are there. Throws LiveError where there is none. */
export function enginesFor({ engine, modules }: { readonly engine: EngineChoice; readonly modules: LiveModules }): readonly ChosenEngine[] {
  if (engine === 'cap') return [{ name: 'cap', program: process.execPath, before: [capModule(modules.cap)], group: undefined }];
  const names = engine === 'auto' ? (['dumpcap', 'tcpdump'] as const) : [engine];
  const engines = names.flatMap((name): readonly ChosenEngine[] => {
    const program = findProgram(name);
    if (program === undefined) return [];
    return [{ name, program: program.path, before: [], group: program.executable ? undefined : groupName(program.group) }];
  });
  if (engines.length === 0) throw new LiveError('no-engine', { engine });
  return engines;
}

/** The package is looked for when it is asked for: mailscope is installed without it where there is no compiler. */
function capModule(module: URL): string {
  try {
    createRequire(module).resolve('cap');
  } catch {
    throw new LiveError('no-engine', { engine: 'cap' });
  }
  return fileURLToPath(module);
}

function groupName(group: number): string {
  try {
    const line = readFileSync('/etc/group', 'utf8')
      .split('\n')
      .find((row) => Number(row.split(':')[2]) === group);
    return line?.split(':')[0] ?? String(group);
  } catch {
    return String(group);
  }
}
