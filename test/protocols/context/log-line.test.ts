/** Lines as sendmail, Postfix and Exim write them, in both forms of syslog, and what is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLogLine } from '../../../src/protocols/context/log-line.js';

const LINES: readonly (readonly [name: string, line: string, said: object])[] = [
  [
    'sendmail takes a mail',
    '<22>Nov 21 14:12:51 mail sendmail[677]: MAA00677: from=<anna@kolleg.example>, size=496, class=0, pri=30496, nrcpts=1, msgid=<1@kolleg.example>, proto=ESMTP, relay=pc [192.0.2.10]',
    { host: 'mail', program: 'sendmail', event: 'received', queueId: 'MAA00677', sender: 'anna@kolleg.example', relay: 'pc [192.0.2.10]', addresses: ['192.0.2.10'] },
  ],
  [
    'sendmail delivers it',
    '<22>sendmail[679]: MAA00677: to=<bob@example.com>, delay=00:00:01, xdelay=00:00:00, mailer=esmtp, relay=mx.example.com. [198.51.100.25], stat=Sent (Message accepted)',
    { host: undefined, event: 'delivered', queueId: 'MAA00677', recipient: 'bob@example.com', relay: 'mx.example.com [198.51.100.25]', words: 'Sent (Message accepted)' },
  ],
  [
    'sendmail gives up in words of its own, and the status says it',
    '<22>Nov 22 06:03:25 mail sendmail[82]: 6AM63PWZ000080: to=<anna@kolleg.example>, mailer=esmtp, relay=mail.kolleg.example., dsn=5.3.5, stat=Local configuration error',
    { event: 'bounced', queueId: '6AM63PWZ000080', relay: 'mail.kolleg.example', words: 'Local configuration error' },
  ],
  ['sendmail says something else of a mail', '<22>Nov 22 06:03:25 mail sendmail[82]: 6AM63PWZ000080: 6AM63PWa000082: return to sender: User unknown', { event: 'other', queueId: '6AM63PWZ000080' }],
  ['Postfix counts', '<22>Nov 22 06:03:25 mail postfix/anvil[1]: statistics: max connection count 1', { event: 'other', queueId: undefined }],
  [
    'Postfix delivers',
    '<22>Nov  1 04:02:01 mail postfix/smtp[12]: 4A1B2C3D4E: to=<bob@example.com>, relay=mx.example.com[2001:db8::25]:25, delay=0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 0DF8464B6)',
    { program: 'postfix/smtp', event: 'delivered', relay: 'mx.example.com[2001:db8::25]:25', words: 'sent (250 2.0.0 Ok: queued as 0DF8464B6)', addresses: ['2001:db8::25'] },
  ],
  ['Postfix waits', '<22>1 2026-11-21T14:12:51Z mail postfix/smtp 12 - - 4A1B2C3D4E: to=<b@example.com>, relay=none, status=deferred (connect: timed out)', { host: 'mail', program: 'postfix/smtp', event: 'deferred', relay: 'none' }],
  ['Postfix hears a client', '<22>Nov 21 14:12:51 mail postfix/smtpd[12]: connect from pc.kolleg.example[192.0.2.10]', { event: 'connect', relay: 'pc.kolleg.example[192.0.2.10]' }],
  ['Postfix turns one away', '<22>Nov 21 14:12:51 mail postfix/smtpd[12]: NOQUEUE: reject: RCPT from pc[192.0.2.10]: 550 5.1.1 no', { event: 'rejected', queueId: undefined }],
  ['Postfix queues', '<22>Nov 21 14:12:51 mail postfix/qmgr[12]: 4A1B2C3D4E: from=<>, size=496, nrcpt=1 (queue active)', { event: 'queued', sender: '' }],
  [
    'Exim takes, in the new form with its data',
    '<22>1 2026-11-21T14:12:51.5Z mail exim 677 - [meta sequenceId="1"] 1xUlpj-00000b-06 <= anna@kolleg.example H=pc.kolleg.example [192.0.2.10] P=esmtp S=634',
    { event: 'received', queueId: '1xUlpj-00000b-06', sender: 'anna@kolleg.example', relay: 'pc.kolleg.example [192.0.2.10]' },
  ],
  [
    'Exim does not reach a host',
    '<22>exim: 1xUtZB-00000p-3B H=gone.example.org [198.51.100.99]: gone.example.org [198.51.100.99]: No route to host',
    { event: 'tried', queueId: '1xUtZB-00000p-3B', relay: 'gone.example.org [198.51.100.99]', words: 'No route to host' },
  ],
  ['Exim says something else of a mail', '<22>exim: 1xUlpj-00000b-06 gone.example.org [198.51.100.99]: No route to host', { event: 'other', queueId: '1xUlpj-00000b-06', addresses: ['198.51.100.99'] }],
  [
    'Exim turns one away',
    '<22>exim: H=(pc) [192.0.2.10] F=<anna@kolleg.example> rejected RCPT <x@example.com>: relaying denied',
    { event: 'rejected', queueId: undefined, words: 'rejected RCPT <x@example.com>: relaying denied', addresses: ['192.0.2.10'] },
  ],
  ['Exim turns one away for now', '<22>exim: H=pc [192.0.2.10] F=<a@b> temporarily rejected RCPT <c@d>: later', { event: 'rejected', words: 'temporarily rejected RCPT <c@d>: later' }],
  ['Exim gives up', '<22>exim: 1xUlpj-00000b-06 ** bob@example.com: Unrouteable address', { event: 'bounced', recipient: 'bob@example.com', words: 'Unrouteable address' }],
  ['Exim delivers to a mailbox', '<22>exim: 1xUlpj-00000b-06 => bob <bob@example.com> R=local_user T=local_delivery', { event: 'delivered', recipient: 'bob@example.com', relay: undefined }],
  ['Exim takes a report, which has no sender', '<22>exim: 1xUlpj-00000b-06 <= <> R=1xUlpj-00000a-05 U=exim P=local S=900 id=E1@mail.kolleg.example', { event: 'received', sender: '', messageId: 'E1@mail.kolleg.example' }],
  [
    'Postfix names the mail, behind two blanks',
    '<22>1 2026-11-21T22:27:15.691583+00:00 mx postfix 197 - -  A405BDB7F: message-id=<rundgang-1@pc.kolleg.example>\n',
    { host: 'mx', event: 'named', queueId: 'A405BDB7F', messageId: 'rundgang-1@pc.kolleg.example' },
  ],
  [
    'Postfix on a machine whose syslog names no host',
    '<22>Nov 22 02:49:55 postfix/smtpd[17937]: NOQUEUE: reject: RCPT from unknown[10.9.1.2]: 454 4.7.1 no',
    { host: undefined, program: 'postfix/smtpd', event: 'rejected', addresses: ['10.9.1.2'] },
  ],
  ['OpenSMTPD hears a client', '<22>Nov 22 02:49:55 smtpd[9]: 756b6525e5c8c620 smtp connected address=192.0.2.10 host=pc.kolleg.example', { program: 'smtpd', event: 'connect', relay: 'pc.kolleg.example[192.0.2.10]', addresses: ['192.0.2.10'] }],
  ['OpenSMTPD takes a mail', '<22>Nov 22 02:49:55 smtpd[9]: 756b6525e5c8c620 smtp message msgid=27dddd19 size=404 nrcpt=1 proto=ESMTP', { event: 'received', queueId: '27dddd19' }],
  [
    'OpenSMTPD delivers',
    '<22>Nov 22 02:49:55 smtpd[9]: 756b6528d1569736 mta delivery evpid=27dddd1966f6e8b6 from=<anna@kolleg.example> to=<bob@example.com> rcpt=<-> source="10.9.1.2" relay="10.9.1.3 (mx.example.com)" delay=0s result="Ok" stat="250 2.0.0 Ok: queued as 7FE2528A4E3"',
    { event: 'delivered', queueId: '27dddd19', sender: 'anna@kolleg.example', recipient: 'bob@example.com', relay: 'mx.example.com [10.9.1.3]', words: '250 2.0.0 Ok: queued as 7FE2528A4E3', addresses: ['10.9.1.3'] },
  ],
  ['OpenSMTPD waits', '<22>smtpd[9]: 756b6528d1569736 mta delivery evpid=a09937963212082e from=<> to=<b@example.net> rcpt=<-> source="-" relay="-" delay=0s result="TempFail" stat="Network error"', { event: 'deferred', sender: '', relay: undefined, words: 'Network error' }],
  ['OpenSMTPD gives up', '<22>smtpd[9]: 756b6528d1569736 mda delivery evpid=a09937963212082e from=<a@b> to=<b@c> rcpt=<b@c> user=b delay=1s result="PermFail" stat="Error (no such user)', { event: 'bounced', words: 'Error (no such user)' }],
  ['somebody else', '<38>Nov 21 14:12:51 mail sshd[1]: Accepted publickey for anna', { event: 'other', queueId: undefined, program: 'sshd' }],
];

describe('a line of a log', () => {
  it.each(LINES)('%s', (_, line, said) => expect(parseLogLine(Buffer.from(line))).toMatchObject(said));

  it.each(['', 'no priority', '<192>too high', '<22>'])('is not %j', (line) => expect(parseLogLine(Buffer.from(line))).toBeUndefined());

  it('may be anything, and takes no time', () => {
    const nasty = fc.constantFrom('[', ']', '<22>', '1 ', ': ', '> (', ', a=', '[1.2.3.4]', 'to=<', 'A1B2C3D4E5: ', ' H=', '"', '756b6528d1569736 mta delivery ', ' relay="1.2.3.4 (');
    const text = fc.array(fc.oneof(nasty, fc.string()), { maxLength: 200 }).map((pieces) => `<22>${pieces.join('')}`);
    fc.assert(fc.property(text, (line) => void parseLogLine(Buffer.from(line))), { numRuns: 3000 });
    for (const piece of ['>', '[', '> (', ': ', ', a', 'a=', ', aa=']) parseLogLine(Buffer.from(`<22>MAA00677: to=<${piece.repeat(1000)}`));
  });
});
