/** What becomes of the mails: envelope, content and outcome, where the entries alone do not show it. */
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/model/message.js';
import { findQueueId } from '../../../src/protocols/smtp/queue-id.js';
import { SmtpDissector } from '../../../src/protocols/smtp/dissector.js';
import { beginTls, unwantedTls } from '../../../src/protocols/tls/begin.js';
import { client, missing, play, server, type Played, type Turn } from '../../play.js';

const OPENING: readonly Turn[] = [
  server('220 mx.example.com ESMTP\r\n'),
  client('EHLO mail.example.org\r\n'),
  server('250-mx.example.com\r\n250-PIPELINING\r\n250 CHUNKING\r\n'),
];

const ENVELOPE: readonly Turn[] = [
  client('MAIL FROM:<anna@example.org>\r\nRCPT TO:<bob@example.com>\r\nRCPT TO:<nobody@example.com>\r\n'),
  server('250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n550 5.1.1 Unknown\r\n'),
];

function played(...turns: readonly Turn[]): Played {
  return play('smtp', (conversation) => new SmtpDissector(conversation, beginTls, unwantedTls), turns);
}

function fate({ outcome }: Message): string {
  return [outcome.accepted, outcome.code, outcome.enhanced, outcome.queueId].filter((part) => part !== undefined).join(' ');
}

describe('a mail by DATA', () => {
  const content = 'Subject: dots\r\n\r\n..\r\n..two\r\n';
  const { messages, contents, entries } = played(
    ...OPENING,
    ...ENVELOPE,
    client('DATA\r\n'),
    server('354 Go ahead\r\n'),
    client(`${content}.\r\n`),
    server('250 2.0.0 Ok: queued as 4F3A1B2C\r\n'),
  );

  test('loses its transparency dots and keeps its last line end', () => {
    expect(contents).toEqual(['Subject: dots\r\n\r\n.\r\n.two\r\n']);
    expect(messages[0]).toMatchObject({ size: content.length - 2, complete: true });
  });

  test('names every recipient and its fate', () => {
    expect(messages[0]!.envelope).toEqual({
      from: 'anna@example.org',
      to: [
        { address: 'bob@example.com', accepted: true, code: 250, enhanced: '2.1.5' },
        { address: 'nobody@example.com', accepted: false, code: 550, enhanced: '5.1.1' },
      ],
    });
    expect(fate(messages[0]!)).toBe('true 250 2.0.0 4F3A1B2C');
  });

  test('has all entries from MAIL to the last reply', () => {
    expect(messages[0]!.entries.map(({ verb, code, kind }) => verb ?? code ?? kind)).toEqual(
      ['MAIL', 'RCPT', 'RCPT', 250, 250, 550, 'DATA', 354, 'message', 250],
    );
    expect(entries.at(-1)!.completes).toEqual(messages);
  });
});

describe('a mail in chunks', () => {
  const chunks = [client('BDAT 3\r\na\r\n'), server('250 Ok\r\n')];

  test('is one mail, ended by an empty chunk', () => {
    const { messages, contents } = played(...OPENING, ...ENVELOPE, ...chunks, ...chunks, client('BDAT 0 LAST\r\n'), server('250 2.0.0 Ok: queued as AB12CD34\r\n'));
    expect(contents).toEqual(['a\r\na\r\n']);
    expect(fate(messages[0]!)).toBe('true 250 2.0.0 AB12CD34');
  });

  test('keeps the first refusal, from which the others follow', () => {
    const { messages } = played(
      ...OPENING,
      ...ENVELOPE,
      client('BDAT 3\r\na\r\nBDAT 3 LAST\r\na\r\n'),
      server('452 4.3.1 full\r\n503 5.5.1 failed\r\n'),
    );
    expect(fate(messages[0]!)).toBe('false 452 4.3.1');
  });

  test('ends without outcome where the client starts over', () => {
    const { messages, entries } = played(...OPENING, ...ENVELOPE, ...chunks, client('RSET\r\n'), server('250 Ok\r\n'), client('QUIT\r\n'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ complete: false, outcome: {} });
    expect(entries.find(({ completes }) => completes !== undefined)).toMatchObject({ code: 250, note: { key: 'smtp.reply.reset' } });
  });
});

