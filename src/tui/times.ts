/** Times of sessions and lines, as the clock that was chosen shows them. */
import { secondsBetween } from '../bytes/time.js';
import type { SessionRow } from '../model/archive.js';
import type { CaptureTime } from '../model/packet.js';
import { clock, type Zone } from '../report/text/session-head.js';
import type { Clock } from '../text/index.js';
import type { LineFacts } from './conversation.js';

/** Where the time of day begins and the seconds end in `2026-11-21 14:13:22.322165 UTC`. */
const DAY_END = 10;
const TIME_START = 11;
const SECONDS_END = 19;
const MICROSECONDS_END = 26;
const DAY_START = 5;

/** `14:13:22`, or `11-21 14:13:22` where sessions are of several days. */
export function startOf(row: SessionRow, before: SessionRow | undefined, first: SessionRow | undefined, chosen: { readonly clock: Clock; readonly zone: Zone; readonly withDay: boolean }): string {
  if (chosen.clock === 'absolute') {
    const text = clock(row.start, chosen.zone) ?? '';
    return text.slice(chosen.withDay ? DAY_START : TIME_START, SECONDS_END);
  }
  const from = chosen.clock === 'relative' ? first : before;
  return from === undefined ? '' : difference(from.start, row.start).toFixed(3);
}

/** Whether two sessions began on different days. */
export function isOtherDay(a: SessionRow, b: SessionRow, zone: Zone): boolean {
  return clock(a.start, zone)?.slice(0, DAY_END) !== clock(b.start, zone)?.slice(0, DAY_END);
}

function difference(a: CaptureTime, b: CaptureTime): number {
  return b.seconds - a.seconds + (b.fraction / 10 ** b.digits - a.fraction / 10 ** a.digits);
}

/** Of a line: the time of its last octet. Empty where the capture has none. */
export function lineTime({ entry, before }: LineFacts, first: LineFacts['entry']['extent']['last'], chosen: { readonly clock: Clock; readonly zone: Zone }): string {
  const { last } = entry.extent;
  if (chosen.clock === 'absolute') return clock(last, chosen.zone)?.slice(TIME_START, MICROSECONDS_END).trimEnd() ?? '';
  const from = chosen.clock === 'relative' ? first : before?.extent.last;
  const seconds = from === undefined ? undefined : secondsBetween(from, last);
  return seconds === undefined ? '' : seconds.toFixed(6);
}

/** Seconds since the line before; undefined where there is none, or where both came in one packet. */
export function sinceBefore({ entry, before }: LineFacts): number | undefined {
  const seconds = before === undefined ? undefined : secondsBetween(before.extent.last, entry.extent.last);
  return seconds === 0 ? undefined : seconds;
}
