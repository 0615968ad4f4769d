/** What the command line does with findings: the exit status, what is not looked for, and the formats of other programs. */
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { has, LECTURE, mailscope, run } from './program.js';

/** A password in clear is a warning in it, and nothing is worse. */
const READABLE = 'captures/lecture-smtp-auth-login.pcap';

describe('--fail-on', () => {
  it('makes a finding an exit status, or a graver one, and nothing else', () => {
    const statusOf = (...options: string[]): number | null => mailscope([READABLE, '-q', ...options]).status;
    expect([statusOf(), statusOf('--fail-on', 'notice'), statusOf('--fail-on', 'warning'), statusOf('--fail-on', 'critical')]).toEqual([0, 3, 3, 0]);
    expect(statusOf('--fail-on', 'warning', '--ignore', 'auth.cleartext')).toBe(0);
  });

  it('says of a name that there is no such finding', () => {
    const { status, stderr } = mailscope([READABLE, '--ignore', 'auth.clear']);
    expect([status, stderr]).toEqual([2, 'mailscope: There is no finding "auth.clear"; mailscope explain lists their names.\n']);
  });
});

describe('--findings sarif', () => {
  it('names each finding, its rule and its capture', () => {
    const { stdout, status } = mailscope(['read', READABLE, LECTURE, '--findings', 'sarif']);
    const log = JSON.parse(stdout) as Log;
    const [{ tool, results = [] } = { tool: { driver: { name: '' } } }] = log.runs;
    expect([status, log.version]).toEqual([0, '2.1.0']);
    const rules = tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    const places = results.map(({ ruleId, locations }) => [ruleId, locations?.[0]?.physicalLocation?.artifactLocation?.uri]);
    expect(places).toContainEqual(['auth.cleartext', READABLE]);
    expect(places).toContainEqual(['delivery.unknown-recipient', LECTURE]);
  });

  it('is a whole document where nothing is found', () => {
    const { stdout } = mailscope(['read', 'captures/broken/no-packets.pcap', '--findings', 'sarif', '-q']);
    expect((JSON.parse(stdout) as Log).runs[0]?.results).toEqual([]);
  });
});

describe('--findings junit', () => {
  it('fails what is as grave as --fail-on says', () => {
    const failures = (...options: string[]): readonly string[] =>
      [...mailscope(['read', READABLE, '--findings', 'junit', ...options]).stdout.matchAll(/<testcase name="([^"]+)"[^>]*><failure/g)].map(([, name = '']) => name);
    expect(failures()).toEqual(['auth.cleartext']);
    expect(failures('--fail-on', 'critical')).toEqual([]);
  });

  it.skipIf(!has('python3'))('is XML, whatever the capture says', () => {
    const parse = 'import sys, xml.etree.ElementTree as tree; print(len(tree.parse(sys.stdin.buffer).getroot()))';
    for (const file of [READABLE, LECTURE, 'captures/broken/hostile-lines.pcap']) {
      const { stdout } = mailscope(['read', file, '--findings', 'junit', '-q']);
      expect(stdout, file).not.toMatch(/[\p{Cf}\r]|(?!\n)\p{Cc}/u);
      const parsed = run('python3', ['-c', parse], { input: Buffer.from(stdout) });
      expect([parsed.stderr, Number(parsed.stdout) > 0], file).toEqual(['', true]);
    }
  });
});
