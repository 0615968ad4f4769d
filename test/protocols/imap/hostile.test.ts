/** Octets that nobody planned: the dissector never throws, and every octet has its entry. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import type { Note } from '../../../src/model/note.js';
import { imap as german } from '../../../src/text/de/imap.js';
import { imap as english } from '../../../src/text/en/imap.js';
import { CODES } from '../../../src/text/en/imap-codes.js';
import type { Side } from '../../../src/model/endpoint.js';
import { client, missing, play, server, whole, type Played, type Turn } from '../../play.js';

function dissect(turns: readonly Turn[]): Played {
  return play('imap', (conversation) => new ImapDissector(conversation, beginTls), turns, whole);
}

const PIECES = [
  '* ', '+ ', 'a1 ', 'a2 ', 'OK ', 'NO ', 'BAD ', '[', ']', '(', ')', '"', '\\', '{3}', '{3+}', '{0}', '~{5}', '{99999999999}', '\r\n', '\n', '\r',
  'LOGIN ', 'SELECT INBOX', 'FETCH 1 BODY[]', '* 1 FETCH (BODY[] {7}\r\n', 'APPEND x {5}\r\n', 'AUTHENTICATE PLAIN', 'IDLE\r\n', 'DONE\r\n', 'STARTTLS\r\n',
  'COMPRESS DEFLATE\r\n', 'UID ', 'STORE 1:* +FLAGS (\\Seen)', '* LIST () "/" {4}\r\n', '* SEARCH 1 2 3', 'BYE', 'PREAUTH', '[CAPABILITY ', '\x00', '\xff', '\x16\x03\x01',
];

const turn: fc.Arbitrary<Turn> = fc.record({
  from: fc.constantFrom<Side>('client', 'server'),
  octets: fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary-ascii' }) }), { maxLength: 8 }).map((pieces) => pieces.join('')),
  gap: fc.option(fc.integer({ min: 1, max: 50 }), { freq: 8, nil: undefined }),
}).map(({ from, octets, gap }) => (gap === undefined ? { from, octets } : missing(from, gap)));

function sums({ entries }: Played, side: Side): readonly [number, number] {
  let [captured, lost] = [0, 0];
  for (const { from, kind, extent } of entries) {
    if (from !== side) continue;
    if (kind === 'gap') lost += extent.bytes;
    else captured += extent.bytes;
  }
  return [captured, lost];
}

function tell(language: typeof english, { key, params }: Note): string {
  return (language as Readonly<Record<string, (params: unknown) => string>>)[key]?.(params) ?? '';
}

describe('any octets', () => {
  it('belong to exactly one entry each', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 14 }), (turns) => {
        const played = dissect(turns);
        for (const side of ['client', 'server'] as const) {
          const mine = turns.filter(({ from }) => from === side);
          const sent = mine.reduce((sum, { octets }) => sum + octets.length, 0);
          const gone = mine.reduce((sum, { gap }) => sum + (gap ?? 0), 0);
          expect(sums(played, side)).toEqual([sent, gone]);
        }
        for (const { note } of played.entries) for (const say of [english, german]) expect(typeof tell(say, note)).toBe('string');
      }),
      { numRuns: 3000, seed: 3501 },
    );
  });
});

describe('sizes that a stranger names', () => {
  it('costs nothing for a literal of four gigabytes', () => {
    const { entries } = dissect([server('* OK hi\r\n'), server('* 1 FETCH (BODY[TEXT] {4294967295}\r\n'), server('x'.repeat(1000))]);
    expect(entries.at(-1)?.extent.bytes).toBe(36 + 1000);
  });

  it('reads a line of a megabyte of brackets', () => {
    for (const character of ['(', '[', '{', '"', '\\', '[ ', '( ']) {
      const begin = performance.now();
      dissect([server('* OK hi\r\n'), server(`* 1 FETCH (X ${character.repeat(900_000 / character.length)}\r\n`)]);
      expect(performance.now() - begin).toBeLessThan(2000);
    }
  });

  it('keeps no more of a literal than can be read', () => {
    const text = 'a'.repeat(20_000);
    const { entries } = dissect([server('* OK hi\r\n'), server(`* 1 FETCH (BODY[TEXT] {20000}\r\n${text})\r\n`)]);
    expect(JSON.stringify(entries.at(-1)?.decoded ?? '')).not.toContain('aaa');
    expect(entries.at(-1)?.lines).toEqual(['* 1 FETCH (BODY[TEXT] {20000}', ')']);
  });
});

describe('what must be masked', () => {
  it.each([
    ['an atom', 'a1 LOGIN anna geheim\r\n', ['geheim']],
    ['a quoted string', 'a1 LOGIN "anna" "ge\\"heim"\r\n', ['ge\\"heim', 'ge"heim']],
    ['a literal that does not wait', 'a1 LOGIN {4+}\r\nanna {6+}\r\ngeheim\r\n', ['geheim']],
  ])('is named for %s', (_name, line, secrets) => {
    const { entries, session } = dissect([server('* OK hi\r\n'), client(line), server('a1 OK in\r\n')]);
    expect(entries[1]?.secrets).toEqual(secrets);
    expect(entries[1]?.decoded).toEqual({ username: 'anna', password: secrets.at(-1) });
    expect(session.auth).toMatchObject([{ mechanism: 'LOGIN', username: 'anna', password: secrets.at(-1), succeeded: true }]);
  });

  it('is named where literals wait', () => {
    const { entries } = dissect([
      server('* OK hi\r\n'), client('a1 LOGIN {4}\r\n'), server('+ go\r\n'), client('anna {6}\r\n'), server('+ go\r\n'), client('geheim\r\n'), server('a1 NO\r\n'),
    ]);
    const data = entries.filter(({ kind }) => kind === 'data');
    expect(data.map(({ text, decoded, secrets }) => ({ text, decoded, secrets }))).toEqual([
      { text: 'anna {6}', decoded: { username: 'anna' }, secrets: undefined },
      { text: 'geheim', decoded: { password: 'geheim' }, secrets: ['geheim'] },
    ]);
  });

  it('is named for every line of AUTHENTICATE', () => {
    const { entries, session } = dissect([server('* OK hi\r\n'), client('a1 AUTHENTICATE PLAIN AGFubmEAZ2VoZWlt\r\n'), server('a1 OK in\r\n')]);
    expect(entries[1]?.secrets).toContain('AGFubmEAZ2VoZWlt');
    expect(session.auth).toMatchObject([{ mechanism: 'PLAIN', username: 'anna', password: 'geheim', succeeded: true }]);
  });
});

/** Responses whose values are lists in lists, with every kind of value at every place. */
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom('NIL', '1', '0', '-1', '99999999999999999999', '1:*', '*:4', '2,4:7', '$', '\\Deleted', '"a b"', '""', '"\\""', 'INBOX', '"&AP-"', '"=?x?q?=80?="', "utf-8''%FC", 'TAG', 'UID', 'MAILBOX', 'MODSEQ', 'text', 'multipart', 'message', 'rfc822', 'lrswipkxtea', '__proto__', 'constructor'),
    fc.array(tie('value'), { maxLength: 6 }).map((items) => `(${items.join(' ')})`),
  ),
}));