test('LMTP: one recipient that accepts makes the mail accepted', () => {
  const { messages } = played(
    server('220 store LMTP\r\n'),
    client('LHLO mx\r\n'),
    server('250 store\r\n'),
    client('MAIL FROM:<>\r\nRCPT TO:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n'),
    server('250 Ok\r\n250 Ok\r\n250 Ok\r\n354 Go\r\n'),
    client('text\r\n.\r\n'),
    server('550 5.2.1 disabled\r\n250 2.0.0 saved\r\n'),
  );
  expect(fate(messages[0]!)).toBe('true 250 2.0.0');
  expect(messages[0]!.envelope.to.map(({ code }) => code)).toEqual([550, 250]);
});

test('the password of a log-in is marked as secret, also where only the client was captured', () => {
  const { entries, session } = played(client('EHLO pc\r\nAUTH LOGIN\r\nYW5uYQ==\r\nZ2VoZWlt\r\nMAIL FROM:<anna@example.org>\r\n'));
  expect(session.auth[0]).toMatchObject({ mechanism: 'LOGIN', username: 'anna', password: 'geheim' });
  expect(entries.find(({ text }) => text === 'Z2VoZWlt')?.secrets).toEqual(['Z2VoZWlt', 'geheim']);
});

test('a reply whose mail was never captured answers nothing', () => {
  const { entries } = played(...OPENING, ...ENVELOPE, client('DATA\r\n'), server('354 Go ahead\r\n'), missing('client', 5000), server('250 Ok\r\n'));
  expect(entries.at(-1)).toMatchObject({ code: 250, answers: undefined, note: { key: 'smtp.reply.message-accepted' } });
});

test('lines of any length', () => {
  const address = `${'a'.repeat(300)}@example.org`;
  const { entries, messages } = played(
    server(`220 hub.example.org ${'x'.repeat(5000)}\r\n`),
    client(`HELO ${'b'.repeat(70_000)}\r\n`),
    server('500 5.5.2 Line too long\r\n'),
    client(`MAIL FROM:<${address}>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\n`),
    server('250 Ok\r\n250 Ok\r\n354 Ok\r\n'),
    client(`${'y'.repeat(100_000)}\r\n.\r\n`),
    server('250 Ok\r\n'),
    client(`${'z'.repeat(2_000_000)}\r\nQUIT\r\n`),
    server('500 5.5.2 Line too long\r\n221 Bye\r\n'),
  );
  expect(messages[0]).toMatchObject({ size: 100_002, envelope: { from: address } });
  expect(entries.find(({ extent }) => extent.bytes === 2_000_002)?.kind).toBe('command');
  expect(entries.at(-1)).toMatchObject({ code: 221, note: { key: 'smtp.reply.closing' } });
});

describe('a mail whose final dot does not stand between CR LF', () => {
  test.each(['one\n.\n', 'one\r\r\n.\r\r\n', 'one\n.\r\n', 'one\r\n.\n', '.\n'])('%j', (content) => {
    const { messages, entries } = played(...OPENING, ...ENVELOPE, client('DATA\r\n'), server('354 Go\r\n'), client(content), server('250 Ok\r\n'), client('QUIT\r\n'));
    expect(messages[0]).toMatchObject({ complete: false, outcome: { accepted: true } });
    expect(entries.at(-1)).toMatchObject({ kind: 'command', verb: 'QUIT', state: 'ready' });
  });

  test('is none as long as it goes on', () => {
    const content = 'one\n.\ntwo\r\n.\r\n';
    const { messages, contents } = played(...OPENING, ...ENVELOPE, client('DATA\r\n'), server('354 Go\r\n'), client(content), server('250 Ok\r\n'));
    expect(messages[0]!.complete).toBe(true);
    expect(contents).toEqual(['one\n.\ntwo\r\n']);
  });
});

test('a mail that has had its reply ends in the gap that follows', () => {
  const { entries } = played(
    ...OPENING,
    ...ENVELOPE,
    client('DATA\r\n'),
    server('354 Go\r\n'),
    client('text\r\n'),
    server('250 Ok\r\n'),
    missing('client', 3),
    client('QUIT\r\n'),
  );
  expect(entries.at(-1)).toMatchObject({ kind: 'command', verb: 'QUIT' });
  expect(entries.find(({ kind }) => kind === 'message')?.extent.bytes).toBe(6);
});

