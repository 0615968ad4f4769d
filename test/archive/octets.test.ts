/** The octets of entries, read again: what an entry says stands in them, in clear, out of TLS, inflated, and behind gaps. */
import { describe, expect, it } from 'vitest';
import type { Archive, OpenedSession } from '../../src/model/archive.js';
import type { Entry } from '../../src/model/entry.js';
import { archiveOfFiles } from './opened.js';

const ALL = { offset: 0, length: 1 << 20 };

/** What its first line says, where that is text that is sent as it stands. What surrounds a session has no octets in its stream. */
function lineOf({ kind, text, raw, extent }: Entry): string | undefined {
  const isElsewhere = kind === 'data' || kind === 'context';
  return text === undefined || raw !== undefined || extent.bytes > 4096 || isElsewhere ? undefined : text;
}

async function expectLines(archive: Archive, opened: OpenedSession): Promise<number> {
  let count = 0;
  for (const entry of opened.entries) {
    const line = lineOf(entry);
    if (line === undefined) continue;
    const octets = await archive.octets(opened.session.id, entry.id, ALL);
    expect(octets.length).toBe(entry.extent.inflated ?? entry.extent.decrypted ?? entry.extent.bytes);
    expect(octets.toString('utf8').slice(0, line.length), `session ${opened.session.id}, entry ${entry.id}`).toBe(line);
    count++;
  }
  return count;
}

describe('the octets of an entry', () => {
  it.each([
    ...['lecture-smtp.pcap', 'smtp-loss.pcap', 'smtp-fragments.pcap', 'smtp-vxlan.pcap', 'pop3-cyrus.pcap', 'imap-cyrus.pcap'],
    ...['starttls-keys.pcap', 'tls-early-data.pcap', 'tls-key-update.pcap', 'tls-secrets-inside.pcapng', 'smtps-swaks.pcap'],
    ...['imap-compress.pcap', 'smtp-loss-server.pcap.gz', 'smtp-midstream.pcap'],
  ])('%s', async (file) => {
    const archive = (await archiveOfFiles(`captures/${file}`))!;
    let count = 0;
    for (const { id } of archive.rows.slice(0, 4)) count += await expectLines(archive, (await archive.open(id))!);
    expect(count).toBeGreaterThan(3);
    await archive.close();
  });

  it('are given in pieces, as on the wire where that is wanted, and not beyond their end', async () => {
    const archive = (await archiveOfFiles('captures/starttls-keys.pcap'))!;
    const { entries } = (await archive.open(1))!;
    const secret = entries.find(({ extent, text }) => extent.decrypted !== undefined && text !== undefined)!;
    const whole = await archive.octets(1, secret.id, ALL);
    expect(await archive.octets(1, secret.id, { offset: 2, length: 3 })).toEqual(whole.subarray(2, 5));
    expect(await archive.octets(1, secret.id, { offset: whole.length, length: 3 })).toHaveLength(0);
    expect(await archive.octets(1, entries.length + 1, ALL)).toHaveLength(0);
    const wire = await archive.octets(1, secret.id, { ...ALL, wire: true });
    expect(wire).toHaveLength(secret.extent.bytes);
    // A record of application data (RFC 8446 §5.2).
    expect(wire.subarray(0, 2)).toEqual(Buffer.from([0x17, 0x03]));
    await archive.close();
  });
});
