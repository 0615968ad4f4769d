import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../src/mail/address-range.js';

describe('the range of an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.255', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', undefined],
    ['172.15.255.255', undefined],
    ['192.168.1.1', 'private'],
    ['169.254.9.9', 'link-local'],
    ['100.64.0.1', 'shared'],
    ['100.128.0.1', undefined],
    ['0.0.0.0', 'reserved'],
    ['224.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['223.255.255.255', undefined],
    ['9.147.64.6', undefined],
    ['192.0.2.1', undefined],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fd00::1', 'private'],
    ['FC00::1', 'private'],
    ['2001:db8::1', undefined],
    ['2a00::1', undefined],
    ['1.2.3', undefined],
    ['1.2.3.256', undefined],
    ['mx.example.org', undefined],
    ['', undefined],
  ])('%s', (address, range) => {
    expect(rangeOf(address)).toBe(range);
  });
});
