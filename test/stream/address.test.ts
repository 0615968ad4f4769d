import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../src/stream/address.js';

describe('an IPv4 address', () => {
  it('is dotted, and read where it lies', () => {
    expect(formatAddress(Buffer.from([9, 9, 192, 0, 2, 255, 9]), 2, 4)).toBe('192.0.2.255');
  });
});

describe('an IPv6 address', () => {
  it.each([
    ['20010db8000000000000000000000001', '2001:db8::1', 'is shortened where it is all zeros'],
    ['20010db8000000010000000000000001', '2001:db8:0:1::1', 'is shortened in the longest run'],
    ['20010db8000000000001000000000001', '2001:db8::1:0:0:1', 'is shortened in the first of two equal runs (RFC 5952 §4.2.3)'],
    ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1', 'keeps a single zero group (RFC 5952 §4.2.2)'],
    ['00000000000000000000000000000000', '::', 'may be nothing but zeros'],
    ['00000000000000000000000000000001', '::1', 'may begin with zeros'],
    ['20010db8000000000000000000000000', '2001:db8::', 'may end with zeros'],
    ['ABCDEF0100020003000400050006000F', 'abcd:ef01:2:3:4:5:6:f', 'has no leading zeros and no capitals (RFC 5952 §4.1, §4.3)'],
  ])('%s is written %s: it %s', (hex, text) => {
    expect(formatAddress(Buffer.from(`00${hex}00`, 'hex'), 1, 16)).toBe(text);
  });
});