test('the go-ahead for DATA leads to the state data', () => {
  const { entries } = played(...OPENING, ...ENVELOPE, client('DATA\r\n'), server('354 Go\r\n'));
  expect(entries.at(-1)).toMatchObject({ code: 354, state: 'data' });
});

describe('SASL data is secret', () => {
  const hello = [server('220 mx.example.com ESMTP\r\n'), client('EHLO pc\r\n'), server('250 AUTH PLAIN\r\n')];

  test.each([
    ['whose challenge was lost', [client('AUTH PLAIN\r\n'), missing('server', 6), client('AGEAYg==\r\n'), server('235 Ok\r\n')]],
    ['sent before the challenge, with a blank behind it', [client('AUTH PLAIN\r\nAGEAYg== \r\n'), server('334 \r\n235 Ok\r\n')]],
    ['sent although AUTH was refused', [client('AUTH PLAIN\r\nAGEAYg==\r\n'), server('503 No\r\n')]],
    ['whose AUTH was lost', [missing('client', 12), server('334 \r\n'), client('AGEAYg==\r\n'), server('235 Ok\r\n')]],
  ])('%s', (_, turns) => {
    const { entries } = played(...hello, ...turns);
    const answer = entries.find(({ text }) => text?.startsWith('AGEAYg=='));
    expect(answer).toMatchObject({ kind: 'auth', secrets: expect.arrayContaining(['AGEAYg==']) as unknown });
  });

  test('unless the password is empty', () => {
    const { entries } = played(...hello, client('AUTH PLAIN AGEA\r\n'));
    expect(entries.at(-1)).toMatchObject({ secrets: ['AGEA'] });
  });
});

test.each([
  ['CLIENTID UUID 23bf83be-aad8', '23bf83be-aad8'],
  ['BURL imap://anna@mail.example.org/Sent;UID=3;URLAUTH=submit+anna:internal:91354a47 LAST', '91354a47'],
])('%s holds a secret', (line, secret) => {
  const { entries } = played(...OPENING, client(`${line}\r\n`));
  expect(entries.at(-1)).toMatchObject({ secrets: [secret] });
});

test('an address literal is no name', () => {
  expect(played(client('EHLO [192.0.2.1]\r\n')).session.client.name).toBeUndefined();
  expect(played(client('EHLO pc.example.org\r\n')).session.client.name).toBe('pc.example.org');
});

test('a reply to EHLO that was cut does not tell what is missing from it', () => {
  const { entries } = played(server('220 mx.example.com\r\n'), client('EHLO pc\r\n'), server('250-mx\r\n250-SIZE\r\n'), missing('server', 30));
  expect(entries.find(({ code }) => code === 250)!.note).toMatchObject({ key: 'smtp.reply.extensions', params: { readable: false } });
});

test('Exchange names an InternalId behind its queue id', () => {
  expect(findQueueId('<a@b.example> [InternalId=42, Hostname=mx.example.org] Queued mail for delivery')).toBe('a@b.example');
});

test('XCLIENT and ATRN begin the session anew', () => {
  for (const [command, reply] of [['XCLIENT NAME=a', '220 mx'], ['ATRN a.example', '250 Ok']] as const) {
    const { entries } = played(...OPENING, client(`${command}\r\n`), server(`${reply}\r\n`));
    expect(entries.at(-1)!.state).toBe('connected');
  }
});

test('a multi-line refusal gives its whole reason', () => {
  const { entries } = played(...OPENING, client('MAIL FROM:<a@example.org>\r\n'), server('550-5.7.1 Your address\r\n550 5.7.1 is listed\r\n'));
  expect(entries.at(-1)!.note).toMatchObject({ params: { words: 'Your address is listed', enhanced: '5.7.1' } });
});

describe('a mail in chunks, without its last when TLS begins', () => {
  const { messages } = play('smtp', (conversation) => {
    // As if the keys were there, and what follows already opened.
    const dissector = new SmtpDissector(conversation, () => dissector.secured(), unwantedTls);
    return dissector;
  }, [...OPENING, ...ENVELOPE, client('BDAT 4\r\nA: b'), server('250 2.0.0 Ok\r\n'), client('STARTTLS\r\n'), server('220 2.0.0 Ready\r\n'), client('EHLO mail.example.org\r\n')]);

  test('is over', () => {
    expect(messages.map(({ ended, complete, size }) => [ended, complete, size])).toEqual([[true, false, 4]]);
  });
});
