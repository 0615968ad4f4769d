/** What entries carry beside their annotation: state, phase, log-ins, mails; and how the beginning of a connection is read. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/dialogue/conversation.js';
import { createEntry } from '../../../src/dialogue/entry-draft.js';
import { Pop3Dissector } from '../../../src/protocols/pop3/dissector.js';
import { client, missing, play, server, type Turn } from '../../play.js';
import { parseTranscripts } from '../../transcript.js';

function played(turns: readonly Turn[]) {
  return play('pop3', (conversation) => new Pop3Dissector(conversation, () => {}), turns);
}

/** With the TCP set-up, one second before the first segment. */
function playedFromStart(turns: readonly Turn[]) {
  return play('pop3', (conversation) => dissectFromStart(conversation), turns);
}

function dissectFromStart(conversation: Conversation): Pop3Dissector {
  const first = conversation.session.connection.first;
  const extent = { offset: 0, bytes: 0, frames: [1], frameCount: 1, first, last: first };
  const note = { key: 'tcp.setup', params: { port: 110, duration: 0.001, exchange: 0.001 } } as const;
  conversation.setup = createEntry('tcp', 'client', extent, { phase: 'connect', step: 'set-up' }, undefined, note);
  conversation.add(conversation.setup);
  return new Pop3Dissector(conversation, () => {});
}

const lines = (octets: string): string => octets.replaceAll('\n', '\r\n');
const C = (text: string): Turn => client(lines(`${text}\n`));
const S = (text: string): Turn => server(lines(`${text}\n`));

test('a command carries the state before its reply, phases and steps follow the verbs', () => {
  const { entries } = played([
    S('+OK ready'), C('CAPA'), S('+OK\nTOP\n.'), C('USER anna'), S('+OK'), C('PASS geheim'), S('+OK'), C('CAPA'), S('+OK\nTOP\n.'),
    C('STAT'), S('+OK 2 200'), C('LIST'), S('+OK\n1 100\n2 100\n.'), C('RETR 1'), S('+OK\nSubject: x\n\n.'), C('DELE 1'), S('+OK'),
    C('RSET'), S('+OK'), C('NOOP'), S('+OK'), C('QUIT'), S('+OK'),
  ]);
  expect(entries.map(({ verb, kind, state, phase, step }) => `${verb ?? kind} ${state!} ${phase}/${step}`)).toEqual([
    'greeting AUTHORIZATION greeting/greeting',
    'CAPA AUTHORIZATION auth/capabilities',
    'reply AUTHORIZATION auth/capabilities',
    'USER AUTHORIZATION auth/authentication',
    'reply AUTHORIZATION auth/authentication',
    'PASS AUTHORIZATION auth/authentication',
    'reply TRANSACTION auth/authentication',
    'CAPA TRANSACTION transaction/capabilities',
    'reply TRANSACTION transaction/capabilities',
    'STAT TRANSACTION transaction/status',
    'reply TRANSACTION transaction/status',
    'LIST TRANSACTION transaction/list',
    'reply TRANSACTION transaction/list',
    'RETR TRANSACTION transfer/retrieve',
    'reply TRANSACTION transfer/retrieve',
    'message TRANSACTION transfer/retrieve',
    'DELE TRANSACTION transaction/delete',
    'reply TRANSACTION transaction/delete',
    'RSET TRANSACTION transaction/reset',
    'reply TRANSACTION transaction/reset',
    'NOOP TRANSACTION transaction/keep-alive',
    'reply TRANSACTION transaction/keep-alive',
    'QUIT TRANSACTION update/quit',
    'reply UPDATE update/quit',
  ]);
});

test('a list is one reply: status line and lines, dots taken out, the final dot counted but not kept', () => {
  const { entries } = played([S('+OK ready'), C('UIDL'), S('+OK uidl'), S('1 a'), S('2 ..b\n..c\n.')]);
  const reply = entries.at(-1)!;
  expect(reply).toMatchObject({ text: '+OK uidl', status: 'OK', lines: ['+OK uidl', '1 a', '2 ..b', '.c'] });
  expect(reply.extent).toMatchObject({ bytes: lines('+OK uidl\n1 a\n2 ..b\n..c\n.\n').length, frames: [3, 4, 5] });
});

