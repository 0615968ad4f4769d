/** What the capture programs say, word by word as they said it, and what it is taken for. */
import { describe, expect, it } from 'vitest';
import { ENGINES } from '../../../src/capture/live/engine.js';
import { rowsOf } from '../../../src/capture/live/interfaces.js';
import { understand } from '../../../src/capture/live/live-error.js';

const DUMPCAP_FILTER = `Capturing on 'Loopback: lo'
dumpcap: Invalid capture filter "tcp prot 25" for interface 'lo'.

That string isn't a valid capture filter (can't parse filter expression: syntax error).
See the User's Guide for a description of the capture filter syntax.
`;
const DUMPCAP_RIGHTS = `Capturing on 'Loopback: lo'
dumpcap: You do not have permission to capture on device "lo".
(socket: Operation not permitted)
Please check to make sure you have sufficient permissions.
`;
const DUMPCAP_INTERFACE = `Capturing on 'nope0'
dumpcap: There is no device named "nope0".
(No such device exists)
`;

describe('a complaint', () => {
  it.each([
    ['dumpcap', DUMPCAP_FILTER, 'bad-filter', "can't parse filter expression: syntax error"],
    ['tcpdump', "tcpdump: can't parse filter expression: syntax error\n", 'bad-filter', "can't parse filter expression: syntax error"],
    ['dumpcap', DUMPCAP_RIGHTS, 'no-rights', undefined],
    ['tcpdump', "tcpdump: lo: You don't have permission to perform this capture on that device\n(socket: Operation not permitted)\n", 'no-rights', undefined],
    ['dumpcap', DUMPCAP_INTERFACE, 'no-interface', undefined],
    ['tcpdump', 'tcpdump: nope0: No such device exists\n(No such device exists)\n', 'no-interface', undefined],
    ['cap', 'socket: Operation not permitted\n', 'no-rights', undefined],
    ['cap', 'No such device exists\n', 'no-interface', undefined],
    ['cap', "Cannot find module '../build/Release/cap.node'\n", 'no-engine', undefined],
    ['tcpdump', 'tcpdump: something nobody has heard of\n', 'engine-failed', 'something nobody has heard of'],
    ['tcpdump', '', 'engine-failed', ''],
  ] as const)('of %s is understood: %j', (engine, output, code, words) => {
    const error = understand(output, engine, '/usr/bin/x');
    expect(error.code).toBe(code);
    if (words !== undefined) expect(error.details.words).toBe(words);
  });
});

describe('drops', () => {
  it('are told by tcpdump while it runs and at its end', () => {
    const { drops } = ENGINES.tcpdump;
    expect(drops?.exec('tcpdump: 120 packets captured, 130 packets received by filter, 7 packets dropped by kernel')?.[1]).toBe('7');
    expect(drops?.exec('7 packets dropped by kernel')?.[1]).toBe('7');
    expect(drops?.exec('1 packet dropped by kernel')?.[1]).toBe('1');
    expect(drops?.exec('130 packets received by filter')).toBeNull();
  });

  it('are told by dumpcap at its end', () => {
    const { drops } = ENGINES.dumpcap;
    expect(drops?.exec("Packets received/dropped on interface 'Loopback: lo': 605/12 (pcap:12/dumpcap:0/flushed:0/ps_ifdrop:0) (98.0%)")?.[1]).toBe('12');
    expect(drops?.exec('Packets captured: 605')).toBeNull();
  });
});

describe('a list of interfaces', () => {
  it('of dumpcap has its networks', () => {
    const rows = rowsOf('1. eth0\n2. any\n3. lo (Loopback)\n4. bluetooth-monitor\n5. nflog\n6. dbus-system\n');
    expect(rows.map(({ name, description }) => [name, description])).toEqual([['eth0', undefined], ['any', undefined], ['lo', 'Loopback']]);
  });

  it('of tcpdump has its networks', () => {
    const rows = rowsOf('1.eth0 [Up, Running, Connected]\n2.any (Pseudo-device that captures on all interfaces) [Up, Running]\n3.lo [Up, Running, Loopback]\n4.nfqueue (Linux netfilter queue (NFQUEUE) interface) [none]\n');
    expect(rows.map(({ name }) => name)).toEqual(['eth0', 'any', 'lo']);
  });

  it('of dumpcap on Windows keeps the whole name', () => {
    expect(rowsOf('1. \\Device\\NPF_{4E9C02B3-0F1C-4C34-8B6A-1A2B3C4D5E6F} (Ethernet)\r\n')[0]).toMatchObject({
      name: '\\Device\\NPF_{4E9C02B3-0F1C-4C34-8B6A-1A2B3C4D5E6F}',
      description: 'Ethernet',
    });
  });
});
