/** Packets copied to a private file: as they were, nobody else's to read, and nothing left behind whatever ends the program. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../../src/model/packet.js';
import { PacketFile } from '../../src/platform/packet-file.js';

function packetOf(octets: Buffer, frame: number): Packet {
  return { bytes: octets, start: 1, end: octets.length, wireLength: octets.length + 7, linkType: 276, frame, capture: 2, seconds: 1_600_000_000 + frame, fraction: 123_456_789_012_345, digits: 15 };
}

function octetsOf(packet: Packet | undefined): Buffer | undefined {
  return packet && Buffer.from(packet.bytes.subarray(packet.start, packet.end));
}

/** What this process has open in the folder of temporary files. */
function openFiles(): readonly string[] {
  const links = readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [`/proc/self/fd/${descriptor}`].map((path) => [path, readlinkSync(path)] as const);
    } catch {
      return [];
    }
  });
  return links.filter(([, target]) => target.startsWith(`${tmpdir()}/mailscope-`)).map(([path]) => path);
}

describe('a file of packets', () => {
  it('gives each packet as it was, in any order, while others still come', () => {
    const file = new PacketFile();
    const sizes = [1, 60, 1514, 5000, 262_144, 0, 300_000, 9000];
    const packets = sizes.map((size, at) => packetOf(Buffer.alloc(size + 1, at + 65), at + 1));
    const places = packets.map((packet) => {
      const place = file.keep(packet);
      expect(octetsOf(file.at(place, packet.frame, 2))).toEqual(octetsOf(packet));
      return place;
    });
    for (const at of [3, 0, 7, 4, 1, 6, 2, 5]) {
      const found = file.at(places[at]!, at + 1, 2)!;
      const { seconds, fraction, digits, wireLength, linkType, frame, capture } = packets[at]!;
      expect(found).toMatchObject({ seconds, fraction, digits, wireLength, linkType, frame, capture });
      expect(octetsOf(found)).toEqual(octetsOf(packets[at]));
    }
    expect(Number.isNaN(file.at(file.keep({ ...packets[0]!, seconds: Number.NaN }), 9, 0)!.seconds)).toBe(true);
    expect(file.at(1e9, 1, 0)).toBeUndefined();
    file.close();
    expect(file.at(places[0]!, 1, 2)).toBeUndefined();
  });

  it.skipIf(process.platform !== 'linux')('has no name, and is for its owner alone', () => {
    const before = openFiles();
    const file = new PacketFile();
    file.keep(packetOf(Buffer.alloc(100), 1));
    const own = openFiles().filter((path) => !before.includes(path));
    expect(own).toHaveLength(1);
    expect(readlinkSync(own[0]!)).toMatch(/ \(deleted\)$/);
    expect(statSync(own[0]!).mode & 0o777).toBe(0o600);
    file.close();
    expect(openFiles().filter((path) => !before.includes(path))).toHaveLength(0);
  });

  it.skipIf(process.platform !== 'linux')('leaves nothing behind when the program is killed', () => {
    const folder = spawnSync('mktemp', ['-d'], { encoding: 'utf8' }).stdout.trim();
    const program = `import { PacketFile } from '${process.cwd()}/dist/platform/packet-file.js'; new PacketFile(); process.kill(process.pid, 'SIGKILL');`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { env: { ...process.env, TMPDIR: folder } });
    expect(signal).toBe('SIGKILL');
    expect(readdirSync(folder)).toEqual([]);
    spawnSync('rmdir', [folder]);
  });
});
