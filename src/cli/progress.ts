/** A bar on standard error for work that takes longer than a second, where standard error is a terminal. */
import { createRequire } from 'node:module';
import type { SingleBar } from 'cli-progress';
import type { PacketReader } from '../model/packet.js';
import { sizeOf } from './file-status.js';

/** Milliseconds before the first sign of it, and between two. */
const PATIENCE = 1000;
const INTERVAL = 200;
const MEGABYTE = 1e6;

export interface Progress {
  update(packets: number, readers: readonly PacketReader[]): void;
  stop(): void;
}

/** Undefined where nobody would see it. */
export function startProgress(files: readonly string[]): Progress | undefined {
  if (!process.stderr.isTTY) return undefined;
  const total = sizeOf(files);
  const started = Date.now();
  let shown = started + PATIENCE - INTERVAL;
  let bar: SingleBar | undefined;
  return {
    update(_packets, readers) {
      const now = Date.now();
      if (now - shown < INTERVAL) return;
      shown = now;
      bar ??= createBar(total);
      const taken = readers.reduce((sum, reader) => sum + (reader.taken ?? 0), 0);
      bar.update(Math.min(total ?? 0, taken), { megabytes: Math.floor(taken / MEGABYTE) });
    },
    stop() {
      bar?.stop();
    },
  };
}

function createBar(total: number | undefined): SingleBar {
  // Loaded when it is wanted: most runs are over before.
  const { SingleBar, Presets } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress');
  const bar = new SingleBar({ stream: process.stderr, clearOnComplete: true, format: total === undefined ? '{megabytes} MB' : '{bar} {percentage} %' }, Presets.shades_classic);
  bar.start(Math.max(1, total ?? 0), 0, { megabytes: 0 });
  return bar;
}
