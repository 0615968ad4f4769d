/**
 * The values that fields have and expressions name. An address is the number that it is, a point in time or a duration
 * are nanoseconds: so that all can be compared by the same two signs, and none is rounded.
 */
import type { Arrival } from '../model/arrival.js';
import type { Entry } from '../model/entry.js';
import type { FilterType } from '../model/filter.js';
import type { Session } from '../model/session.js';

export type Value = string | number | bigint;

/** All values of a field in one entry; none where it does not apply. */
export type Reader = (entry: Entry, session: Session) => readonly Value[];

/** A field as its table says it. */
export interface FieldRow {
  readonly type: FilterType;
  /** The largest number that it can have. */
  readonly most?: number;
  readonly values: (entry: Entry, session: Session) => Value | readonly Value[] | undefined;
}

const NONE: readonly Value[] = [];

export function readerOf({ values }: FieldRow): Reader {
  return (entry, session) => {
    const found = values(entry, session);
    if (found === undefined) return NONE;
    return typeof found === 'object' ? found : [found];
  };
}

/** Types whose values are strings. */
const TEXTUAL: ReadonlySet<FilterType> = new Set(['text', 'word', 'octets', 'protocol']);

export function isTextual(type: FilterType): boolean {
  return TEXTUAL.has(type);
}

/** Whether values of both can be held against each other. */
export function areComparable(a: FilterType, b: FilterType): boolean {
  if (a === 'label' || b === 'label') return false;
  return kindOf(a) === kindOf(b);
}

function kindOf(type: FilterType): FilterType {
  if (isTextual(type)) return 'text';
  return type === 'boolean' ? 'number' : type;
}

/** Negative, zero or positive, as sorting has it. */
export function order(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** UTF-8, an octet a character: what slices cut and what lengths count. */
export function octetsOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

const SECOND = 1_000_000_000n;

/** Undefined where the packet carries no time. */
export function nanosecondsOf({ seconds, nanos }: Arrival): bigint | undefined {
  return Number.isNaN(seconds) ? undefined : BigInt(seconds) * SECOND + BigInt(Math.trunc(nanos));
}

export function nanosecondsBetween(a: Arrival, b: Arrival): bigint | undefined {
  const from = nanosecondsOf(a);
  const to = nanosecondsOf(b);
  return from === undefined || to === undefined ? undefined : to - from;
}
