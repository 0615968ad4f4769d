/** In a mailbox that is open for reading only, fetching a mail does not mark it as read (RFC 9051 §6.3.3). */
import { describe, expect, it } from 'vitest';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { client, play, server } from '../../play.js';

describe('FETCH of a whole mail', () => {
  it.each([
    ['SELECT', 'READ-WRITE', true],
    ['SELECT', 'READ-ONLY', false],
    ['EXAMINE', 'READ-ONLY', false],
  ])('behind %s and %s: marks it as read: %s', (verb, code, marksSeen) => {
    const { entries } = play('imap', (conversation) => new ImapDissector(conversation, () => {}), [
      server('* PREAUTH ready\r\n'),
      client(`a1 ${verb} INBOX\r\n`),
      server(`a1 OK [${code}] done\r\n`),
      client('a2 FETCH 1 BODY[]\r\n'),
    ]);
    expect(entries.at(-1)!.note).toMatchObject({ key: 'imap.command.fetch', params: { marksSeen } });
  });
});
