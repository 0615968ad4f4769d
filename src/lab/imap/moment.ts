/** Dates as IMAP writes them (RFC 3501 §9): `date-time` of INTERNALDATE and APPEND, `date` of SEARCH. */
import { BadSyntax } from './syntax.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = /^ ?(\d{1,2})-([A-Za-z]{3})-(\d{4})$/;
const DATE_TIME = /^( ?\d{1,2}-[A-Za-z]{3}-\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** `"17-Jul-2026 02:44:25 +0000"` */
export function internalDate(date: Date): string {
  const day = `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
  return `"${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000"`;
}

/** Midnight in UTC, in milliseconds. */
export function parseDay(text: string): number {
  const match = DATE.exec(text);
  const month = MONTHS.findIndex((name) => name.toLowerCase() === match?.[2]?.toLowerCase());
  if (match === null || month === -1) throw new BadSyntax('a date looks like 1-Feb-2026');
  return Date.UTC(Number(match[3]), month, Number(match[1]));
}

export function parseDateTime(text: string): Date {
  const match = DATE_TIME.exec(text);
  if (match === null) throw new BadSyntax('a date with its time looks like "01-Feb-2026 12:00:00 +0100"');
  const [, day = '', hours, minutes, seconds, sign, zoneHours, zoneMinutes] = match;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  return new Date(parseDay(day) + ((Number(hours) * 60 + Number(minutes) - zone) * 60 + Number(seconds)) * 1000);
}
