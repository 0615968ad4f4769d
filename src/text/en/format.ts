/** How English writes numbers, durations and other people's words. */
import { createFormat } from '../format.js';

export { capital, shorten } from '../format.js';

export const { number, numeral, octets, duration, offset, day, quote, list } = createFormat({
  group: ',',
  point: '.',
  numerals: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  octet: 'octet',
  octets: 'octets',
  day: 'day',
  days: 'days',
  daysApart: 'days',
  and: 'and',
  quotes: ['"', '"'],
  tag: 'en-GB',
});

/** `count(1, 'mail', 'mails')` → "one mail"; 3 → "three mails". */
export function count(value: number, one: string, many: string): string {
  return value === 1 ? `one ${one}` : `${numeral(value)} ${many}`;
}
