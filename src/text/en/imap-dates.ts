/** Dates of IMAP as English writes them. */
import { shorten } from './format.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 1-Jan-2026 → 1 January 2026 */
export function day(value: string): string {
  const [, of, short = '', year] = /^\s?(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(value) ?? [];
  const month = MONTHS.find((name) => name.slice(0, 3).toLowerCase() === short.toLowerCase());
  return month === undefined ? shorten(value) : `${Number(of)} ${month} ${year}`;
}

/** " 7-Feb-2026 10:00:00 +0100" → 7 February 2026 at 10:00:00 (+0100) */
export function moment(value: string): string {
  const [, date = '', time, zone] = /^(\s?\d{1,2}-[A-Za-z]{3}-\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})$/.exec(value) ?? [];
  return time === undefined ? shorten(value) : `${day(date)} at ${time} (${zone})`;
}
