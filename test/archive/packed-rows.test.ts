/** A row that was packed says what it said before, whatever it holds: odd letters, no time, nothing at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedRows } from '../../src/archive/packed-rows.js';
import type { SessionOutcome, SessionRow } from '../../src/model/archive.js';

const text = fc.string({ maxLength: 400, unit: 'grapheme' });
const maybe = fc.option(text, { nil: undefined });
const count = fc.nat({ max: 0xffffffff });
const octets = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const peer = fc.record({ address: text, port: fc.nat({ max: 0xffff }), name: text }, { requiredKeys: ['address', 'port'] });
const outcome = fc.oneof(
  fc.record({ key: fc.constant('refused'), params: fc.record({ code: fc.option(fc.nat({ max: 999 }), { nil: undefined }) }) }),
  fc.record({ key: fc.constant('partly-accepted'), params: fc.record({ mails: count, accepted: count, refused: count }) }),
  fc.record({ key: fc.constantFrom('talk', 'unanswered'), params: fc.constant({}) }),
) as fc.Arbitrary<SessionOutcome>;

const rows: fc.Arbitrary<SessionRow> = fc.record({
  id: count,
  protocol: fc.constantFrom('smtp', 'lmtp', 'pop3', 'imap'),
  start: fc.record({ seconds: fc.oneof(fc.integer(), fc.constant(Number.NaN)), fraction: octets, digits: fc.nat({ max: 20 }) }),
  duration: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
  client: peer,
  server: peer,
  user: maybe,
  from: maybe,
  to: fc.array(text, { maxLength: 3 }),
  recipients: count,
  subject: maybe,
  mailbox: maybe,
  mails: count,
  entries: count,
  packets: count,
  bytes: fc.record({ client: octets, server: octets }),
  encryption: fc.constantFrom('none', 'implicit', 'starttls'),
  decrypted: fc.boolean(),
  close: fc.constantFrom('fin', 'rst', 'open'),
  captures: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
  outcome,
  findings: fc.record({ info: count, notice: count, warning: count, critical: count }),
  ended: fc.constant(true),
});

const NAMES = ['id', 'protocol', 'start', 'duration', 'client', 'server', 'user', 'from', 'to', 'recipients', 'subject', 'mailbox', 'mails', 'entries', 'packets', 'bytes', 'encryption', 'decrypted', 'close', 'captures', 'outcome', 'findings', 'ended'] as const satisfies readonly (keyof SessionRow)[];

describe('packed rows', () => {
  it('say what they said before', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 20 }), (given) => {
        const packed = new PackedRows();
        const kept = given.map((row) => packed.keep(row));
        given.forEach((row, at) => expect(Object.fromEntries(NAMES.map((name) => [name, kept[at]![name]]))).toEqual({ ...row }));
      }),
    );
  });
});