const WORDS = [
  'CAPABILITY', 'ENABLED', 'FLAGS', 'VANISHED', 'VANISHED (EARLIER)', '3 FETCH', '3 UIDFETCH', '3 CONVERTED', '3 EXPUNGE', '99999999999999 EXISTS', '0 EXISTS', '7 RECENT', 'LIST', 'LSUB', 'XLIST', 'STATUS', 'NAMESPACE',
  'SEARCH', 'SORT', 'ESEARCH', 'THREAD', 'UIDBATCHES', 'ID', 'LANGUAGE', 'COMPARATOR', 'GENURLAUTH', 'URLFETCH', 'JMAPACCESS', 'QUOTA', 'QUOTAROOT', 'ACL', 'MYRIGHTS', 'LISTRIGHTS', 'METADATA', 'ANNOTATION',
];
const ITEMS = ['FLAGS', 'ENVELOPE', 'BODYSTRUCTURE', 'BODY', 'INTERNALDATE', 'BODY[1]<0>', 'BODY[HEADER.FIELDS (FROM)]', 'MODSEQ', 'EMAILID', 'PREVIEW', 'X-GM-LABELS', 'ANNOTATION', 'BINARY.SIZE[1]'];

const response: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom(...WORDS), fc.array(value, { maxLength: 6 })).map(([word, values]) => `* ${word} ${values.join(' ')}`),
  fc.array(fc.tuple(fc.constantFrom(...ITEMS), value), { maxLength: 4 }).map((items) => `* 2 FETCH (${items.flat().join(' ')})`),
  fc.tuple(fc.constantFrom('OK', 'NO', 'BYE'), fc.constantFrom(...Object.keys(CODES), 'X-NEW'), fc.array(value, { maxLength: 4 })).map(([status, code, values]) => `* ${status} [${code} ${values.join(' ')}] words`),
);

