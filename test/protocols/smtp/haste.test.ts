/** What is said of commands that did not wait, and of those that did. */
import { describe, expect, test } from 'vitest';
import type { Haste } from '../../../src/model/notes/smtp.js';
import { SmtpDissector } from '../../../src/protocols/smtp/dissector.js';
import { beginTls, unwantedTls } from '../../../src/protocols/tls/begin.js';
import { client, missing, play, server, type Turn } from '../../play.js';

/** Of each command its verb, and what it did not wait for. */
function hastes(...turns: readonly Turn[]): readonly (readonly [string | undefined, Haste | undefined])[] {
  const { entries } = play('smtp', (conversation) => new SmtpDissector(conversation, beginTls, unwantedTls), turns);
  return entries.filter(({ kind }) => kind === 'command').map(({ verb, note }) => [verb, (note.params as { haste?: Haste }).haste]);
}

function opening(offer: string): readonly Turn[] {
  return [server('220 mx\r\n'), client('EHLO pc\r\n'), server(`250-mx\r\n250 ${offer}\r\n`)];
}

const GROUP = client('MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n');
const OFFERED = opening('PIPELINING');

describe('a command that does not wait', () => {
  test('names the first reply that it did not wait for, and how many', () => {
    expect(hastes(...OFFERED, GROUP).slice(1)).toEqual([
      ['MAIL', undefined],
      ['RCPT', { awaited: { verb: 'MAIL' }, count: 1, fault: undefined }],
      ['DATA', { awaited: { verb: 'MAIL' }, count: 2, fault: undefined }],
    ]);
  });

  test('does so against the standard where pipelining is not offered', () => {
    expect(hastes(...opening('SIZE'), GROUP)[2]).toEqual(['RCPT', { awaited: { verb: 'MAIL' }, count: 1, fault: 'not-offered' }]);
    expect(hastes(server('220 mx\r\n'), client('HELO pc\r\n'), server('250 mx\r\n'), GROUP)[2]?.[1]?.fault).toBe('not-offered');
  });

  test.each(['EHLO pc', 'NOOP', 'VRFY anna', 'EXPN all', 'ETRN example.org', 'STARTTLS', 'AUTH PLAIN AGEAYg=='])('does so against the standard behind %s', (line) => {
    const verb = line.split(' ')[0]!;
    const told = hastes(...OFFERED, client(`${line}\r\nRSET\r\n`), server('500 no\r\n250 ok\r\n'));
    expect(told.at(-1)).toEqual(['RSET', { awaited: { verb }, count: 1, fault: 'not-last' }]);
  });

  test('may follow a mail or a chunk', () => {
    const mail = [GROUP, server('250 ok\r\n250 ok\r\n354 go\r\n'), client('text\r\n.\r\nQUIT\r\n')];
    expect(hastes(...OFFERED, ...mail).at(-1)).toEqual(['QUIT', { awaited: 'mail', count: 1, fault: undefined }]);
    const chunk = client('BDAT 3\r\na\r\nBDAT 0 LAST\r\n');
    expect(hastes(...OFFERED, chunk).at(-1)).toEqual(['BDAT', { awaited: 'chunk', count: 1, fault: undefined }]);
  });
});

describe('nothing is said', () => {
  test('of a client that waits', () => {
    expect(hastes(...OFFERED, client('NOOP\r\n'), server('250 ok\r\n'), client('QUIT\r\n')).every(([, haste]) => haste === undefined)).toBe(true);
  });

  test('where the server was not captured', () => {
    expect(hastes(client('EHLO pc\r\n'), GROUP).every(([, haste]) => haste === undefined)).toBe(true);
  });

  test('where replies are missing', () => {
    expect(hastes(...OFFERED, client('NOOP\r\n'), missing('server', 8), client('QUIT\r\n')).at(-1)).toEqual(['QUIT', undefined]);
  });

  test('of a fault where the offer is not known', () => {
    expect(hastes(server('250 ok\r\n'), GROUP).at(-1)?.[1]?.fault).toBeUndefined();
  });
});
