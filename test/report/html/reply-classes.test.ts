/** Replies by what they mean for the client. */
import { expect, it } from 'vitest';
import { replyClasses } from '../../../src/report/html/reply-classes.js';

it('codes by their first digit, statuses by their meaning', () => {
  const classes = replyClasses([
    { protocol: 'smtp', code: 250, count: 4 },
    { protocol: 'smtp', code: 354, count: 1 },
    { protocol: 'smtp', code: 451, count: 2 },
    { protocol: 'smtp', code: 550, count: 3 },
    { protocol: 'pop3', status: 'ERR', count: 1 },
    { protocol: 'imap', count: 5 },
  ]);
  expect(classes).toEqual([
    {
      protocol: 'smtp',
      total: 10,
      kinds: [
        { kind: 'done', count: 4, codes: [{ name: '250', count: 4 }] },
        { kind: 'more', count: 1, codes: [{ name: '354', count: 1 }] },
        { kind: 'later', count: 2, codes: [{ name: '451', count: 2 }] },
        { kind: 'refused', count: 3, codes: [{ name: '550', count: 3 }] },
      ],
    },
    { protocol: 'pop3', total: 1, kinds: [{ kind: 'refused', count: 1, codes: [{ name: '-ERR', count: 1 }] }] },
    { protocol: 'imap', total: 5, kinds: [{ kind: 'more', count: 5, codes: [{ name: '+', count: 5 }] }] },
  ]);
});
