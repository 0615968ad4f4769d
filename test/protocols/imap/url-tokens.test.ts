/** The tokens of URLs (RFC 4467) let others in: they are secrets wherever they stand. */
import { expect, it } from 'vitest';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import { client, play, server } from '../../play.js';

const TOKEN = '91354a473744909de610943775f92038';
const URL = `imap://anna@mail.kolleg.example/INBOX/;uid=20;urlauth=submit+bob:internal:${TOKEN}`;

it.each([
  ['GENURLAUTH', server(`* GENURLAUTH "${URL}"\r\n`)],
  ['a literal', server(`* GENURLAUTH {${URL.length}}\r\n${URL}\r\n`)],
  ['URLFETCH', server(`* URLFETCH "${URL}" "x"\r\n`)],
  ['the command URLFETCH', client(`a1 URLFETCH "${URL}"\r\n`)],
  ['CATENATE', client(`a1 APPEND INBOX CATENATE (URL "${URL}")\r\n`)],
])('in %s', (_where, turn) => {
  const { entries } = play('imap', (conversation) => new ImapDissector(conversation, beginTls), [server('* PREAUTH ready\r\n'), turn]);
  expect(entries.flatMap(({ secrets = [] }) => secrets)).toEqual([TOKEN]);
});

it('is not seen in other words', () => {
  const { entries } = play('imap', (conversation) => new ImapDissector(conversation, beginTls), [server('* PREAUTH ready\r\n'), client('a1 URLFETCH "imap://anna@mail.kolleg.example/INBOX/;uid=20"\r\n')]);
  expect(entries.every(({ secrets }) => secrets === undefined)).toBe(true);
});
