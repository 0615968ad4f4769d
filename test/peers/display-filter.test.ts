/**
 * The display filter that the view copies selects in tshark the packets of its session: all of them, and nothing else but errors
 * of ICMP, which quote them. Also where another session has the same addresses and ports. Skipped where tshark is not installed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayFilter } from '../../src/tui/display-filter.js';
import { archiveOfFiles } from '../archive/opened.js';
import { has, run, scratch } from '../cli/program.js';

const HEAD = 24;
const RECORD = 16;
const CAPTURES = ['campus-at-mail', 'smtp-ipv6', 'smtp-6in4', 'smtp-vxlan', 'syn-only', 'imap-idle'].map((name) => `captures/${name}.pcap`);

/** The same session once more, an hour later. */
function again(file: string): string {
  const capture = readFileSync(file);
  const later = Buffer.from(capture.subarray(HEAD));
  for (let at = 0; at < later.length; at += RECORD + later.readUInt32LE(at + 8)) later.writeUInt32LE(later.readUInt32LE(at) + 3600, at);
  const path = join(scratch(), 'twice.pcap');
  writeFileSync(path, Buffer.concat([capture, later]));
  return path;
}

describe.skipIf(!has('tshark'))('tshark selects by the copied filter', () => {
  it.each([...CAPTURES, 'twice'])('%s', async (name) => {
    const file = name === 'twice' ? again('captures/smtp-auth-plain-submission.pcap') : name;
    const archive = (await archiveOfFiles(file))!;
    if (name === 'twice') expect(archive.rows).toHaveLength(2);
    for (const row of archive.rows.slice(0, 2)) {
      const filter = displayFilter(row, archive.rows);
      const { stdout } = run('tshark', ['-n', '-r', file, '-Y', `(${filter}) && !icmp && !icmpv6`, '-T', 'fields', '-e', 'frame.number']);
      expect(stdout.trim().split('\n'), filter).toHaveLength(row.packets);
    }
    await archive.close();
  });
});
