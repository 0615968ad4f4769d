/** The envelope of a mail beside its header. */
import { describe, expect, it } from 'vitest';
import { compareEnvelope } from '../../src/mail/comparison.js';
import { readHead } from '../../src/mail/head.js';
import type { EnvelopeComparison } from '../../src/model/message.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

function compare(header: string, from: string | undefined, ...to: readonly string[]): EnvelopeComparison | undefined {
  const head = readHead(Buffer.from(`${header.replaceAll('\n', '\r\n')}\r\n\r\n`), mailDecoder, { direction: 'submitted' });
  return compareEnvelope({ ...(from === undefined ? {} : { from }), to: to.map((address) => ({ address })) }, head, mailDecoder);
}

describe('envelope and header', () => {
  it('may agree, whatever the case of the letters', () => {
    expect(compare('From: Anna <anna@kolleg.example>\nTo: bob@example.com', 'ANNA@kolleg.example', 'Bob@example.com')).toEqual({ sender: 'author' });
  });

  it.each([
    ['From: anna@kolleg.example', 'anna@kolleg.example', 'author'],
    ['From: eve@example.org, anna@kolleg.example', 'anna@kolleg.example', 'author'],
    ['From: eve@example.org\nSender: Anna <anna@kolleg.example>', 'anna@kolleg.example', 'sender-field'],
    ['From: eve@example.org', 'anna@kolleg.example', 'other'],
    ['From: MAILER-DAEMON@example.org', '', 'none'],
    ['Subject: hi', 'anna@kolleg.example', 'unknown'],
  ])('%s with the sender %j: %s', (header, from, sender) => {
    expect(compare(header, from)?.sender).toBe(sender);
  });

  it('cannot be compared where MAIL was not seen', () => {
    expect(compare('From: anna@kolleg.example', undefined, 'bob@example.com')).toBeUndefined();
  });

  it('may each name recipients that the other does not', () => {
    const found = compare('From: a@example.org\nTo: bob@example.com, group: carl@example.com;\nCc: "Doe, Jane" <jane@example.com>', 'a@example.org', 'bob@example.com', 'eve@example.org');
    expect(found).toMatchObject({ hidden: ['eve@example.org'], elsewhere: ['carl@example.com', 'jane@example.com'] });
    expect(found?.remarks?.map(({ key }) => key)).toEqual(['envelope.hidden', 'envelope.elsewhere']);
  });

  it('names nobody hidden whom the server has refused', () => {
    const head = readHead(Buffer.from('From: a@example.org\r\nTo: list@example.com\r\n\r\n'), mailDecoder, { direction: 'submitted' });
    const to = [{ address: 'bob@example.com', accepted: true }, { address: 'nobody@example.com', accepted: false }, { address: 'eve@example.com' }];
    expect(compareEnvelope({ from: 'a@example.org', to }, head, mailDecoder)?.hidden).toEqual(['bob@example.com', 'eve@example.com']);
  });

  it('know recipients of Bcc that survived, and of a mail that was passed on', () => {
    expect(compare('From: a@example.org\nTo: bob@example.com\nBcc: eve@example.org\nResent-To: carl@example.com', 'a@example.org', 'bob@example.com', 'eve@example.org', 'carl@example.com')).toEqual({ sender: 'author' });
  });
});
