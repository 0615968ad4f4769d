/** Dates of IMAP as German writes them. */
import { shorten } from './format.js';

const MONTHS: Readonly<Record<string, string>> = {
  jan: 'Januar', feb: 'Februar', mar: 'März', apr: 'April', may: 'Mai', jun: 'Juni', jul: 'Juli', aug: 'August', sep: 'September', oct: 'Oktober', nov: 'November', dec: 'Dezember',
};

/** 1-Jan-2026 → 1. Januar 2026 */
export function day(value: string): string {
  const [, of, short = '', year] = /^\s?(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(value) ?? [];
  const month = MONTHS[short.toLowerCase()];
  return month === undefined ? shorten(value) : `${Number(of)}. ${month} ${year}`;
}

/** " 7-Feb-2026 10:00:00 +0100" → 7. Februar 2026, 10:00:00 Uhr (+0100) */
export function moment(value: string): string {
  const [, date = '', time, zone] = /^(\s?\d{1,2}-[A-Za-z]{3}-\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})$/.exec(value) ?? [];
  return time === undefined ? shorten(value) : `${day(date)}, ${time} Uhr (${zone})`;
}
