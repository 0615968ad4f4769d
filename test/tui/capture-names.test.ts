/** Short names of captures, as a column has room for. */
import { describe, expect, it } from 'vitest';
import { distinctNames } from '../../src/tui/capture-names.js';

describe('names of captures', () => {
  it.each([
    [['a/campus-at-pc.pcap', 'a/campus-at-mail.pcap'], ['pc', 'mail']],
    [['pcap1.pcap', 'pcap2.pcap'], ['pcap1', 'pcap2']],
    [['monday.pcapng', 'tuesday.pcap'], ['monday.pcapng', 'tuesday.pcap']],
    [['x/trace.pcap', 'y/trace.pcap'], ['1', '2']],
    [['trace.pcap', 'trace-2.pcap'], ['trace', 'trace-2']],
    [['-', 'trace.pcap'], ['-', 'trace.pcap']],
    [['one.pcap'], ['1']],
    [[], []],
  ])('%j', (files, names) => {
    expect(distinctNames(files)).toEqual(names);
  });
});
