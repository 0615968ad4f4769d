/** What is saved of a session: its packets, a mail, a part, as they are; nothing where that fails. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCapture } from '../../src/capture/open.js';
import type { Packet } from '../../src/model/packet.js';
import { archiveOfFiles, viewOf } from './opened.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailscope-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What must survive of a packet, its number left out. */
function factsOf({ bytes, start, end, wireLength, linkType, seconds, fraction, digits }: Packet): string {
  const octets = createHash('md5').update(bytes.subarray(start, end)).digest('hex');
  return [octets, wireLength, linkType, seconds, `${fraction}`.padStart(digits, '0').padEnd(15, '0')].join(' ');
}

async function packetsIn(file: string): Promise<readonly string[]> {
  const reader = await openCapture(file, { capture: 0, hash: false });
  const packets: string[] = [];
  do {
    for (let packet = reader.next(); packet !== undefined; packet = reader.next()) packets.push(factsOf(packet));
  } while (await reader.fill());
  await reader.close();
  expect(reader.summary.warnings).toEqual([]);
  return packets;
}

/** Without what numbers packets, and names the file. */
function unnumbered(view: unknown): unknown {
  return JSON.parse(JSON.stringify(view), (key, value: unknown) => (['frames', 'id', 'session', 'stream', 'message', 'entry', 'entries', 'answers'].includes(key) ? undefined : value));
}

describe('the packets of a session', () => {
  it.each([
    ['smtp-fragments.pcap', 'pcap'],
    ['smtp-vxlan.pcap', 'pcap'],
    ['smtp-exim-relay.pcapng', 'pcap'],
    ['smtp-loss-server.pcap.gz', 'pcap'],
    ['imap-idle.pcap', 'pcap'],
    ['broken/time-units.pcapng', 'pcapng'],
  ])('of %s are a capture of their own, as %s', async (name, format) => {
    const file = `captures/${name}`;
    const archive = (await archiveOfFiles(file))!;
    const all = await packetsIn(file).catch(() => []);
    for (const { id } of archive.rows.slice(0, 1)) {
      const path = join(folder, `${id}.cap`);
      const { octets } = await archive.savePackets(id, path);
      expect(readFileSync(path)).toHaveLength(octets);
      const saved = await packetsIn(path);
      expect(saved.length).toBeGreaterThan(0);
      if (all.length > 0) expect(all).toEqual(expect.arrayContaining([...saved]));
      const again = (await archiveOfFiles(path))!;
      expect(again.captures[0]?.format).toBe(format);
      // One session, read as it was in the whole.
      expect(again.rows).toHaveLength(1);
      expect(unnumbered(viewOf((await again.open(1))!))).toEqual(unnumbered(viewOf((await archive.open(id))!)));
      await again.close();
    }
    await archive.close();
  });

  it('do not take the place of a file that is there', async () => {
    const archive = (await archiveOfFiles('captures/lecture-smtp.pcap'))!;
    const path = join(folder, 'a.pcap');
    await archive.savePackets(1, path);
    await expect(archive.savePackets(1, path)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(archive.savePackets(1, join(folder, 'none', 'a.pcap'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(archive.savePackets(99, join(folder, 'b.pcap'))).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual(['a.pcap']);
    await archive.close();
  });
});

describe('a mail', () => {
  it('and its parts are saved as they came', async () => {
    let mails = 0;
    let parts = 0;
    for (const name of ['lecture-smtp.pcap', 'imap-mutt.pcap', 'smtps-swaks.pcap', 'smtp-opensmtpd.pcap', 'imap-compress.pcap']) {
      const archive = (await archiveOfFiles(`captures/${name}`))!;
      for (const { id } of archive.rows) {
        for (const message of (await archive.open(id))!.messages) {
          if (message.sha256 === undefined) continue;
          const path = join(folder, `${++mails}.eml`);
          expect((await archive.saveMail(id, message.id, path)).octets).toBe(message.size);
          expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(message.sha256);
          for (const part of message.parts.filter(({ sha256 }) => sha256 !== undefined)) {
            const file = join(folder, `${mails}-${++parts}`);
            await archive.savePart(id, message.id, part.path, file);
            expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(part.sha256);
          }
        }
      }
      await archive.close();
    }
    expect(mails).toBeGreaterThan(3);
    expect(parts).toBeGreaterThan(3);
  });
});
