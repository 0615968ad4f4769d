/** `mailscope stats` as it is called: text and JSON, both languages, filters, several files, damage. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LECTURE, mailscope, run, scratch } from './program.js';

const THREE = [LECTURE, 'captures/lecture-pop3.pcap', 'captures/lecture-imap.pcap'];
const folder = scratch();

function statistics(...args: readonly string[]) {
  const { status, stdout, stderr } = mailscope(['stats', ...args, '--format', 'json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as { sessions: number; messages: number; entries: number; replies: { reply: string; count: number }[] };
}

describe('text', () => {
  it('has a table for each question, without colour and no wider than a page', () => {
    const { status, stdout, stderr } = mailscope(['stats', ...THREE]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const title of ['In all', 'Protocols', 'Servers', 'Clients', 'Users', 'Replies', 'Times', 'TCP', 'Log-ins', 'Encryption', 'Findings']) expect(stdout).toContain(`── ${title} ──`);
    expect(stdout).not.toContain('\x1b');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('speaks German', () => {
    const { stdout } = mailscope(['stats', LECTURE, '--lang', 'de']);
    expect(stdout).toContain('── Insgesamt ──');
    expect(stdout).toContain('1.132');
    expect(stdout).not.toMatch(/\b(?:sessions|octets|count)\b/);
  });
});

describe('JSON', () => {
  it('is that of the document', () => {
    const document = JSON.parse(mailscope(['read', ...THREE, '--format', 'json']).stdout) as { statistics: unknown };
    expect(statistics(...THREE)).toEqual(document.statistics);
  });

  it('is what Python counts in the document', () => {
    const file = join(folder, 'document.json');
    const told = join(folder, 'statistics.json');
    expect(mailscope(['read', ...THREE, '--format', 'json', '-o', file]).status).toBe(0);
    expect(mailscope(['stats', ...THREE, '--format', 'json', '-o', told]).status).toBe(0);
    const program = `import json,sys
document,told=[json.load(open(f,encoding="utf-8")) for f in sys.argv[1:]]
sessions=document["sessions"]
entries=[e for s in sessions for e in s["timeline"]]
waits=sorted(e["latency"] for e in entries if "latency" in e and e["latency"]>=0 and e["kind"]!="context")
assert told["sessions"]==len(sessions) and told["entries"]==len(entries) and told["messages"]==len(document["messages"])
assert sum(p["sessions"] for p in told["protocols"])==len(sessions)
assert told["bytes"]=={side:sum(s["bytes"][side] for s in sessions) for side in ("client","server")}
assert told["latency"]["count"]==len(waits) and told["latency"]["max"]==waits[-1] and told["latency"]["p50"]==waits[-(-len(waits)//2)-1]
print("agreed")`;
    expect(run('python3', ['-c', program, file, told])).toEqual({ status: 0, stdout: 'agreed\n', stderr: '' });
  });

  it('is over what a filter keeps', () => {
    const [all, pop] = [statistics(...THREE), statistics(...THREE, '-Y', 'pop')];
    expect([all.sessions, pop.sessions]).toEqual([3, 1]);
    expect(pop.entries).toBeLessThan(all.entries);
    expect(statistics(LECTURE, 'captures/lecture-pop3.pcap', '-q', '-Y', 'imap')).toMatchObject({ sessions: 0, messages: 0, entries: 0 });
  });
});

it.each(['text', 'json'])('gives the same bytes run after run (%s)', (format) => {
  expect(mailscope(['stats', ...THREE, '--format', format])).toEqual(mailscope(['stats', ...THREE, '--format', format]));
});

it('writes to a file what it would print', () => {
  const file = join(folder, 'stats.txt');
  expect(mailscope(['stats', LECTURE, '-o', file])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(file, 'utf8')).toBe(mailscope(['stats', LECTURE]).stdout);
});

describe('the status', () => {
  it('is 1 for a damaged capture, with the counts of what stands before the damage', () => {
    const { status, stdout, stderr } = mailscope(['stats', 'captures/broken/packet-cut.pcap', '--format', 'json']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mailscope: captures\/broken\/packet-cut\.pcap, at octet 1,641[^\n]*\n$/);
    expect(JSON.parse(stdout)).toMatchObject({ sessions: 1 });
  });

  it.each([['captures/broken/text.pcap'], [LECTURE, '--format', 'csv'], [LECTURE, '--bogus'], []])('is 2 for %s %s %s', (...args) => {
    const { status, stdout, stderr } = mailscope(['stats', ...args.filter((arg) => arg !== undefined)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/ {4}at |Something in mailscope/);
  });

  it('is 2 where the output is the input', () => {
    const file = join(folder, 'both.pcap');
    copyFileSync(LECTURE, file);
    expect(mailscope(['stats', file, '-o', `${folder}/./both.pcap`]).status).toBe(2);
    expect(readFileSync(file).equals(readFileSync(LECTURE))).toBe(true);
  });

  it('is 0 for a capture without packets', () => {
    expect(mailscope(['stats', 'captures/broken/no-packets.pcap'])).toMatchObject({ status: 0, stderr: 'mailscope: The capture holds no packets.\n' });
  });
});
