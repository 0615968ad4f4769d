/** The number of mails that is told is the number there is, whatever comes in whatever order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/model/note.js';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { MailboxView } from '../../../src/protocols/imap/mailbox-view.js';
import { countOfSet } from '../../../src/protocols/imap/mail-set.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import { client, play, server } from '../../play.js';

type Change =
  | { readonly kind: 'arrive'; readonly count: number }
  | { readonly kind: 'expunge'; readonly at: number }
  | { readonly kind: 'vanish'; readonly from: number; readonly count: number }
  | { readonly kind: 'flag'; readonly at: number; readonly deleted: boolean };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('arrive' as const), count: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ kind: fc.constant('expunge' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('vanish' as const), from: fc.nat(20), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('flag' as const), at: fc.nat(20), deleted: fc.boolean() }),
);

/** A server: its mails, in order, and the line that each change makes it send. */
class Mailbox {
  readonly mails: { readonly uid: number; deleted: boolean }[] = [];
  #next = 1;

  tell(one: Change): string | undefined {
    const { mails } = this;
    if (one.kind === 'arrive') {
      for (let i = 0; i < one.count; i++) mails.push({ uid: this.#next++, deleted: false });
      return `* ${mails.length} EXISTS`;
    }
    if (mails.length === 0) return undefined;
    if (one.kind === 'vanish') {
      const gone = mails.splice(one.from % mails.length, one.count);
      return `* VANISHED ${gone.map(({ uid }) => uid).join(',')}`;
    }
    const at = one.at % mails.length;
    if (one.kind === 'expunge') mails.splice(at, 1);
    else mails[at]!.deleted = one.deleted;
    return one.kind === 'expunge' ? `* ${at + 1} EXPUNGE` : `* ${at + 1} FETCH (FLAGS (${one.deleted ? '\\Deleted \\Seen' : '\\Seen'}))`;
  }
}

function mailsToldBy({ key, params }: Note): number | undefined {
  if (key === 'imap.untagged.exists') return params.count;
  return key === 'imap.untagged.expunge' || key === 'imap.untagged.vanished' ? params.left : undefined;
}

describe('the opened mailbox', () => {
  it('holds as many mails as there are', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const mailbox = new Mailbox();
        const expected: (number | undefined)[] = [];
        const lines: string[] = [];
        for (const one of [{ kind: 'arrive' as const, count: 5 }, ...changes]) {
          const line = mailbox.tell(one);
          if (line === undefined) continue;
          lines.push(line);
          expected.push(one.kind === 'flag' ? undefined : mailbox.mails.length);
        }
        const turns = [server('* PREAUTH hi\r\n'), client('a1 SELECT INBOX\r\n'), ...lines.map((line) => server(`${line}\r\n`)), server('a1 OK [READ-WRITE] done\r\n'), client('a2 CLOSE\r\n'), server('a2 OK done\r\n')];
        const { entries } = play('imap', (conversation) => new ImapDissector(conversation, beginTls), turns);
        expect(entries.filter(({ kind }) => kind === 'untagged').map(({ note }) => mailsToldBy(note))).toEqual(expected);
        const closed = entries.at(-1)!.note;
        const told = closed.key === 'imap.reply.ok' ? closed.params.facts.deleted : NaN;
        // Once UIDs have vanished, nobody can tell whose flags they were.
        if (told !== undefined) expect(told).toBe(mailbox.mails.filter(({ deleted }) => deleted).length);
      }),
      { numRuns: 1000, seed: 7162 },
    );
  });

  it('tells what has been removed by CLOSE', () => {
    const turns = ['* PREAUTH hi', 'a1 SELECT INBOX', '* 4 EXISTS', '* 2 FETCH (FLAGS (\\Deleted))', '* 4 FETCH (FLAGS (\\DELETED))', '* 1 EXPUNGE', '* 3 FETCH (FLAGS ())', 'a1 OK done', 'a2 CLOSE', 'a2 OK done'];
    const { entries } = play('imap', (conversation) => new ImapDissector(conversation, beginTls), turns.map((line) => (/(?:SELECT INBOX|CLOSE)$/.test(line) ? client : server)(`${line}\r\n`)));
    expect(entries.at(-1)!.note).toMatchObject({ key: 'imap.reply.ok', params: { facts: { deleted: 1 } } });
  });

  it('gives up rather than guess', () => {
    const view = new MailboxView('INBOX', false);
    expect([view.expunge(1), view.vanish(1)]).toEqual([undefined, undefined]);
    view.mails = 3;
    expect(view.vanish(4)).toBeUndefined();
    for (let i = 1; i <= 201; i++) view.flagged(i, ['\\Deleted']);
    expect(view.deleted).toBeUndefined();
  });
});

describe('a set of UIDs', () => {
  it.each([['1', 1], ['5:1', 5], ['1,3:4,7', 4], ['1:*', undefined], ['1:9007199254740993', undefined]])('%s', (text, count) => {
    expect(countOfSet(text)).toBe(count);
  });
});
