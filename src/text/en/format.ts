/** How English writes numbers, durations and other people's words. */

/** 10240000 → 10,240,000 */
export function number(value: number): string {
  const digits = String(value);
  if (value < 1000) return digits;
  let text = digits.slice(-3);
  let at = digits.length - 3;
  for (; at > 3; at -= 3) text = `${digits.slice(at - 3, at)},${text}`;
  return `${digits.slice(0, at)},${text}`;
}

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Words up to twelve. */
export function numeral(value: number): string {
  return NUMERALS[value] ?? number(value);
}

/** `count(1, 'mail', 'mails')` → "one mail"; 3 → "three mails". */
export function count(value: number, one: string, many: string): string {
  return value === 1 ? `one ${one}` : `${numeral(value)} ${many}`;
}

export function octets(value: number): string {
  return value === 1 ? '1 octet' : `${number(value)} octets`;
}

/** Seconds as a person says them: 1.9 ms, 306 ms, 9.2 s, 3 min 20 s, 2 h 5 min, 3 days. */
export function duration(seconds: number): string {
  const ms = seconds * 1000;
  if (ms < 1) return `${number(Math.round(ms * 1000))} µs`;
  if (ms < 10) return `${trim(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (seconds < 59.95) return `${trim(seconds.toFixed(1))} s`;
  const minutes = Math.floor(Math.round(seconds) / 60);
  if (minutes >= 120) return longDuration(Math.round(seconds / 60));
  const rest = Math.round(seconds) % 60;
  return rest === 0 ? `${number(minutes)} min` : `${number(minutes)} min ${rest} s`;
}

const UNITS = [['day', 86_400], ['h', 3600], ['min', 60]] as const;

/** How far two clocks are apart, to the last digit that was measured: 1 day 3 min 5.25 s. */
export function offset(seconds: number): string {
  let rest = Math.round(seconds * 1e6) / 1e6;
  if (rest < 60) return duration(rest);
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const amount = Math.floor(rest / length);
    rest -= amount * length;
    if (amount > 0) parts.push(`${number(amount)} ${unit === 'day' && amount > 1 ? 'days' : unit}`);
  }
  const left = Math.round(rest * 1000) / 1000;
  return left === 0 ? parts.join(' ') : `${parts.join(' ')} ${left} s`;
}

/** From two hours on nobody asks for seconds. */
function longDuration(minutes: number): string {
  if (minutes >= 2 * 24 * 60) return `${number(Math.round(minutes / (24 * 60)))} days`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** Made for the first day that is told: it takes 4 ms, and most captures tell none. */
let calendar: Intl.DateTimeFormat | undefined;

/** Seconds since 1970 → 7 February 2026 */
export function day(seconds: number): string {
  calendar ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return calendar.format(seconds * 1000);
}

function trim(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

/** Somebody else's words, shortened where they run on; their own full stop would meet ours. */
export function quote(words: string): string {
  const text = shorten(words);
  return text.endsWith('.') && text.length > 1 && !text.endsWith('..') ? `"${text.slice(0, -1)}"` : `"${text}"`;
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

/** a, b and c */
export function list(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]!}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
