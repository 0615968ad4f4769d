/** The list works itself out in pieces and comes to what sorting at once would give; what comes meanwhile is not left out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionRow } from '../../src/model/archive.js';
import { Listing } from '../../src/tui/listing.js';
import { PIECE, sortInPieces } from '../../src/tui/sorting.js';

const NO_FINDINGS = { info: 0, notice: 0, warning: 0, critical: 0 };

function rowsOf(users: readonly string[]): readonly SessionRow[] {
  return users.map((user, at) => ({ id: at + 1, user, mails: 1, bytes: { client: 2, server: 3 }, findings: NO_FINDINGS }) as unknown as SessionRow);
}

/** A clock that goes on with each look at it: every piece is a stretch of its own. */
function workThrough(listing: Listing): number {
  let stretches = 0;
  for (; listing.isWorking; stretches++) listing.work(0, () => stretches);
  return stretches;
}

const idsOf = (listing: Listing): readonly (number | undefined)[] => Array.from({ length: listing.length }, (_, at) => listing.id(at));

describe('the list', () => {
  it('sorts in pieces as the language does at once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 5 * PIECE }), (items) => {
        const work = sortInPieces(items, (a, b) => a - b);
        let step = work.next();
        while (step.done !== true) step = work.next();
        expect(step.value).toEqual([...items].sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });

  it('is arranged by a text in many stretches, equal ones by number', () => {
    const users = Array.from({ length: 20_000 }, (_, at) => `Anna${(at * 7919) % 1000}`);
    const rows = rowsOf(users);
    const listing = new Listing();
    listing.update(rows, true, 0);
    workThrough(listing);
    listing.arrange(rows, { column: 'user', descending: true }, { kind: 'all' });
    expect(listing.id(0)).toBe(1);
    expect(workThrough(listing)).toBeGreaterThan(20_000 / PIECE);
    const expected = rows.map(({ id }) => id).sort((a, b) => (users[a - 1]! < users[b - 1]! ? 1 : users[a - 1]! > users[b - 1]! ? -1 : a - b));
    expect(idsOf(listing)).toEqual(expected);
    expect(listing.totals).toEqual({ mails: 20_000, octets: 100_000 });
  });

  it('compares the numbers in addresses, and those of captures, as numbers', () => {
    const clients = ['192.0.2.100', '192.0.2.9', 'mx10.example.org', 'mx9.example.org', '192.0.2.25'];
    const rows = clients.map((address, at) => ({ ...rowsOf([''])[0]!, id: at + 1, client: { address, port: 25 }, captures: [[9], [10, 11], [1], [100], [2]][at]! }));
    const listing = new Listing();
    listing.update(rows, true, 0);
    workThrough(listing);
    listing.arrange(rows, { column: 'client', descending: false }, { kind: 'all' });
    workThrough(listing);
    expect(idsOf(listing)).toEqual([2, 5, 1, 4, 3]);
    listing.arrange(rows, { column: 'captures', descending: false }, { kind: 'all' });
    workThrough(listing);
    expect(idsOf(listing)).toEqual([3, 5, 1, 2, 4]);
  });

  it('takes in what came while it was arranged', () => {
    const listing = new Listing();
    const first = rowsOf(['anna', 'bob']);
    const all = rowsOf(['anna', 'bob', 'anna']);
    const isAnna = { kind: 'kept', keeps: ({ user }: SessionRow) => user === 'anna' } as const;
    listing.update(first, false, 0);
    listing.arrange(first, { column: 'number', descending: false }, isAnna);
    listing.work(0, () => 0);
    listing.update(all, true, 1);
    workThrough(listing);
    expect(idsOf(listing)).toEqual([1, 3]);
    expect(listing.indexOf(3, 0)).toBe(1);
    expect(listing.indexOf(2, 0)).toBe(-1);
  });
});
