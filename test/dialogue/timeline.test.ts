import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntry, type EntryDraft } from '../../src/dialogue/entry-draft.js';
import { limits } from '../../src/dialogue/limits.js';
import { Timeline } from '../../src/dialogue/timeline.js';
import type { Arrival } from '../../src/model/arrival.js';
import type { Entry, EntryKind } from '../../src/model/entry.js';

function arrival(order: number, seconds = order, nanos = 0): Arrival {
  return { seconds, fraction: nanos, digits: 9, nanos, frame: order, earlierFrames: undefined, capture: 0, order };
}

function entryAt(last: Arrival, offset = 0, kind: EntryKind = 'command'): EntryDraft {
  const extent = { offset, bytes: 1, frames: [last.frame], frameCount: 1, first: last, last };
  const place = { phase: 'transaction', step: 'unclear' } as const;
  return createEntry(kind, 'client', extent, place, undefined, { key: 'sasl.cancel', params: {} });
}

function collect(): { readonly told: Entry[]; readonly timeline: Timeline } {
  const told: Entry[] = [];
  return { told, timeline: new Timeline((entry) => told.push(entry)) };
}

describe('the timeline', () => {
  it('numbers entries from 1 in the order of their last octet', () => {
    const { told, timeline } = collect();
    const [a, b, c] = [entryAt(arrival(3)), entryAt(arrival(1)), entryAt(arrival(2))];
    for (const entry of [a, b, c]) timeline.add(entry);
    timeline.settle(undefined);
    expect(told).toEqual([b, c, a]);
    expect(told.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('orders by time, then by frame, then by place in the stream', () => {
    const { told, timeline } = collect();
    const later = entryAt(arrival(1, 5, 2));
    const second = entryAt(arrival(3, 5, 1), 0);
    const third = entryAt(arrival(3, 5, 1), 10);
    const first = entryAt(arrival(2, 5, 1), 99);
    for (const entry of [third, later, second, first]) timeline.add(entry);
    timeline.end();
    expect(told).toEqual([first, second, third, later]);
  });

  it('orders packets without a time as they were read', () => {
    const { told, timeline } = collect();
    const entries = [2, 1, 3].map((order) => entryAt(arrival(order, NaN, NaN)));
    for (const entry of entries) timeline.add(entry);
    timeline.end();
    expect(told.map(({ extent }) => extent.last.order)).toEqual([1, 2, 3]);
  });

  it('keeps back what something undecided could still come before', () => {
    const { told, timeline } = collect();
    timeline.add(entryAt(arrival(1)));
    timeline.add(entryAt(arrival(5)));
    timeline.settle(arrival(3));
    expect(told).toHaveLength(1);
    timeline.add(entryAt(arrival(3)));
    timeline.settle(undefined);
    expect(told.map(({ extent }) => extent.last.order)).toEqual([1, 3, 5]);
  });

  it.each(['gap', 'tcp', 'tls'] as const)('keeps back a %s behind what its packet began', (kind) => {
    const { told, timeline } = collect();
    const behind = entryAt(arrival(1), 10, kind);
    timeline.add(behind);
    timeline.settle(arrival(1));
    expect(told).toEqual([]);
    const mail = entryAt(arrival(1), 5, 'message');
    timeline.add(mail);
    timeline.settle(undefined);
    expect(told).toEqual([mail, behind]);
  });

  it('keeps an early reply, and all behind it, until what it answers has its number', () => {
    const { told, timeline } = collect();
    const mail = entryAt(arrival(4));
    const reply = entryAt(arrival(2));
    reply.answers = mail;
    for (const entry of [entryAt(arrival(1)), reply, entryAt(arrival(3))]) timeline.add(entry);
    timeline.settle(undefined);
    expect(told).toHaveLength(1);
    timeline.add(mail);
    timeline.settle(undefined);
    expect(told.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(told[1]!.answers!.id).toBe(4);
  });

  it('numbers before it tells, so that an early reply names a number', () => {
    const numbers: (number | undefined)[] = [];
    const timeline = new Timeline(({ answers }) => numbers.push(answers?.id));
    const mail = entryAt(arrival(2));
    const reply = entryAt(arrival(1));
    reply.answers = mail;
    timeline.add(reply);
    timeline.add(mail);
    timeline.settle(undefined);
    expect(numbers).toEqual([2, undefined]);
  });

  it('lets an early reply go in the end, although what it answers never came', () => {
    const { told, timeline } = collect();
    const reply = entryAt(arrival(1));
    reply.answers = entryAt(arrival(9));
    timeline.add(reply);
    timeline.settle(undefined);
    expect(told).toEqual([]);
    timeline.end();
    expect(told).toEqual([reply]);
    expect(reply.answers).toBeUndefined();
  });

  it('waits for a bounded number', () => {
    const { told, timeline } = collect();
    for (let order = 2; order < limits.undecided + 12; order++) timeline.add(entryAt(arrival(order)));
    timeline.settle(arrival(1));
    expect(told).toHaveLength(10);
  });

  it('loses nothing, and tells everything once', () => {
    const step = fc.record({ order: fc.nat(50), answers: fc.option(fc.nat(20), { nil: undefined }), settle: fc.option(fc.nat(50)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { told, timeline } = collect();
        const entries: EntryDraft[] = steps.map(({ order }, index) => entryAt(arrival(order), index));
        steps.forEach(({ answers }, index) => (entries[index]!.answers = answers === undefined ? undefined : entries[answers]));
        steps.forEach(({ settle }, index) => {
          timeline.add(entries[index]!);
          if (settle !== null) timeline.settle(arrival(settle));
        });
        timeline.end();
        expect(new Set(told)).toEqual(new Set(entries));
        expect(told.map(({ id }) => id)).toEqual(entries.map((_, index) => index + 1));
      }),
    );
  });
});
