/** Where the programs that capture lie: on the path, and where Wireshark and the systems put them. Runs nothing. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { EngineName } from './engine.js';

export interface Program {
  readonly path: string;
  /** The user may start it. */
  readonly executable: boolean;
  /** Number of the group it belongs to. */
  readonly group: number;
}

/** Behind the path: what is installed for administrators is often not on it. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/sbin', '/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin'],
  darwin: ['/Applications/Wireshark.app/Contents/MacOS', '/usr/sbin', '/opt/homebrew/bin', '/usr/local/bin'],
  win32: [join(process.env['ProgramFiles'] ?? 'C:\\Program Files', 'Wireshark')],
};

/** The first that may be started, else the first that is there; undefined where there is none. */
export function findProgram(name: Exclude<EngineName, 'cap'>): Program | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...(PLACES[process.platform] ?? [])].filter((folder) => folder !== '');
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const found = folders.map((folder) => programAt(join(folder, file))).filter((program) => program !== undefined);
  return found.find(({ executable }) => executable) ?? found[0];
}

function programAt(path: string): Program | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? { path, executable: mayStart(path), group: stats.gid } : undefined;
  } catch {
    return undefined;
  }
}

function mayStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
