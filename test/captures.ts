/** The captures that tests read: the project's own, the damaged ones, and those of other projects where they lie beside it. */
import { existsSync, readdirSync } from 'node:fs';

const CAPTURE = /\.(?:pcap|pcapng|cap)(?:\.gz|\.zst)?$/;

/** Recorded by the project. */
export const OWN = capturesIn('captures');
/** Cut, corrupt and hostile. */
export const BROKEN = capturesIn('captures/broken');
/** Of other projects; none where there is no such folder. */
export const SHARED = capturesIn('../shared/captures');

/** The key log that lies beside a capture, where there is one. */
export function keyLogsOf(file: string): readonly string[] {
  const log = file.replace(CAPTURE, '.keys');
  return existsSync(log) ? [log] : [];
}

function capturesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => CAPTURE.test(name));
  return names.sort().map((name) => `${folder}/${name}`);
}
