/** Reports that mails bring for programs, and what is said of them. */
import { expect, it } from 'vitest';
import { createMessageRecorder } from '../../src/mail/recorder.js';
import type { Message } from '../../src/model/message.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { languages, reportSentence } from '../../src/text/index.js';

function reportMail(type: string, fields: string): Message {
  const mail = `Content-Type: multipart/report; boundary=b\n\n--b\n\nwords for people\n--b\nContent-Type: ${type}\n\n${fields.trim()}\n--b--\n`;
  const octets = Buffer.from(mail.replaceAll('\n', '\r\n'), 'latin1');
  const recorder = createMessageRecorder({ id: 1, session: 1, direction: 'submitted', envelope: { to: [] } }, { decoder: mailDecoder, hash: undefined });
  for (let at = 0; at < octets.length; at += 7) recorder.content(octets, at, Math.min(octets.length, at + 7));
  recorder.close(true);
  return recorder.message;
}

it('a delivery report tells what became of each recipient (RFC 3464)', () => {
  const mail = reportMail(
    'message/delivery-status',
    `
Reporting-MTA: dns; mail.kolleg.example
Arrival-Date: Thu, 26 Oct 2006 13:10:50 +0200

Original-Recipient: rfc822;wiki@example.com
Final-Recipient: RFC822; wiki@example.com
Action: Failed
Status: 5.1.1 (unknown)
Diagnostic-Code: smtp; 550 5.1.1 no
 such user

Final-Recipient: rfc822;bob@example.com
Action: delayed
Status: 4.4.1`,
  );
  expect(mail.report).toEqual({
    kind: 'delivery',
    items: [
      { recipient: 'wiki@example.com', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 no such user' },
      { recipient: 'bob@example.com', action: 'delayed', status: '4.4.1', diagnostic: undefined },
    ],
  });
  expect(reportSentence(languages.en.mail, mail)).toBe(
    'It reports to the sender of an earlier mail: for wiki@example.com, the mail could not be delivered and is given up (5.1.1), in the words of the other server "550 5.1.1 no such user". It reports to the sender of an earlier mail: for bob@example.com, the mail has not been delivered yet; further attempts follow (4.4.1).',
  );
  expect(reportSentence(languages.de.mail, mail)).toContain('was sie für bob@example.com ergab: Sie ist noch nicht zugestellt; weitere Versuche folgen (4.4.1).');
});

it('a reading notice and a complaint are told, too (RFC 8098, RFC 5965)', () => {
  const read = reportMail('message/disposition-notification', 'Final-Recipient: rfc822;anna@kolleg.example\nDisposition: manual-action/MDN-sent-manually; displayed');
  expect(reportSentence(languages.en.mail, read)).toBe('It tells what anna@kolleg.example did with a mail: it was shown.');
  const complaint = reportMail('message/feedback-report', 'Feedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: <eve@example.org>');
  expect(complaint.report).toEqual({ kind: 'complaint', items: [{ recipient: 'eve@example.org', action: 'abuse' }] });
  expect(reportSentence(languages.en.mail, complaint)).toContain('abuse');
});

it('no more of a report is read than is bounded', () => {
  const mail = reportMail('message/delivery-status', `A: b\n\n${'Action: failed\nFinal-Recipient: rfc822; x@example.org\n\n'.repeat(5000)}`);
  expect(mail.report?.items).toHaveLength(100);
});

it.each([
  ['whole', 'message/rfc822', '\n\nHallo'],
  ['by its header', 'text/rfc822-headers', ''],
])('the mail that it is about stands in it %s (RFC 6522)', (_how, type, rest) => {
  const fields = 'Reporting-MTA: dns; mx.example.com\nX-Postfix-Queue-ID: 3C094F3BD\n\nFinal-Recipient: rfc822;bob@example.com\nAction: failed';
  const mail = reportMail('message/delivery-status', `${fields}\n--b\nContent-Type: ${type}\n\nMessage-ID: <1@kolleg.example>\nSubject: hallo${rest}`);
  expect(mail.report?.original).toEqual({ queueId: '3C094F3BD', messageId: '<1@kolleg.example>' });
});