test('a mail has its command, its status line and its octets as entries', () => {
  const { entries, messages } = played([S('+OK ready'), C('RETR 1'), S('+OK'), S('Subject: x\n\n.'), C('TOP 1 0'), S('+OK\nSubject: x\n\n.')]);
  expect(messages.map((mail) => mail.entries.map(({ id }) => id))).toEqual([[2, 3, 4], [5, 6, 7]]);
  expect(messages.map(({ complete }) => complete)).toEqual([true, false]);
  expect(entries.map(({ message }) => message?.id)).toEqual([undefined, undefined, 1, 1, undefined, 2, 2]);
});

describe('log-ins', () => {
  const attempts = (...turns: Turn[]) =>
    played([S('+OK ready <1.2@example.org>'), ...turns]).session.auth.map(({ mechanism, username, password, succeeded, entry }) => [
      mechanism, username, password, succeeded, entry.id,
    ]);

  test('USER and PASS are one, opened by USER', () => {
    expect(attempts(C('USER anna'), S('+OK'), C('PASS ge heim'), S('+OK'))).toEqual([['USER', 'anna', 'ge heim', true, 2]]);
    expect(attempts(C('USER anna'), S('+OK'), C('PASS x'), S('-ERR'))).toEqual([['USER', 'anna', 'x', false, 2]]);
    expect(attempts(C('USER anna'), S('-ERR'))).toEqual([['USER', 'anna', undefined, false, 2]]);
    expect(attempts(C('USER anna'), S('+OK'))).toEqual([['USER', 'anna', undefined, undefined, 2]]);
    expect(attempts(C('USER anna\nPASS a'), S('+OK\n-ERR'), C('USER bob\nPASS b'), S('+OK\n+OK'))).toEqual([
      ['USER', 'anna', 'a', false, 2],
      ['USER', 'bob', 'b', true, 6],
    ]);
  });

  test('APOP', () => {
    expect(attempts(C('APOP anna c4c9'), S('+OK'))).toEqual([['APOP', 'anna', undefined, true, 2]]);
    const { entries } = played([S('+OK ready <1.2@example.org>'), C('APOP anna c4c9')]);
    expect(entries[0]!.decoded).toEqual({ timestamp: '<1.2@example.org>' });
    expect(entries[1]).toMatchObject({ decoded: { username: 'anna' }, secrets: ['c4c9'] });
  });

  test('AUTH', () => {
    expect(attempts(C('AUTH PLAIN AGFubmEAZ2VoZWlt'), S('+OK'))).toEqual([['PLAIN', 'anna', 'geheim', true, 2]]);
    expect(attempts(C('AUTH plain'), S('+ '), C('*'), S('-ERR'))).toEqual([['PLAIN', undefined, undefined, false, 2]]);
    expect(attempts(C('AUTH'), S('+OK\nPLAIN\n.'))).toEqual([]);
    const { entries } = played([S('+OK ready'), C('AUTH LOGIN'), S('+ VXNlcm5hbWU6'), C('YW5uYQ=='), S('+ UGFzc3dvcmQ6'), C('Z2VoZWlt'), S('+OK')]);
    expect(entries.map(({ kind, answers }) => [kind, answers?.id])).toEqual([
      ['greeting', undefined], ['command', undefined], ['continuation', 2], ['auth', undefined], ['continuation', 4], ['auth', undefined], ['reply', 6],
    ]);
  });

  test('a password is a secret in each of its forms', () => {
    const { entries } = played([S('+OK ready'), C('PASS geheim'), S('-ERR'), C('AUTH PLAIN AGFubmEAZ2VoZWlt')]);
    expect(entries.map(({ secrets }) => secrets)).toEqual([undefined, ['geheim'], undefined, ['AGFubmEAZ2VoZWlt', 'geheim']]);
  });
});

