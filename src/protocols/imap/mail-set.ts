/** Reads message sets: `1`, `2:4,7`, `5:*`, `$` (RFC 9051 §9 sequence-set, RFC 5182). */
import type { MailNumber, MailRange, MailSet } from '../../model/notes/imap.js';

/** Ranges that a sentence can still name. */
const MOST_RANGES = 8;

const SET = /^(?:\*|\d{1,20})(?::(?:\*|\d{1,20}))?(?:,(?:\*|\d{1,20})(?::(?:\*|\d{1,20}))?)*$/;

/** Undefined where the text is no set. */
export function parseMailSet(text: string, uid: boolean): MailSet | undefined {
  if (text === '$') return { uid, ranges: [], more: 0, saved: true };
  if (!SET.test(text)) return undefined;
  const parts = text.split(',', MOST_RANGES + 1);
  const total = parts.length > MOST_RANGES ? countOf(text, ',') + 1 : parts.length;
  const ranges = parts.slice(0, MOST_RANGES).map(parseRange);
  return { uid, ranges, more: total - ranges.length, saved: false };
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
  return count;
}

function parseRange(text: string): MailRange {
  const [first = '', second = first] = text.split(':');
  const from = parseNumber(first);
  const to = parseNumber(second);
  // The order of the two ends does not matter (RFC 9051 §9 seq-range).
  return from === '*' || (to !== '*' && to < from) ? { from: to, to: from } : { from, to };
}

function parseNumber(text: string): MailNumber {
  return text === '*' ? '*' : Number(text);
}

/** How many numbers a set of UIDs names; undefined where it is open or holds more than can be counted. */
export function countOfSet(text: string): number | undefined {
  let count = 0;
  for (const part of text.split(',')) {
    const { from, to } = parseRange(part);
    if (from === '*' || to === '*') return undefined;
    count += to - from + 1;
  }
  return Number.isSafeInteger(count) ? count : undefined;
}
