/** How German writes numbers, durations and other people's words. */

/** 10240000 → 10.240.000 */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** `count(1, 'eine Mail', 'Mails')` → "eine Mail"; 3 → "3 Mails". */
export function count(value: number, one: string, many: string): string {
  return value === 1 ? one : `${number(value)} ${many}`;
}

export function octets(value: number): string {
  return value === 1 ? '1 Oktett' : `${number(value)} Oktette`;
}

/** Dative: "mit 3 Oktetten". */
export function octetsDative(value: number): string {
  return value === 1 ? '1 Oktett' : `${number(value)} Oktetten`;
}

/** Seconds as a person says them: 1,9 ms, 306 ms, 9,2 s, 3 min 20 s. */
export function duration(seconds: number): string {
  const ms = seconds * 1000;
  if (ms < 0.1) return `${number(Math.round(ms * 1000))} µs`;
  if (ms < 10) return `${comma(ms.toFixed(1))} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (seconds < 60) return `${comma(seconds.toFixed(1))} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  return rest === 0 ? `${number(minutes)} min` : `${number(minutes)} min ${rest} s`;
}

function comma(text: string): string {
  return text.replace(/\.0$/, '').replace('.', ',');
}

/** Somebody else's words, shortened where they run on. */
export function quote(words: string): string {
  return `„${shorten(words)}“`;
}

/** The longest piece of foreign text that a sentence carries, in UTF-16 units. */
const LONGEST = 160;

export function shorten(words: string): string {
  const text = words.trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}

/** a, b und c */
export function list(items: readonly string[], word = 'und'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]!}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