describe('the beginning of a connection', () => {
  const kinds = (turns: readonly Turn[]) => playedFromStart(turns).entries.map(({ kind, note, answers }) => `${kind} ${note.key} ${answers?.id ?? '-'}`).slice(1);

  test('the greeting answers the set-up', () => {
    expect(kinds([S('+OK')])).toEqual(['greeting pop3.greeting 1']);
    expect(kinds([S('-ERR [SYS/TEMP] too many connections'), C('QUIT'), S('+OK')])).toEqual([
      'greeting pop3.greeting-refused 1', 'command pop3.command.quit-early -', 'reply pop3.reply.quit-early 3',
    ]);
  });

  test('the server is known by its name', () => {
    expect(playedFromStart([S('+OK mail.example.org ready')]).session.server.name).toBe('mail.example.org');
  });

  test('a client may begin before the greeting', () => {
    expect(kinds([C('USER anna'), S('+OK POP3 server ready'), S('+OK')])).toEqual(['command pop3.command.user -', 'greeting pop3.greeting 1', 'reply pop3.reply.user 2']);
  });

  // Seen in the wild: suricata-pop3-auth-01.pcap.
  test('the greeting may be missing, though the set-up is there', () => {
    expect(kinds([C('CAPA'), S('+OK Capability list follows\nUSER\n.'), C('STAT'), S('+OK 1 308661')])).toEqual([
      'command pop3.command.capa -', 'reply pop3.reply.capabilities 2', 'command pop3.command.stat -', 'reply pop3.reply.stat 4',
    ]);
  });

  test('a server that gives up speaks unasked', () => {
    expect(kinds([S('+OK ready'), S('*** notice\n*** sorry'), S('-ERR Autologout; idle for too long')])).toEqual([
      'greeting pop3.greeting 1', 'unknown unknown.line -', 'reply pop3.reply.unasked -',
    ]);
  });
});

describe('with any segment lost, QUIT gets its own reply', () => {
  const folder = new URL('transcripts/', import.meta.url);
  const all = readdirSync(folder).flatMap((file) => parseTranscripts(readFileSync(new URL(file, folder), 'utf8')));
  for (const { name, turns } of all) {
    const quit = turns.findLastIndex(({ octets }) => /^QUIT\r?\n$/i.test(octets));
    if (quit !== turns.length - 2) continue;
    test(name, () => {
      for (let at = 0; at < quit - 3; at++) {
        const { entries } = played(turns.with(at, missing(turns[at]!.from, Math.max(1, turns[at]!.octets.length))));
        const command = entries.findLast(({ verb }) => verb === 'QUIT');
        expect(entries.find(({ answers }) => answers !== undefined && answers === command)?.text, `without segment ${at + 1}`).toBe(turns.at(-1)!.octets.trimEnd());
      }
    });
  }
});

describe('the lines of a listing are taken apart', () => {
  const itemsOf = (command: string, reply: string) => played([S('+OK ready'), C(command), S(reply)]).entries.find(({ kind }) => kind === 'reply')?.items;

  test.each([
    ['LIST', '+OK\n1 120\n2 200 and more\nnonsense\n.', [{ number: 1, size: 120 }, { number: 2, size: 200 }]],
    ['LIST 2', '+OK 2 200', [{ number: 2, size: 200 }]],
    ['UIDL', '+OK\n1 abc\n3 x..y\n.', [{ number: 1, uid: 'abc' }, { number: 3, uid: 'x..y' }]],
    ['UIDL 3', '+OK 3 x', [{ number: 3, uid: 'x' }]],
    ['CAPA', '+OK\nTop\nSASL PLAIN  LOGIN \nEXPIRE 60\n.', [{ name: 'TOP' }, { name: 'SASL', value: 'PLAIN  LOGIN' }, { name: 'EXPIRE', value: '60' }]],
    ['AUTH', '+OK\nPLAIN\nCRAM-MD5\n.', [{ name: 'PLAIN' }, { name: 'CRAM-MD5' }]],
    ['LANG', '+OK\nde Deutsch\ni-default\n.', [{ name: 'de', value: 'Deutsch' }, { name: 'i-default' }]],
    ['XTND BBOARDS', '+OK\nmh-users 100\n.', [{ name: 'mh-users', value: '100' }]],
    ['XTND XLST Subject', '+OK\n1 Subject: hello\n2\n.', [{ number: 1, value: 'Subject: hello' }, { number: 2, value: '' }]],
    ['LIST', '+OK\n.', []],
    ['LIST', '-ERR no', undefined],
    ['LIST 2', '+OK yes', undefined],
    ['LANG de', '+OK de Deutsch', undefined],
    ['STAT', '+OK 1 2', undefined],
  ])('%s: %j', (command, reply, items) => {
    expect(itemsOf(command, reply)).toEqual(items);
  });

  test('those that the capture holds, where it does not hold all', () => {
    const { entries } = played([S('+OK ready'), C('LIST'), S('+OK'), S('1 120'), missing('server', 8), S('3 140'), S('.')]);
    expect(entries.find(({ kind }) => kind === 'reply')).toMatchObject({ items: [{ number: 1, size: 120 }, { number: 3, size: 140 }], note: { params: { mails: 2, octets: 260, whole: false } } });
  });
});
