/** Times as reports have them, which are RFC 3339 in UTC, as points between which can be subtracted. */

/** Seconds from one to the other, exact to the nanosecond; undefined where one is missing. */
export function secondsFrom(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const seconds = wholeOf(to) - wholeOf(from);
  return (seconds * 1e9 + nanosOf(to) - nanosOf(from)) / 1e9;
}

const UP_TO_SECONDS = 19;
const NANO_DIGITS = 9;

function wholeOf(time: string): number {
  return Date.parse(`${time.slice(0, UP_TO_SECONDS)}Z`) / 1000;
}

function nanosOf(time: string): number {
  const digits = time.slice(UP_TO_SECONDS + 1, -1).slice(0, NANO_DIGITS);
  return Number(digits.padEnd(NANO_DIGITS, '0'));
}
