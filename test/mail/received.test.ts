import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/mail/head.js';
import type { MailContext } from '../../src/mail/received.js';
import type { Hop } from '../../src/model/message.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

function read(context: MailContext, ...fields: readonly string[]): readonly Hop[] {
  return readHead(Buffer.from(`${fields.map((field) => `${field}\r\n`).join('')}\r\n`, 'latin1'), mailDecoder, context).received;
}

function hops(...received: readonly string[]): readonly Hop[] {
  return read({ direction: 'appended' }, ...received.map((value) => `Received: ${value}`));
}

function remarks(...received: readonly string[]): readonly (readonly string[])[] {
  return hops(...received).map(({ remarks: found = [] }) => found.map(({ key }) => key));
}

describe('the hops of a mail', () => {
  it('are read clause by clause, with the delay since the hop before', () => {
    expect(
      hops(
        'from mail.example.org (mail.example.org [192.0.2.1])\r\n\tby mx.example.com (Postfix) with ESMTPS id 4XyZ\r\n\tfor <bob@example.com>; Thu, 26 Oct 2006 13:10:50 +0200 (CEST)',
        'by mail.example.org (Postfix, from userid 1000) id A1B2; Thu, 26 Oct 2006 11:10:48 +0000',
      ),
    ).toMatchObject([
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

  it('tell who handed the mail over, and how', () => {
    const [hop] = hops('from mx.example.org (relay.example.org [192.0.2.7]) by mx.example.com (Postfix) with ESMTPSA id 1; Thu, 26 Oct 2006 13:10:50 +0200');
    expect(hop).toMatchObject({ client: { helo: 'mx.example.org', name: 'relay.example.org', address: '192.0.2.7' }, protocol: { kind: 'esmtp', tls: true, auth: true } });
    expect(hops('from mx.example.org by mx.example.com with ESMTP')[0]?.client).toBeUndefined();
  });

  it('that are this very session are known by the id, of the same mail alone', () => {
    const sightingOf = (id: string, messageId?: string): { session: number; message: number } | undefined => (id === 'A1' && messageId === '<1@example.org>' ? { session: 3, message: 4 } : undefined);
    const [newest, oldest] = read({ direction: 'submitted', sightingOf }, 'Received: by b with ESMTP id A2', 'Received: by a with ESMTP id A1 (Exim)', 'Message-ID: <1@example.org>');
    expect(oldest).toMatchObject({ seen: { session: 3, message: 4 }, remarks: [{ key: 'hop.session' }] });
    expect(newest?.seen).toBeUndefined();
  });
});

describe('what there is to say of a hop', () => {
  it.each([
    ['from mx.example.org (mx.example.org [192.0.2.7]) by a with ESMTPS', []],
    ['from mx.example.org (unknown [192.0.2.7]) by a', ['hop.no-name']],
    ['from mx.example.org (relay.example.org [192.0.2.7]) by a', ['hop.other-name']],
    ['from mx.example.org (MX.example.org. [192.0.2.7]) by a', []],
    ['from mx.example.org (relay.example.org [192.0.2.7] (may be forged)) by a', ['hop.unproven-name']],
    ['from [192.0.2.7] (pc.example.org [192.0.2.7]) by a', ['hop.literal']],
    ['from pc (unknown [10.0.0.7]) by a', ['hop.no-name', 'hop.bare-name', 'hop.range']],
    ['from localhost (newmail [127.0.0.1]) by a with ESMTP', ['hop.local']],
    ['from localhost (localhost [::1]) by a (amavisd-new, port 10024) with ESMTP', ['hop.local']],
    ['from localhost by a with LMTP', ['hop.local']],
    ['from localhost.evil.example (unknown [192.0.2.7]) by a', ['hop.no-name']],
    ['from anna@example.com by mailhost with qmail-scanner-1.00 (uvscan. Clean.)', ['hop.scanner']],
    ['by a (Postfix, from userid 1000) id A1', ['hop.program']],
    ['(qmail 20910 invoked by uid 0)', ['hop.program']],
    ['from anna by a with local (Exim 4.96)', ['hop.program']],
    ['by a (Postfix) id A1', []],
  ])('%s', (received, keys) => {
    expect(remarks(received)).toEqual([keys]);
  });

  it('may be its clock', () => {
    expect(remarks('by a; Thu, 26 Oct 2006 11:10:40 +0000', 'by b; Thu, 26 Oct 2006 11:10:48 +0000', 'by c; Thu, 26 Oct 2006 09:10:48 +0000')).toEqual([['hop.clock-back'], ['hop.long-wait'], []]);
    const [hop] = read({ direction: 'appended' }, 'Received: by a; Thu, 26 Oct 2006 11:10:40 +0000', 'Date: Thu, 26 Oct 2006 12:20:40 +0000');
    expect(hop?.remarks).toEqual([{ key: 'hop.before-date', params: { seconds: 4200 } }]);
  });

  it('is, of the newest one from outside, what its host could check; of a mail that is handed over, that its hops are claims', () => {
    const received = ['Received: from localhost (localhost [127.0.0.1]) by a', 'Received: from b (unknown [192.168.1.1]) by a', 'Received: from b.example.org (b.example.org [192.0.2.7]) by a'];
    const keys = (context: MailContext): readonly (readonly string[])[] => read(context, ...received).map(({ remarks: found = [] }) => found.map(({ key }) => key));
    expect(keys({ direction: 'retrieved' })[2]).toEqual(['hop.checkable']);
    expect(keys({ direction: 'submitted' })[0]).toEqual(['hop.local', 'hop.claims']);
    expect(keys({ direction: 'appended' })).toEqual([['hop.local'], ['hop.no-name', 'hop.bare-name', 'hop.range'], []]);
  });
});
