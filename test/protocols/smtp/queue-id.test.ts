/** The words with which servers accept a mail, as their public logs show them, and the ids in them. */
import { describe, expect, test } from 'vitest';
import { findQueueId } from '../../../src/protocols/smtp/queue-id.js';
import { splitEnhanced } from '../../../src/protocols/smtp/reply-parser.js';

describe('the queue id in the reply of', () => {
  test.each([
    ['Postfix', '2.0.0 Ok: queued as 4F3A1B2C', '4F3A1B2C'],
    ['Postfix with long ids', '2.0.0 Ok: queued as 4ZQx3v5Kz1z9sTd', '4ZQx3v5Kz1z9sTd'],
    ['amavis', '2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 9F1AA40C35', '9F1AA40C35'],
    ['Yandex', '2.0.0 Ok: queued on mxfront1.mail.example as 1437137853-0Wz8Wm7NbX', '1437137853-0Wz8Wm7NbX'],
    ['Exim', 'OK id=1xUlqE-00000W-24', '1xUlqE-00000W-24'],
    ['Exim since 4.97', 'OK id=10HmaX-000000005vi-0000', '10HmaX-000000005vi-0000'],
    ['GMX', 'Requested mail action okay, completed: id=0MV5yP-1ZmUhH2Xzd-00YRbR', '0MV5yP-1ZmUhH2Xzd-00YRbR'],
    ['sendmail', '2.0.0 r7GK1Hfg012345 Message accepted for delivery', 'r7GK1Hfg012345'],
    ['sendmail of old', 'AAA12345 Message accepted for delivery', 'AAA12345'],
    ['Proofpoint', '2.0.0 3abc1def23-1 Message accepted for delivery', '3abc1def23-1'],
    ['CommuniGate', '12345678 message accepted for delivery', '12345678'],
    ['OpenSMTPD', '2.0.0: 96d1e2ff Message accepted for delivery', '96d1e2ff'],
    ['Exchange', '2.6.0 <a@b.example> [InternalId=42, Hostname=mx.example.org] Queued mail for delivery', 'a@b.example'],
    ['Exchange Online', '2.6.0 <a@b.example> [InternalId=42, Hostname=mx.example.org] 8642 bytes in 0.106, 79.2 KB/sec Queued mail for delivery', 'a@b.example'],
    ['Gmail', '2.0.0 OK  1363185364 x7si26583712obk.63 - gsmtp', 'x7si26583712obk.63'],
    ['Haraka', 'Message Queued (B4D8B5B2-3C2F-4C7E-9C0F-0E7A6C1F9E3A.1)', 'B4D8B5B2-3C2F-4C7E-9C0F-0E7A6C1F9E3A.1'],
    ['Courier', 'Ok. 0000000000123456.000000004A1B2C3D.00001234', '0000000000123456.000000004A1B2C3D.00001234'],
    ['Oracle', '2.5.0 Ok, envelope id 0MZG00K3DABCDE00@mx.example.org', '0MZG00K3DABCDE00@mx.example.org'],
    ['Dovecot LMTP', '2.0.0 <bob@example.com> eFqWJ7vVaGVnEAAA0J78UA Saved', 'eFqWJ7vVaGVnEAAA0J78UA'],
    ['Cyrus LMTP', '2.1.5 Ok SESSIONID=<cyrus-12345-1700000000-1-1234567890>', 'cyrus-12345-1700000000-1-1234567890'],
    ['Stalwart', '2.0.0 Message queued with id 1b2c3d4e', '1b2c3d4e'],
  ])('%s', (_, words, id) => {
    expect(findQueueId(splitEnhanced(250, words).words)).toBe(id);
  });

  test.each([
    ['qmail', 'ok 1700000000 qp 4711'],
    ['hMailServer', 'Queued (0.016 seconds)'],
    ['MDaemon', 'Ok, message saved <Message-ID: <a@b.example>>'],
    ['Domino', 'Message accepted for delivery'],
    ['Yahoo', 'ok dirdel 2/1'],
    ['James', '2.6.0 Message received'],
    ['anybody', 'Ok'],
  ])('%s: none', (_, words) => {
    expect(findQueueId(splitEnhanced(250, words).words)).toBeUndefined();
  });
});
