/** What servers and hand-typed clients of this world do to each other, in connections that were captured from their first packet. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model/entry.js';
import { languages, sentence } from '../../src/text/index.js';
import { analyzePackets, expectSound, onlyOf } from '../pipeline/analysis.js';
import { framesOf, packetsOf, type Turn } from '../pipeline/wire.js';

async function hear(port: number, turns: readonly Turn[]) {
  const found = onlyOf(await analyzePackets(packetsOf(framesOf(turns), port)));
  expectSound(found);
  const lines = found.entries.filter(({ kind }) => kind !== 'tcp');
  const line = (start: string): Entry => lines.find(({ text }) => text?.startsWith(start) === true)!;
  return { ...found, line, says: (start: string, language: 'en' | 'de') => sentence(languages[language], line(start).note) };
}

describe('a client that does not wait for the greeting is not logged in', () => {
  test('POP3', async () => {
    const { line } = await hear(110, [
      ['client', 'CAPA\r\nUSER anna\r\nPASS geheim\r\nLIST\r\nQUIT\r\n'],
      ['server', '+OK Hello there.\r\n+OK list\r\nUSER\r\n.\r\n+OK\r\n-ERR Login failed.\r\n-ERR Invalid command.\r\n+OK Bye-bye.\r\n'],
    ]);
    expect(line('LIST').state).toBe('AUTHORIZATION');
    expect(line('+OK Hello')).toMatchObject({ kind: 'greeting', state: 'AUTHORIZATION' });
    expect(line('+OK Bye-bye').state).toBe('AUTHORIZATION');
  });

  test('POP3, and a server that closes without a word', async () => {
    const { line, says } = await hear(110, [['client', 'QUIT\r\n']]);
    expect(line('QUIT').state).toBe('AUTHORIZATION');
    expect(says('QUIT', 'en')).toContain('no UPDATE');
  });

  test('IMAP', async () => {
    const { line } = await hear(143, [
      ['client', 'a1 NOOP\r\na2 SELECT INBOX\r\na3 LOGOUT\r\n'],
      ['server', '* OK IMAP4rev1 ready\r\na1 OK\r\na2 NO Error in IMAP command received by server.\r\n* BYE\r\na3 OK\r\n'],
    ]);
    expect(line('a2 SELECT').state).toBe('not authenticated');
    expect(line('* OK IMAP4rev1')).toMatchObject({ kind: 'greeting', state: 'not authenticated' });
    expect(line('a2 NO').state).toBe('not authenticated');
  });
});

test('SELECT that is refused before the log-in logs nobody in', async () => {
  const { line, says } = await hear(143, [
    ['server', '* OK ready\r\n'],
    ['client', 'a1 SELECT INBOX\r\n'],
    ['server', 'a1 NO Error in IMAP command received by server.\r\n'],
    ['client', 'a2 LOGIN anna geheim\r\n'],
    ['server', 'a2 OK\r\n'],
    ['client', 'a3 SELECT Nowhere\r\n'],
    ['server', 'a3 NO no such mailbox\r\n'],
  ]);
  expect(line('a1 NO').state).toBe('not authenticated');
  expect(says('a2 LOGIN', 'en')).not.toContain('which is over');
  expect(line('a3 NO').state).toBe('authenticated');
});

test('a tag without a command that is refused was seen', async () => {
  const { says } = await hear(143, [
    ['server', '* OK ready\r\n'],
    ['client', 'x123\r\n'],
    ['server', 'x123 NO Error in IMAP command received by server.\r\n'],
    ['server', 'x9 NO what\r\n'],
  ]);
  expect(says('x123 NO', 'en')).toMatch(/^The server refuses the line tagged x123 \(NO\)/);
  expect(says('x123 NO', 'de')).toMatch(/^Der Server lehnt die Zeile mit der Kennung x123 ab \(NO\)/);
  expect(says('x9 NO', 'en')).toContain('a command that was not seen');
});

test('EXPUNGED, as GNU Mailutils says it, is a mail that is gone', async () => {
  const { line, says } = await hear(143, [
    ['server', '* PREAUTH ready\r\n'],
    ['client', 'a1 SELECT INBOX\r\n'],
    ['server', '* 3 EXISTS\r\na1 OK [READ-WRITE]\r\n'],
    ['client', 'a2 EXPUNGE\r\n'],
    ['server', '* 3 EXPUNGED\r\na2 OK EXPUNGE Completed\r\n'],
  ]);
  expect(line('* 3 EXPUNGED').note.key).toBe('imap.untagged.expunge');
  expect(says('a2 OK', 'en')).toBe('The removal is complete: one mail is gone.');
});

describe('blanks before a command', () => {
  test('SMTP', async () => {
    const { line, says } = await hear(25, [
      ['server', '220 mx.example.org ESMTP\r\n'],
      ['client', '   NOOP\r\n'],
      ['server', '250 2.0.0 OK\r\n'],
      ['client', '\tQUIT\r\n'],
      ['server', '500 5.5.1 unrecognized\r\n'],
    ]);
    expect(line('   NOOP')).toMatchObject({ verb: 'NOOP' });
    expect(says('250 2.0.0', 'en')).toBe('The server is there (250). Nothing else happens.');
    expect(says('500 5.5.1', 'en')).not.toContain('does not know the command QUIT');
  });

  test('POP3', async () => {
    const { line } = await hear(110, [['server', '+OK ready\r\n'], ['client', ' QUIT\r\n'], ['server', '+OK bye\r\n']]);
    expect(line(' QUIT')).toMatchObject({ verb: 'QUIT', note: { key: 'pop3.command.quit-early' } });
  });
});

test('500 with the detail of a wrong argument: the server knows the command', async () => {
  const { says } = await hear(25, [
    ['server', '220 mx.example.org ESMTP\r\n'],
    ['client', 'NOOP again\r\n'],
    ['server', '500 5.5.4 Invalid command arguments\r\n'],
  ]);
  expect(says('500 5.5.4', 'en')).toContain('the detailed code says something else: an argument of the command is not valid (5.5.4)');
  expect(says('500 5.5.4', 'de')).toContain('der ausführliche Code sagt etwas anderes');
});

test('USER without a name names nobody', async () => {
  const { session, says } = await hear(110, [
    ['server', '+OK ready\r\n'],
    ['client', 'USER\r\nPASS geheim\r\n'],
    ['server', '-ERR what\r\n-ERR who\r\n'],
  ]);
  expect(session.auth[0]).not.toHaveProperty('username');
  expect(says('PASS', 'en')).toMatch(/^The client sends the password geheim\. /);
});

test('QUIT that waits behind STLS is not said to be missing', async () => {
  const { entries } = await hear(110, [
    ['server', '+OK ready\r\n'],
    ['client', 'USER anna\r\nPASS geheim\r\n'],
    ['server', '+OK\r\n+OK\r\n'],
    ['client', 'DELE 1\r\nSTLS\r\nQUIT\r\n'],
  ]);
  const said = entries.map(({ note }) => sentence(languages.en, note));
  expect(said.filter((words) => words.includes('Without QUIT'))).toEqual([]);
});

test('the queue id in the last line of a reply', async () => {
  const { messages, says } = await hear(25, [
    ['server', '220 mx.example.org ESMTP\r\n'],
    ['client', 'EHLO pc\r\n'],
    ['server', '250-mx.example.org\r\n250 CHUNKING\r\n'],
    ['client', 'MAIL FROM:<@a.example,@b.example:anna@example.org>\r\n'],
    ['server', '250 OK\r\n'],
    ['client', 'RCPT TO:<bob@example.org>\r\n'],
    ['server', '250 Accepted\r\n'],
    ['client', 'BDAT 6 LAST\r\na: b\r\n'],
    ['server', '250- 6 byte chunk, total 6\r\n250 OK id=1xV3Q0-0003So-0T\r\n'],
  ]);
  expect(messages[0]!.outcome).toMatchObject({ accepted: true, queueId: '1xV3Q0-0003So-0T' });
  expect(says('250- 6', 'en')).toContain('1xV3Q0-0003So-0T');
  expect(says('MAIL', 'en')).toContain('a route over other hosts');
  expect(says('MAIL', 'de')).toContain('ein Weg über andere Hosts');
});

test('a wrong password in the words of Exchange', async () => {
  const { says } = await hear(587, [
    ['server', '220 mx.example.org ESMTP\r\n'],
    ['client', 'AUTH PLAIN AGFubmEAZmFsc2No\r\n'],
    ['server', '535 5.7.3 Authentication unsuccessful\r\n'],
  ]);
  expect(says('535', 'en')).toMatch(/; the detailed code says something else: .* \(5\.7\.3\), in its words/);
  expect(says('535', 'de')).toMatch(/; der ausführliche Code sagt etwas anderes: .* \(5\.7\.3\), in seinen Worten/);
});

test('534 to MAIL is not about a log-in, as Courier says it of a size', async () => {
  const { says } = await hear(25, [
    ['server', '220 mx.example.org ESMTP\r\n'],
    ['client', 'MAIL FROM:<anna@example.org> SIZE=99999999999\r\n'],
    ['server', '534 SIZE=Message too big.\r\n'],
  ]);
  expect(says('534', 'en')).toMatch(/^The server refuses the sender anna@example\.org for good \(534\), in its words "SIZE=Message too big"/);
  expect(says('534', 'de')).not.toContain('Verfahren');
});
