import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/dialogue/conversation.js';
import { hostIn, timestampIn } from '../../../src/protocols/pop3/greeting.js';
import { Maildrop } from '../../../src/protocols/pop3/maildrop.js';
import { parseContinuation, parseStatus } from '../../../src/protocols/pop3/reply-parser.js';
import { Pop3Dissector } from '../../../src/protocols/pop3/dissector.js';
import { byteByByte, client, missing, play, server, whole, type Turn } from '../../play.js';

const beginTls = (): void => {};
const LOGIN = [server('+OK ready\r\n'), client('PASS geheim\r\n'), server('+OK\r\n')];

function played(turns: readonly Turn[], cut = whole) {
  let dissector: Pop3Dissector | undefined;
  const dissect = (conversation: Conversation) => (dissector = new Pop3Dissector(conversation, beginTls));
  return { ...play('pop3', dissect, turns, cut), dissector: dissector! };
}

describe('the name of a server', () => {
  test.each([
    ['QPOP (version2.2)at mail.informatik.example.org starting.', 'mail.informatik.example.org'],
    ['example.com POP3-Server', 'example.com'],
    ['POP3 server ready <1896.697170952@dbc.mtview.example.net>', 'dbc.mtview.example.net'],
    ['Qpopper (version 4.0.5) at pop.example.org starting.  <27.1@other.example.org>', 'pop.example.org'],
    ['POP3 mail.example.com v2001.78rh server ready', 'mail.example.com'],
    ['Gpop ready for requests from 192.0.2.7 p12', undefined],
    ['ask postmaster@example.org or see http://example.org/help', undefined],
    ['Microsoft Exchange Server 2003 POP3-Server Version 6.5.7226.0 (exch.example.com) bereit.', 'exch.example.com'],
    ['<1.2@localhost>', undefined],
    ['Hello there.', undefined],
    ['', undefined],
  ])('%s → %s', (words, host) => {
    expect(hostIn(words)).toBe(host);
  });

  test('the timestamp is what APOP digests, with its brackets', () => {
    expect(timestampIn('ready <4f5.1.5a0.x==@mail> now')).toBe('<4f5.1.5a0.x==@mail>');
    expect(timestampIn('<ready>')).toBeUndefined();
  });
});

describe('status lines', () => {
  test.each([
    ['+OK', true, undefined, ''],
    ['+OK 3 3774', true, undefined, '3 3774'],
    ['-ERR [IN-USE] busy', false, 'IN-USE', 'busy'],
    ['-ERR [SYS/TEMP]', false, 'SYS/TEMP', ''],
    ['-ERR no [IN-USE]', false, undefined, 'no [IN-USE]'],
    ['-ERR [not a code] no', false, undefined, '[not a code] no'],
    ['-ERR: no', false, undefined, ': no'],
    ['+ok hello', true, undefined, 'hello'],
    ['+OK\tx', true, undefined, 'x'],
  ])('%s', (line, ok, code, words) => {
    expect(parseStatus(line)).toEqual({ ok, code, words });
  });

  test.each(['+OKAY', '+', '+ abc', 'OK', ' +OK', '-ERROR', ''])('%s is none', (line) => {
    expect(parseStatus(line)).toBeUndefined();
  });

  test('a challenge', () => {
    expect(parseContinuation('+ ')).toBe('');
    expect(parseContinuation('+')).toBe('');
    expect(parseContinuation('+ abc= ')).toBe('abc=');
    expect(parseContinuation('+abc')).toBeUndefined();
  });
});

