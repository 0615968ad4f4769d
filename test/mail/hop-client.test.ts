/** Who handed a mail over, in the forms in which servers write it. */
import { describe, expect, it } from 'vitest';
import { readClient } from '../../src/mail/hop-client.js';

describe('who handed a mail over', () => {
  it.each([
    // Postfix
    ['mx.example.org (relay.example.org [192.0.2.7])', { helo: 'mx.example.org', name: 'relay.example.org', address: '192.0.2.7' }],
    ['mx.example.org (unknown [192.0.2.7])', { helo: 'mx.example.org', address: '192.0.2.7', nameless: true }],
    ['[10.0.0.7] (unknown [IPv6:2001:db8::7])', { helo: '[10.0.0.7]', address: '2001:db8::7', nameless: true }],
    // sendmail
    ['mx.example.org (relay.example.org [192.0.2.7] (may be forged))', { helo: 'mx.example.org', name: 'relay.example.org', address: '192.0.2.7', unproven: true }],
    ['mx.example.org ([192.0.2.7])', { helo: 'mx.example.org', address: '192.0.2.7' }],
    // Exim
    ['[192.0.2.10] (helo=pc.kolleg.example)', { helo: 'pc.kolleg.example', address: '192.0.2.10' }],
    ['relay.example.org ([192.0.2.7] helo=mx.example.org ident=anna)', { helo: 'mx.example.org', name: 'relay.example.org', address: '192.0.2.7' }],
    ['[10.0.0.7] (port=4432 helo=[10.0.0.7])', { helo: '[10.0.0.7]', address: '10.0.0.7' }],
    // qmail
    ['relay.example.org (HELO mx.example.org) (192.0.2.7)', { helo: 'mx.example.org', name: 'relay.example.org', address: '192.0.2.7' }],
    ['unknown (HELO mx) (192.0.2.7)', { helo: 'mx', address: '192.0.2.7', nameless: true }],
    // Gmail, Exchange
    ['mx.example.org (relay.example.org. [192.0.2.7])', { helo: 'mx.example.org', name: 'relay.example.org', address: '192.0.2.7' }],
    ['ex1.example.org (2001:db8::1)', { helo: 'ex1.example.org', address: '2001:db8::1' }],
    ['ex1.example.org ([fe80::f936:ca4b%15])', { helo: 'ex1.example.org', address: 'fe80::f936:ca4b' }],
    // Nothing beside a name
    ['anna', { helo: 'anna' }],
    ['mx.example.org (node 1234)', { helo: 'mx.example.org' }],
  ])('%s', (from, client) => {
    expect(readClient(from)).toEqual({ name: undefined, address: undefined, nameless: false, unproven: false, ...client });
  });

  it.each(['', '(', '[', '([', '()', '(a [', '[::::]'])('%j breaks nothing', (from) => {
    expect(() => readClient(from)).not.toThrow();
  });

  it('is found in linear time', () => {
    const started = performance.now();
    for (const piece of ['(a ', '[1', '(helo', ' ', '([1:', '((a b', 'helo=']) readClient(piece.repeat(200_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
