/** Mails in parts: what is whole and what is not, and what of it was kept. */
import { describe, expect, it } from 'vitest';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { client, missing, play, server, type Played, type Turn } from '../../play.js';

const MAIL = `Subject: parts\r\n\r\n${'0123456789'.repeat(10)}`;

function talk(turns: readonly Turn[]): Played {
  return play('imap', (conversation) => new ImapDissector(conversation, () => undefined), [server('* PREAUTH ready\r\n'), ...turns]);
}

/** A command for `length` octets from `start` on, and its reply. */
function part(tag: string, start: number, length: number, number = 1, uid = 7): readonly Turn[] {
  const octets = MAIL.slice(start, start + length);
  return [
    client(`${tag} UID FETCH ${uid} BODY[]<${start}.${length}>\r\n`),
    server(`* ${number} FETCH (UID ${uid} BODY[]<${start}> {${octets.length}}\r\n${octets})\r\n${tag} OK done\r\n`),
  ];
}

function seen({ messages, contents }: Played): unknown {
  return messages.map(({ size, complete, missing: lost }, i) => ({ size, complete, lost, text: contents[i] }));
}

describe('a mail in parts', () => {
  it('is whole when they come in order', () => {
    expect(seen(talk([...part('a1', 0, 50), ...part('a2', 50, 50), ...part('a3', 100, 50)]))).toEqual([{ size: MAIL.length, complete: true, lost: 0, text: MAIL }]);
  });

  it('is not whole while the last part is as long as it was asked for', () => {
    expect(seen(talk([...part('a1', 0, 50), ...part('a2', 50, MAIL.length - 50)]))).toMatchObject([{ size: MAIL.length, complete: false }]);
  });

  it.each([
    ['out of order', [...part('a1', 50, 100), ...part('a2', 0, 50)], 2],
    ['with a hole', [...part('a1', 0, 40), ...part('a2', 50, 100)], 1],
    ['with a piece twice', [...part('a1', 0, 60), ...part('a2', 50, 100)], 1],
  ])('is not whole %s', (_name, turns, mails) => {
    const { messages } = talk(turns);
    expect(messages).toHaveLength(mails);
    expect(messages.every(({ complete }) => !complete)).toBe(true);
  });

  it('begins anew with its first octet', () => {
    expect(talk([...part('a1', 0, 50), ...part('a2', 0, 50), ...part('a3', 50, 100)]).messages.map(({ size, complete }) => [size, complete])).toEqual([
      [50, false],
      [MAIL.length, true],
    ]);
  });

  it('is told apart by UID, whatever its number has become', () => {
    const { messages } = talk([...part('a1', 0, 50, 2, 8), ...part('a2', 0, 50, 3, 9), server('* 2 EXPUNGE\r\n'), ...part('a3', 50, 100, 2, 9)]);
    expect(messages.map(({ size, complete }) => [size, complete]).sort()).toEqual([
      [MAIL.length, true],
      [50, false],
    ]);
  });

  it('is not whole where octets of a part are missing', () => {
    const { messages } = talk([
      client('a1 UID FETCH 7 BODY[]<0.100>\r\n'),
      server('* 1 FETCH (UID 7 BODY[]<0> {20}\r\nSubject: x'),
      missing('server', 10),
      server(')\r\na1 OK done\r\n'),
    ]);
    expect(messages).toMatchObject([{ size: 10, missing: 10, complete: false }]);
  });

  it('leaves no more than a few open, however many are begun', () => {
    const { messages } = talk(Array.from({ length: 500 }, (_, i) => part(`a${i}`, 0, 20, i + 1, i + 1)).flat());
    expect(messages).toHaveLength(500);
  });
});

describe('CATENATE', () => {
  const append = (pieces: string): Played => talk([client(`a1 APPEND Sent CATENATE (${pieces})\r\n`), server('a1 OK done\r\n')]);

  it('is a whole mail of texts alone', () => {
    expect(seen(append('TEXT {14+}\r\nSubject: x\r\n\r\n TEXT {3+}\r\nabc'))).toEqual([{ size: 17, complete: true, lost: 0, text: 'Subject: x\r\n\r\nabc' }]);
  });

  it.each(['TEXT {14+}\r\nSubject: x\r\n\r\n URL "/INBOX"', 'URL "/INBOX" TEXT {14+}\r\nSubject: x\r\n\r\n'])('is no whole mail with a URL: %j', (pieces) => {
    expect(append(pieces).messages).toMatchObject([{ size: 14, complete: false, direction: 'appended', outcome: { accepted: true } }]);
  });

  it('is no mail on the wire with URLs alone', () => {
    expect(append('URL "/INBOX" URL {4+}\r\n/Tmp').messages).toEqual([]);
  });
});