describe('marks', () => {
  test('are named as ranges, and not without end', () => {
    const maildrop = new Maildrop();
    for (const number of [7, 1, 2, 3, 5, 8]) maildrop.answer(number, true);
    expect(maildrop.marked).toEqual({ count: 6, numbers: '1–3, 5, 7, 8' });
    for (let number = 10; number < 100; number += 2) maildrop.answer(number, true);
    expect(maildrop.marked.numbers).toBe('1–3, 5, 7, 8, 10, 12, 14, 16, 18 …');
  });

  test('have no effect where the connection ends without QUIT', () => {
    const marking = [...LOGIN, client('DELE 2\r\n'), server('+OK\r\n')];
    const marked = { count: 1, numbers: '2' };
    const none = { count: 0, numbers: '' };
    const lapsing = (...turns: Turn[]) => played([...LOGIN, ...turns]).dissector.lapsing;
    expect(played(marking).dissector.lapsing).toEqual({ marked, pending: 0, quitMayBeMissing: false });
    expect(played([...marking, client('RSET\r\n'), server('+OK\r\n')]).dissector.lapsing).toBeUndefined();
    expect(played([...marking, client('QUIT\r\n'), server('+OK\r\n')]).dissector.lapsing).toBeUndefined();
    expect(played([...marking, client('QUIT\r\n')]).dissector.lapsing).toBeUndefined();
    expect(lapsing(client('DELE 2\r\n'))).toEqual({ marked: none, pending: 1, quitMayBeMissing: false });
    expect(lapsing(client('DELE 2\r\n'), server('-ERR no\r\n'))).toBeUndefined();
    expect(played([...marking, missing('client', 6)]).dissector.lapsing).toEqual({ marked, pending: 0, quitMayBeMissing: true });
    expect(played([...marking, missing('client', 6), client('NOOP\r\n')]).dissector.lapsing?.quitMayBeMissing).toBe(false);
  });

  test('and the last entry says so, where neither FIN nor RST can', () => {
    const { entries } = played([...LOGIN, client('DELE 2\r\n'), server('+OK\r\n')]);
    expect(entries.at(-1)).toMatchObject({ kind: 'tcp', from: 'client', note: { key: 'pop3.unfinished' }, extent: { bytes: 0, frames: [5] } });
    expect(entries.at(-1)!.note.params).toMatchObject({ lapsing: { marked: { count: 1, numbers: '2' } } });
  });
});

describe('what a session leaves behind', () => {
  const outcome = (...turns: Turn[]) => {
    const note = played([...LOGIN, ...turns, client('QUIT\r\n'), server('+OK\r\n')]).entries.at(-1)!.note;
    return note.key === 'pop3.reply.quit' ? [note.params.fetched.numbers, note.params.unfetched.numbers, note.params.foretold] : note.key;
  };
  const fetch = (command: string, body = 'Subject: x\r\n\r\nline\r\n') => [client(`${command}\r\n`), server(`+OK\r\n${body}.\r\n`)];
  const mark = (number: number) => [client(`DELE ${number}\r\n`), server('+OK\r\n')];

  test('is told with the reply to QUIT', () => {
    expect(outcome()).toEqual(['', '', true]);
    expect(outcome(...fetch('RETR 1'), ...fetch('RETR 2'), ...mark(2), ...mark(3))).toEqual(['1, 2', '3', true]);
    expect(outcome(...fetch('TOP 1 0'), ...mark(1))).toEqual(['', '1', true]);
    expect(outcome(...fetch('TOP 1 99999999'), ...mark(1))).toEqual(['1', '', true]);
    expect(outcome(client('RETR 1\r\n'), server('-ERR no\r\n'), ...mark(1))).toEqual(['', '1', true]);
  });

  test('is not guessed where something is missing', () => {
    expect(outcome(missing('server', 100), ...mark(1))).toEqual(['', '', true]);
    expect(played([client('DELE 1\r\n'), server('+OK\r\n'), client('QUIT\r\n'), server('+OK\r\n')]).entries.at(-1)!.note.params).toMatchObject({
      marked: { count: 1 },
      unfetched: { count: 0 },
    });
  });

  test('is told behind commands that were given at once', () => {
    const { entries } = played([...LOGIN, client('DELE 1\r\nRSET\r\nQUIT\r\n'), server('+OK\r\n+OK\r\n+OK\r\n')]);
    expect(entries.at(-1)!.note).toMatchObject({ key: 'pop3.reply.quit', params: { marked: { count: 0 }, foretold: false } });
  });
});

