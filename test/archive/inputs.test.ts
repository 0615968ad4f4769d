/** Several captures at once, pipes, and captures that are still being written: sessions are what they are in `read`. */
import { createReadStream, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../src/filter/filter.js';
import { openCapture, openCaptureStream } from '../../src/capture/open.js';
import type { Archive } from '../../src/model/archive.js';
import { archiveOf, archiveOfFiles, documentOf, viewOf } from './opened.js';
import { expectSame } from './same.js';

const ALL = ['lecture-smtp.pcap', 'starttls-keys.pcap', 'smtp-loss-server.pcap.gz', 'smtp-exim-relay.pcapng', 'imap-idle.pcap', 'smtp-fragments.pcap', 'smtp-ipv6.pcap'];

describe('several captures', () => {
  it.each([
    [ALL.map((name) => `captures/${name}`)],
    // Two halves of one wire, and the same wire twice.
    [['captures/smtp-one-sided.pcap', 'captures/smtp-one-sided-server.pcap']],
    [['captures/lecture-journey.pcap', 'captures/lecture-smtp.pcap', 'captures/lecture-journey.pcap']],
    [['captures/smtp-fragments.pcap', 'captures/smtp-fragments.pcap']],
    // Four places that hear the same, one of them by another clock.
    [['pc', 'mail', 'post', 'mx'].map((place) => `captures/campus-day-off-at-${place}.pcap`)],
  ])('%j', async (files) => {
    const archive = (await archiveOfFiles(...files))!;
    await expectSame(archive, await documentOf(...files));
  });
});

describe('a pipe', () => {
  it.each(['captures/lecture-journey.pcap', 'captures/smtp-exim-relay.pcapng', 'captures/smtp-fragments.pcap', 'captures/broken/time-units.pcapng'])('of %s', async (file) => {
    const reader = await openCaptureStream(file, createReadStream(file), { capture: 0 });
    const archive = archiveOf([reader]);
    await archive.done;
    await expectSame(archive, await documentOf(file));
  });
});

describe('a capture that is still being written', () => {
  /** Waits for what the background has to do. */
  async function until(archive: Archive, isTrue: () => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const stop = archive.onChange(() => {
        if (!isTrue()) return;
        stop();
        resolve();
      });
    });
  }

  it('shows sessions while they grow, and finds in them what is looked for', async () => {
    const octets = readFileSync('captures/lecture-smtp.pcap');
    const input = new PassThrough();
    const half = Math.floor(octets.length / 2);
    input.write(octets.subarray(0, half));
    const archive = archiveOf([await openCaptureStream('-', input, { capture: 0 })]);
    await until(archive, () => archive.rows.length > 0 && archive.rows[0]!.entries > 3);
    const early = (await archive.open(1))!;
    expect(early).toMatchObject({ ended: false, lost: 0 });
    expect(early.entries).toHaveLength(archive.rows[0]!.entries);
    expect(archive.rows[0]!.ended).toBe(false);
    const search = archive.search(compileFilter('smtp.req.command == "QUIT"'));
    const greeting = archive.search(compileFilter('smtp.response.code == 220'));
    await until(archive, () => greeting.matches.length === 1);
    expect(search).toMatchObject({ matches: [], done: false });
    input.end(octets.subarray(half));
    await until(archive, () => search.done);
    expect(search.matches).toEqual([1]);
    expect(greeting.matches).toEqual([1]);
    const late = (await archive.open(1))!;
    expect(late.ended).toBe(true);
    expect(late.entries.slice(0, early.entries.length).map(({ text }) => text)).toEqual(early.entries.map(({ text }) => text));
    const { messages } = await documentOf('captures/lecture-smtp.pcap');
    expect(viewOf(late).messages).toEqual(messages.map(({ journey: _journey, ...message }) => message));
    await archive.close();
  });

  it('can be left at any time', async () => {
    const input = new PassThrough();
    input.write(readFileSync('captures/lecture-smtp.pcap').subarray(0, 2000));
    const archive = archiveOf([await openCaptureStream('-', input, { capture: 0 })]);
    await until(archive, () => archive.rows.length > 0);
    await archive.close();
    expect(archive.progress).toMatchObject({ done: true, failure: undefined });
    const file = archiveOf([await openCapture('captures/lecture-journey.pcap', { capture: 0, hash: false })]);
    await file.close();
  });
});

describe('a search', () => {
  it.each(['smtp', 'imap.request.command == "LOGIN"', 'tcp.flags.reset == 1', 'frame.number == 20', 'mailscope.attachment', 'not smtp'])('finds the sessions that `-Y %s` keeps', async (expression) => {
    const files = ['captures/lecture-journey.pcap', 'captures/clear-and-tls.pcap', 'captures/smtp-exim-relay.pcap', 'captures/smtp-rst.pcap', 'captures/imap-mutt.pcap'];
    const keeps = compileFilter(expression);
    const archive = (await archiveOfFiles(...files))!;
    const wanted: number[] = [];
    for (const { id } of archive.rows) {
      const { session, entries } = (await archive.open(id))!;
      if (entries.some((entry) => keeps(entry, session))) wanted.push(id);
    }
    const search = archive.search(keeps);
    while (!search.done) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(search).toMatchObject({ matches: wanted, looked: archive.rows.length });
    await archive.close();
  });

  it('ends when it is cancelled', async () => {
    const archive = (await archiveOfFiles('captures/lecture-journey.pcap'))!;
    const search = archive.search(() => false);
    search.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(search).toMatchObject({ matches: [], done: false });
    await archive.close();
  });
});
