/** Points in time and durations as somebody types them, in nanoseconds. The forms are those of Wireshark 4. */

/** Which clock a time without a zone belongs to. */
export type Zone = 'utc' | 'local';

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/;
const NAMED = /^([A-Z][a-z]{2})\s+(\d{1,2}),\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(UTC)?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DURATION = /^(-?)(\d{1,12})(?:\.(\d{1,9})\d*)?$/;
const DIGITS = 9;
const SECOND = 1_000_000_000n;

/** `2026-11-21 14:13:22.5`, `2026-11-21T14:13:22Z`, `Nov 21, 2026 14:13:22`; undefined where it is none. */
export function parseMoment(text: string, zone: Zone): bigint | undefined {
  const iso = ISO.exec(text.trim());
  if (iso !== null) {
    const [, year, month, day, ...clock] = iso;
    return momentOf([Number(year), Number(month) - 1, Number(day)], clock, zone);
  }
  const named = NAMED.exec(text.trim());
  if (named === null) return undefined;
  const [, month = '', day, year, ...clock] = named;
  return momentOf([Number(year), MONTHS.indexOf(month), Number(day)], clock, zone);
}

type Day = readonly [year: number, month: number, day: number];

/** `clock`: hours, minutes, seconds, their fraction and the zone, as far as they were given. */
function momentOf([year, month, day]: Day, clock: readonly (string | undefined)[], zone: Zone): bigint | undefined {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '', offset] = clock;
  const isLocal = offset === undefined && zone === 'local';
  const numbers = [year, month, day, Number(hours), Number(minutes), Number(seconds)] as const;
  const date = isLocal ? new Date(...numbers) : new Date(Date.UTC(...numbers));
  const same = isLocal ? date.getMonth() === month && date.getDate() === day : date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!same || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const whole = Math.round(date.getTime() / 1000) - secondsEast(offset);
  return BigInt(whole) * SECOND + BigInt(fraction.padEnd(DIGITS, '0'));
}

function secondsEast(offset: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(offset ?? '');
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/** Seconds with a fraction; undefined where it is no number. */
export function parseDuration(text: string): bigint | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [, sign, seconds = '0', fraction = ''] = match;
  const nanoseconds = BigInt(seconds) * SECOND + BigInt(fraction.padEnd(DIGITS, '0'));
  return sign === '-' ? -nanoseconds : nanoseconds;
}