describe('mails', () => {
  const body = 'Subject: x\r\n\r\n..dot\r\n+OK\r\n\rlone\n.\nend\r\n';
  const sent = body.replace('..dot', '...dot');

  test.each([
    ['whole', whole],
    ['byte by byte', byteByByte],
  ])('come octet by octet as they were, cut %s', (_name, cut) => {
    const { contents, messages } = played([...LOGIN, client('RETR 1\r\n'), server(`+OK\r\n${sent}.\r\n`)], cut);
    expect(contents).toEqual([body]);
    expect(messages[0]).toMatchObject({ complete: true, size: body.length, direction: 'retrieved' });
  });

  test('and so they do line by line, behind a gap', () => {
    const turns = [...LOGIN, client('RETR 1\r\n'), server('+OK\r\nSubject: x\r\n'), missing('server', 9), client('NOOP\r\n')];
    const { contents, messages } = played([...turns, server('\r\n..a\r\n\xe4\xff\r\nlf\n.\r\n+OK\r\n')]);
    expect(contents).toEqual(['Subject: x\r\n\r\n.a\r\n\xe4\xff\r\nlf\n']);
    expect(messages[0]).toMatchObject({ complete: false, missing: 9 });
  });

  test('TOP brings the whole of a mail that has fewer octets than lines were asked for', () => {
    const top = (lines: number) => played([...LOGIN, client(`TOP 1 ${lines}\r\n`), server(`+OK\r\n${sent}.\r\n`)]).messages[0];
    expect(top(body.length + 1)).toMatchObject({ complete: true });
    expect(top(body.length)).toMatchObject({ complete: false });
  });

  test('a mail that is over carries itself to the views', () => {
    const { entries, messages } = played([...LOGIN, client('RETR 1\r\n'), server('+OK\r\nx\r\n.\r\n')]);
    expect(entries.find(({ kind }) => kind === 'message')?.completes).toEqual(messages);
  });
});

test('a list without end is counted, not kept', () => {
  const line = `1 ${'9'.repeat(900)}\r\n`;
  const list = Array.from({ length: 60 }, () => server(line.repeat(100)));
  const { entries } = played([...LOGIN, client('LIST\r\n'), server('+OK\r\n'), ...list, server('.\r\n')]);
  const reply = entries[entries.length - 1]!;
  expect(reply.extent.bytes).toBe(5 + 6000 * line.length + 3);
  expect(reply.lines!.join('').length).toBeLessThan(4 << 20);
});

test('octets of any kind, in any order, from either side: nothing throws, and none gets lost', () => {
  let state = 4711;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const words = ['+OK', '-ERR', '+ ', '.', '..', '\r\n', '\n', '\r', ' ', 'USER a', 'PASS b', 'AUTH PLAIN', 'AUTH LOGIN', 'RETR 1', 'LIST', 'STLS', 'QUIT', 'XTND XMIT', 'Subject: x', '1 2', '*', 'AGEAYg==', '\xff\0', '\x16\x03'];
  for (let run = 0; run < 400; run++) {
    const turns: Turn[] = [];
    for (let turn = next(30) + 1; turn > 0; turn--) {
      const from = next(2) === 0 ? 'client' : 'server';
      const octets = Array.from({ length: next(12) + 1 }, () => words[next(words.length)]! + (next(3) === 0 ? '\r\n' : '')).join('');
      turns.push(next(8) === 0 ? missing(from, next(50) + 1) : { from, octets });
    }
    const { entries } = played(turns);
    for (const side of ['client', 'server'] as const) {
      const read = entries.filter(({ from, kind }) => from === side && kind !== 'gap').reduce((sum, { extent }) => sum + extent.bytes, 0);
      expect(read).toBe(turns.filter(({ from, gap }) => from === side && gap === undefined).reduce((sum, { octets }) => sum + octets.length, 0));
    }
  }
});
