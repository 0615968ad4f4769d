/** How German writes numbers, durations and other people's words. */
import { createFormat } from '../format.js';

export { capital, shorten } from '../format.js';

export const { number, numeral, octets, duration, offset, day, quote, list } = createFormat({
  group: '.',
  point: ',',
  numerals: ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  octet: 'Oktett',
  octets: 'Oktette',
  day: 'Tag',
  days: 'Tage',
  daysApart: 'Tagen',
  and: 'und',
  quotes: ['„', '“'],
  tag: 'de-DE',
});

/** `count(1, 'eine Mail', 'Mails')` → "eine Mail"; 3 → "drei Mails". */
export function count(value: number, one: string, many: string): string {
  return value === 1 ? one : `${numeral(value)} ${many}`;
}

/** Dative: "mit 3 Oktetten". */
export function octetsDative(value: number): string {
  return value === 1 ? '1 Oktett' : `${number(value)} Oktetten`;
}
