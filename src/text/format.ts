/** Numbers, durations and other people's words, as a language writes them. What differs is a row of the language's own. */

/** How one language writes them. */
export interface Notation {
  /** Between groups of three digits. */
  readonly group: string;
  /** In front of the digits behind the point. */
  readonly point: string;
  /** From none to twelve. */
  readonly numerals: readonly string[];
  readonly octet: string;
  readonly octets: string;
  readonly day: string;
  readonly days: string;
  /** Days between two moments: the German ones are in the dative there. */
  readonly daysApart: string;
  /** Before the last of several. */
  readonly and: string;
  readonly quotes: readonly [opening: string, closing: string];
  /** BCP 47, for the names of months. */
  readonly tag: string;
}

export interface Format {
  /** 10240000 → 10,240,000 */
  number(value: number): string;
  /** Words up to twelve. */
  numeral(value: number): string;
  octets(value: number): string;
  /** Seconds as a person says them: 1.9 ms, 306 ms, 9.2 s, 3 min 20 s, 2 h 5 min, 3 days. */
  duration(seconds: number): string;
  /** How far two clocks are apart, to the last digit that was measured: 1 day 3 min 5.25 s. */
  offset(seconds: number): string;
  /** Seconds since 1970 → 7 February 2026 */
  day(seconds: number): string;
  /** Somebody else's words, shortened where they run on; their own full stop would meet ours. */
  quote(words: string): string;
  /** a, b and c */
  list(items: readonly string[], word?: string): string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function createFormat(notation: Notation): Format {
  const { group, point, numerals, quotes, tag } = notation;

  const number = (value: number): string => {
    const digits = String(value);
    if (value < 1000) return digits;
    let text = digits.slice(-3);
    let at = digits.length - 3;
    for (; at > 3; at -= 3) text = `${digits.slice(at - 3, at)}${group}${text}`;
    return `${digits.slice(0, at)}${group}${text}`;
  };

  const tenths = (value: number): string => {
    const text = value.toFixed(1);
    return text.endsWith('.0') ? text.slice(0, -2) : text.replace('.', point);
  };

  /** From two hours on nobody asks for seconds. */
  const longDuration = (minutes: number): string => {
    if (minutes >= (2 * DAY) / MINUTE) return `${number(Math.round((minutes * MINUTE) / DAY))} ${notation.days}`;
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
  };

  const duration = (seconds: number): string => {
    const ms = seconds * 1000;
    if (ms < 1) return `${number(Math.round(ms * 1000))} µs`;
    if (ms < 10) return `${tenths(ms)} ms`;
    if (ms < 999.5) return `${Math.round(ms)} ms`;
    if (seconds < 59.95) return `${tenths(seconds)} s`;
    const minutes = Math.floor(Math.round(seconds) / MINUTE);
    if (minutes >= 120) return longDuration(Math.round(seconds / MINUTE));
    const rest = Math.round(seconds) % MINUTE;
    return rest === 0 ? `${number(minutes)} min` : `${number(minutes)} min ${rest} s`;
  };

  const offset = (seconds: number): string => {
    const whole = Math.round(seconds * 1e6) / 1e6;
    if (whole < MINUTE) return duration(whole);
    const days = Math.floor(whole / DAY);
    const hours = Math.floor((whole % DAY) / HOUR);
    const minutes = Math.floor((whole % HOUR) / MINUTE);
    const left = Math.round((whole % MINUTE) * 1000) / 1000;
    const parts = [
      days === 0 ? '' : `${number(days)} ${days === 1 ? notation.day : notation.daysApart}`,
      hours === 0 ? '' : `${hours} h`,
      minutes === 0 ? '' : `${minutes} min`,
      left === 0 ? '' : `${String(left).replace('.', point)} s`,
    ];
    return parts.filter((part) => part !== '').join(' ');
  };

  /** Made for the first day that is told: it takes 4 ms, and most captures tell none. */
  let calendar: Intl.DateTimeFormat | undefined;

  return {
    number,
    numeral: (value) => numerals[value] ?? number(value),
    octets: (value) => (value === 1 ? `1 ${notation.octet}` : `${number(value)} ${notation.octets}`),
    duration,
    offset,
    day(seconds) {
      calendar ??= new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
      return calendar.format(seconds * 1000);
    },
    quote(words) {
      const text = shorten(words);
      const said = text.endsWith('.') && text.length > 1 && !text.endsWith('..') ? text.slice(0, -1) : text;
      return `${quotes[0]}${said}${quotes[1]}`;
    },
    list(items, word = notation.and) {
      if (items.length < 2) return items[0] ?? '';
      return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]!}`;
    },
  };
}

/** The longest piece of foreign text that a sentence carries, in UTF-16 units. */
const LONGEST = 160;

export function shorten(words: string): string {
  const text = words.trim();
  if (text.length <= LONGEST) return text;
  // Not between the halves of a surrogate pair.
  const last = text.charCodeAt(LONGEST - 1);
  return `${text.slice(0, last >= 0xd800 && last < 0xdc00 ? LONGEST - 1 : LONGEST).trimEnd()}…`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
