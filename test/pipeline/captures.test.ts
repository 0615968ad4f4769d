/** Every capture at hand keeps the promises of CONTRACT: sums of octets, order, owners of replies. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { CaptureError } from '../../src/capture/capture-error.js';
import { openCapture } from '../../src/capture/open.js';
import { analyzeCapture, expectSound } from './analysis.js';

const ROOTS = ['captures', '../shared/captures'];
const CAPTURE = /\.(pcap|pcapng|cap)(\.gz|\.zst)?$/;

for (const root of ROOTS) {
  describe.skipIf(!existsSync(root))(root, () => {
    const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    it.for(files.filter((name) => CAPTURE.test(name)).sort())('%s', { timeout: 30_000 }, async (name, { skip }) => {
      const reader = await openCapture(join(root, name), { capture: 0, hash: false }).catch((error: unknown) => {
        if (!(error instanceof CaptureError)) throw error;
        return undefined;
      });
      skip(reader === undefined, 'it is no capture, as it should be');
      // Where the clock of a capture runs backwards, what has been told stays told.
      for (const session of await analyzeCapture(reader!)) expectSound(session, !name.startsWith('broken'));
    });
  });
}
