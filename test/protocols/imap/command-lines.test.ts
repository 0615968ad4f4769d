/** Command lines that nobody would send: each is one command, with a sentence in both languages, and the next is read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { VERBS } from '../../../src/protocols/imap/verbs.js';
import { languages, sentence } from '../../../src/text/index.js';
import { byteByByte, client, play, server, whole, type Played, type Turn } from '../../play.js';

const WORDS = [
  'INBOX', '""', '"Entw&APw-rfe"', '&-', '&APw', '*', '%', '$', '1', '0', '2:4,7,9:*', '*:1', '4294967295', '99999999999999999999', 'NIL', '\\Seen', '(\\Deleted $Junk)',
  '()', '((()', ')', '(', '"', '"a\\"b', 'RETURN', '(MIN MAX SAVE PARTIAL 1:5 UPDATE)', '(STATUS (MESSAGES) CHILDREN)', 'CHARSET', 'UTF-8', 'NOT', 'OR', 'FUZZY', 'MODSEQ',
  '"/flags/x"', 'all', 'SINCE', '1-Feb-2026', '99-Xyz-0000', 'HEADER', 'UID', 'KEYWORD', 'FLAGS', '+FLAGS.SILENT', '-X-GM-LABELS', 'ANNOTATION', '(CHANGEDSINCE 7 VANISHED)',
  '(UNCHANGEDSINCE 7)', '(QRESYNC (1 2 3 (4 5)))', '(CONDSTORE)', '(USE (\\Sent))', 'BODY[]', 'BODY.PEEK[HEADER.FIELDS (A', 'BODY[1.2.MIME]<0.5>', '(FLAGS UID)', 'ALL',
  'CATENATE', '(URL "x" TEXT', 'UTF8', '(~', '" 7-Feb-2026 22:43:04 -0800"', 'SET', 'NONE', '(SELECTED (MessageNew (FLAGS)))', '(SUBTREE', '(mailboxes (a b) personal)', 'IN',
  '/private/comment', '(/shared NIL)', '(DEPTH 1)', '(STORAGE 512)', '+lrs', '-bob', 'constructor', '__proto__', 'toString', '{x}', '{}', '~{-1}', '\x00', '\xff', '\t', '',
];

const line = fc
  .record({
    uid: fc.boolean(),
    verb: fc.constantFrom(...Object.keys(VERBS), 'XYZZY', 'constructor'),
    words: fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary-ascii' }) }), { maxLength: 7 }),
  })
  .map(({ uid, verb, words }) => `t1 ${uid ? 'UID ' : ''}${verb} ${words.join(' ')}`.replace(/[\r\n]/g, ' '))
  // A literal would take the next line; STARTTLS and COMPRESS end the reading of lines.
  .filter((text) => !/\{\d+[+-]?\}$/.test(text) && !/^t1 (?:STARTTLS|COMPRESS|AUTHENTICATE) /.test(text));

function said({ entries }: Played): readonly string[] {
  return entries.flatMap(({ note }) => Object.values(languages).map((language) => sentence(language, note)));
}

it('any command line is one command, and told in both languages', () => {
  fc.assert(
    fc.property(line, (text) => {
      const turns: readonly Turn[] = [server('* PREAUTH ready\r\n'), client('t0 SELECT INBOX\r\n'), server('t0 OK done\r\n'), client(`${text}\r\nt2 NOOP\r\n`), server('t1 OK done\r\nt2 OK done\r\n')];
      const played = play('imap', (conversation) => new ImapDissector(conversation, () => {}), turns, whole);
      const commands = played.entries.filter(({ kind }) => kind === 'command');
      expect(commands.map(({ tag }) => tag)).toEqual(['t0', 't1', 't2']);
      expect(played.entries.filter(({ kind }) => kind === 'reply').map(({ answers }) => answers?.tag)).toEqual(['t0', 't1', 't2']);
      expect(said(played).filter((words) => words === '' || /undefined|NaN|\[object|function/.test(words.replace(/constructor|__proto__|toString/g, '')))).toEqual([]);
      const slowly = play('imap', (conversation) => new ImapDissector(conversation, () => {}), turns, byteByByte);
      expect(said(slowly)).toEqual(said(played));
    }),
    { numRuns: 1500, seed: 9051 },
  );
});

it('a line of a megabyte costs no more than its length', () => {
  for (const piece of ['(', '"', '1,', 'NOT ', '(NOT ', 'FLAGS ', '(SELECTED (MessageNew ', 'URL ', '&A-', '%', '/x ']) {
    for (const verb of ['UID FETCH', 'SEARCH', 'SORT (DATE) UTF-8', 'LIST "" ', 'STORE 1 +FLAGS', 'NOTIFY SET', 'APPEND x CATENATE', 'SETMETADATA x', 'SELECT', 'ID', 'ESEARCH IN']) {
      const begin = performance.now();
      const played = play('imap', (conversation) => new ImapDissector(conversation, () => {}), [server('* PREAUTH ready\r\n'), client(`t1 ${verb} ${piece.repeat(Math.floor(900_000 / piece.length))}\r\n`)]);
      for (const words of said(played)) expect(words.length).toBeLessThan(20_000);
      expect(performance.now() - begin, `${verb} ${piece}`).toBeLessThan(3000);
    }
  }
});
