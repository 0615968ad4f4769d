import { describe, expect, test } from 'vitest';
import * as de from '../../src/text/de/smtp.js';
import * as en from '../../src/text/en/smtp.js';
import { common as deCommon } from '../../src/text/de/common.js';
import { common as enCommon } from '../../src/text/en/common.js';
import { transport as deTransport } from '../../src/text/de/transport.js';
import { transport as enTransport } from '../../src/text/en/transport.js';
import * as samples from './smtp.samples.js';
import { holdToTheVoice } from './sentences.js';

describe('transport', () => holdToTheVoice(samples.transport, enTransport, deTransport));
describe('common', () => holdToTheVoice(samples.common, enCommon, deCommon));
describe('smtp', () => holdToTheVoice(samples.smtp, en.smtp, de.smtp));

describe('the lines of the lecture', () => {
  test('greeting', () => {
    const params = { code: 220, enhanced: undefined, words: '', host: 'mail.example.org', extended: true, delay: 0.306 };
    expect(en.smtp['smtp.greeting'](params)).toBe(
      'The server mail.example.org is ready (220) and offers ESMTP. In SMTP the server speaks first; it took 306 ms.',
    );
    expect(de.smtp['smtp.greeting'](params)).toBe(
      'Der Server mail.example.org meldet sich bereit (220) und bietet ESMTP an. Bei SMTP beginnt der Server; er brauchte 306 ms.',
    );
  });

  test('extensions', () => {
    const params = {
      code: 250,
      enhanced: undefined,
      words: '',
      host: undefined,
      readable: true,
      extensions: [
        { keyword: 'PIPELINING', params: '' },
        { keyword: 'SIZE', params: '10240000' },
        { keyword: 'AUTH', params: 'LOGIN PLAIN' },
      ],
    };
    expect(en.smtp['smtp.reply.extensions'](params)).toBe(
      'The server accepts and offers several commands at a time (PIPELINING), messages up to 10,240,000 octets (SIZE), and log-in by LOGIN or PLAIN. No STARTTLS: everything that follows can be read on the way.',
    );
    expect(de.smtp['smtp.reply.extensions'](params)).toBe(
      'Der Server nimmt an und bietet mehrere Befehle auf einmal (PIPELINING), Nachrichten bis 10.240.000 Oktette (SIZE) und Anmeldung mit LOGIN oder PLAIN. STARTTLS fehlt: Alles Weitere ist unterwegs lesbar.',
    );
  });

  test('a recipient refused', () => {
    const params = { code: 550, enhanced: '5.1.1', words: 'no such user', command: 'recipient', verb: 'RCPT', subject: 'bob@example.com' } as const;
    expect(en.smtp['smtp.reply.refused'](params)).toBe(
      'The server refuses the recipient bob@example.com for good (550): the mailbox does not exist (5.1.1), in its words "no such user". Other recipients are not affected.',
    );
    expect(de.smtp['smtp.reply.refused'](params)).toBe(
      'Der Server lehnt den Empfänger bob@example.com endgültig ab (550): Das Postfach gibt es nicht (5.1.1), in seinen Worten „no such user“. Andere Empfänger sind davon nicht betroffen.',
    );
  });
});

describe('codes and words that differ', () => {
  const refused = (code: number, words: string, enhanced?: string): string =>
    en.smtp['smtp.reply.refused']({ command: 'data', verb: 'DATA', subject: undefined, circumstance: undefined, limit: undefined, code, words, enhanced });

  test('an argument that is not valid is no matter of order', () => {
    expect(refused(503, 'No recipient', '5.5.4')).toContain('the detailed code says something else: an argument of the command is not valid (5.5.4)');
    expect(refused(503, 'No recipient', '5.5.1')).not.toContain('something else');
  });

  test('a command that the server does not recognise', () => {
    expect(refused(501, 'Unknown command')).toContain('its words "Unknown command" say that it does not recognise the command');
    expect(refused(501, 'Command not allowed')).not.toContain('recognise');
    expect(refused(501, 'command-line: no such option')).not.toContain('recognise');
  });
});

test('only at the beginning can what is missing have been sent before the capture', () => {
  const gap = { from: 'server', bytes: 90, inMessage: false } as const;
  expect(enCommon.gap({ ...gap, first: true })).toContain('before it began');
  expect(enCommon.gap({ ...gap, first: false })).toContain('not recorded or cut off.');
});