describe('any values', () => {
  it('have a sentence in both languages', () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 8 }), (lines) => {
        const { entries } = dissect([server('* PREAUTH hi\r\n'), client('a1 SELECT INBOX\r\n'), ...lines.map((line) => server(`${line}\r\n`))]);
        for (const { note } of entries) {
          if (!note.key.startsWith('imap.')) continue;
          for (const say of [english, german]) {
            const sentence = tell(say, note);
            expect(sentence).toMatch(/^\S[^]*\.$/);
            expect(sentence).not.toMatch(/undefined|NaN|\[object|function/);
            expect(sentence.length).toBeLessThan(20_000);
          }
        }
      }),
      { numRuns: 1500, seed: 9051 },
    );
  });

  it('are told of in bounded words, however many there are', () => {
    const many = (item: string): string => Array.from({ length: 10_000 }, () => item).join(' ');
    const deep = `${'('.repeat(10_000)}x${')'.repeat(10_000)}`;
    for (const line of [
      `SEARCH ${many('7')}`, `FLAGS (${many('$Junk')})`, `LIST (${many('\\X-A')}) "/" x`, `STATUS x (${many('A 1')})`, `ACL x ${many('anna lr')}`, `LISTRIGHTS x anna "" ${many('lr')}`, `METADATA x ${many('/a')}`,
      `METADATA x (${many('/a "b"')})`, `ID (${many('"a" "b"')})`, `CAPABILITY ${many('A')}`, `ENABLED ${many('A')}`, `NAMESPACE (${many('("a" "/")')}) NIL NIL`, `QUOTA x (${many('STORAGE 1 2')})`, `QUOTAROOT x ${many('a')}`, `LANGUAGE (${many('de')})`,
      `COMPARATOR a (${many('b')})`, `GENURLAUTH ${many('u')}`, `URLFETCH ${many('u NIL')}`, `VANISHED ${many('1').replaceAll(' ', ',')}`, `ESEARCH UID ALL ${many('1').replaceAll(' ', ',')}`, `ESEARCH ${many('A 1')}`, `THREAD ${many('(1)')}`,
      `1 FETCH (BODYSTRUCTURE (${many('("text" "plain" NIL NIL NIL "7bit" 1 1)')} "mixed"))`, `1 FETCH (ENVELOPE (NIL NIL NIL NIL NIL (${many('(NIL NIL "a" "b")')}) NIL NIL NIL NIL))`, `1 FETCH (BODYSTRUCTURE ${deep})`, `1 FETCH (${many('X 1')})`, `OK [PERMANENTFLAGS (${many('$Junk')})] x`,
    ]) {
      const begin = performance.now();
      const { entries } = dissect([server('* OK hi\r\n'), server(`* ${line}\r\n`)]);
      const { note } = entries.at(-1)!;
      for (const say of [english, german]) expect(tell(say, note).length, line.slice(0, 40)).toBeLessThan(8000);
      expect(performance.now() - begin).toBeLessThan(5000);
    }
  });
});

describe('a line of very many literals', () => {
  const MANY = 10_000;
  const LINES: Readonly<Record<string, Turn>> = {
    'parts of a mail': server(`* 1 FETCH (${Array.from({ length: MANY }, (_, i) => `BODY[]<${i}> {1}\r\nx `).join('')})\r\n`),
    'mails to append': client(`a1 APPEND INBOX ${'{1+}\r\nx '.repeat(MANY)}\r\n`),
    'texts of a mail': client(`a1 APPEND INBOX CATENATE (${'TEXT {1+}\r\nx '.repeat(MANY)})\r\n`),
  };

  it.each(Object.entries(LINES))('takes no more than its length: %s', (_name, line) => {
    const begun = performance.now();
    dissect([server('* OK ready\r\n'), client('a0 FETCH 1 BODY[]<0.1>\r\n'), line]);
    // Where every literal reads the line again it is 4 to 18 s.
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
