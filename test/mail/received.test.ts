import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/mail/head.js';
import type { Hop } from '../../src/model/message.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

function hops(...received: readonly string[]): readonly Hop[] {
  const header = received.map((value) => `Received: ${value}\r\n`).join('');
  return readHead(Buffer.from(`${header}\r\n`, 'latin1'), mailDecoder).received;
}

describe('the hops of a mail', () => {
  it('are read clause by clause, with the delay since the hop before', () => {
    expect(
      hops(
        'from mail.example.org (mail.example.org [192.0.2.1])\r\n\tby mx.example.com (Postfix) with ESMTPS id 4XyZ\r\n\tfor <bob@example.com>; Thu, 26 Oct 2006 13:10:50 +0200 (CEST)',
        'by mail.example.org (Postfix, from userid 1000) id A1B2; Thu, 26 Oct 2006 11:10:48 +0000',
      ),
    ).toEqual([
      {
        from: 'mail.example.org (mail.example.org [192.0.2.1])',
        by: 'mx.example.com (Postfix)',
        with: 'ESMTPS',
        id: '4XyZ',
        for: 'bob@example.com',
        time: '2006-10-26T13:10:50+02:00',
        delay: 2,
      },
      { from: undefined, by: 'mail.example.org (Postfix, from userid 1000)', with: undefined, id: 'A1B2', for: undefined, time: '2006-10-26T11:10:48+00:00', delay: undefined },
    ]);
  });

  it('go back in time where the clocks disagree, and have no time where none is written', () => {
    const [first, second] = hops('by a; Thu, 26 Oct 2006 11:10:40 +0000', 'by b; Thu, 26 Oct 2006 11:10:48 +0000', 'by c');
    expect(first?.delay).toBe(-8);
    expect(second?.delay).toBeUndefined();
  });

  it('are bounded', () => {
    const started = performance.now();
    expect(hops(...Array.from({ length: 60 }, () => `${'from ('.repeat(650)}`))).toHaveLength(60);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
