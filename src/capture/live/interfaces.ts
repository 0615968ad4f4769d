/** What there is to capture on, as the capture program lists it, with the addresses that the system knows. */
import { execFile } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import type { EngineName } from './engine.js';
import { enginesFor, type LiveModules } from './engine-choice.js';
import { LiveError, understand } from './live-error.js';

export interface CaptureInterfaceRow {
  readonly name: string;
  /** What the program says of it. */
  readonly description?: string;
  readonly addresses: readonly string[];
  readonly loopback: boolean;
}

/** Milliseconds. */
const PATIENCE = 10_000;
/** `3. lo (Loopback)` of dumpcap, `3.lo [Up, Running, Loopback]` and more in between of tcpdump. */
const ROW = /^\d{1,5}\. ?(\S+)(?: \((.{1,200}?)\))?(?: \[(.{0,100})\])?$/;
/** What libpcap lists beside networks. */
const NO_NETWORK = /^(?:bluetooth|dbus-|usbmon|nfqueue|nflog|rpmsg)/;

export interface InterfaceList {
  readonly engine: EngineName;
  readonly rows: readonly CaptureInterfaceRow[];
}

/** As the first program lists them that this user may start. Rejects with LiveError. */
export async function listInterfaces(modules: LiveModules): Promise<InterfaceList> {
  const engines = enginesFor({ engine: 'auto', modules });
  const { name, program, group } = engines.find((engine) => engine.group === undefined) ?? engines[0]!;
  if (group !== undefined) throw new LiveError('no-rights', { engine: name, path: program, group });
  return new Promise((resolve, reject) => {
    execFile(program, ['-D'], { timeout: PATIENCE, env: { ...process.env, LC_ALL: 'C' } }, (error, output, complaint) => {
      if (error !== null) reject(understand(complaint || error.message, name, program));
      else resolve({ engine: name, rows: rowsOf(output) });
    });
  });
}

/** What its list says, of networks alone. */
export function rowsOf(output: string): readonly CaptureInterfaceRow[] {
  const known = networkInterfaces();
  return output.split('\n').flatMap((line) => {
    const [, name = '', description] = ROW.exec(line.trim()) ?? [];
    if (name === '' || NO_NETWORK.test(name)) return [];
    const addresses = known[name] ?? [];
    return [{ name, ...(description === undefined ? {} : { description }), addresses: addresses.map(({ address }) => address), loopback: addresses.some(({ internal }) => internal) }];
  });
}
