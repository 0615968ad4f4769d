/** Tables of mails: their sizes, how they are encoded, and what became of them and of their recipients. */
import type { Statistics } from '../../model/statistics.js';
import type { Language } from '../../text/index.js';
import { table, type Cells, type TableOfWords } from './table.js';

export function mailTables(statistics: Statistics, language: Language): readonly TableOfWords[] {
  const { statistics: words, labels, number } = language;
  const { encodings, outcomes, recipients } = statistics;
  const fates = (Object.keys(recipients) as (keyof typeof recipients)[]).filter((fate) => recipients[fate] > 0);
  return [
    ...sizes(statistics, language),
    ...table(words, 'encodings', ['parts', 'as-sent', 'decoded', 'more'], encodings.map(({ encoding, parts, encodedSize, size }) => ({
      cells: [encoding === 'other' ? words.others : encoding, number(parts), number(encodedSize), number(size), growth(encodedSize, size)],
      value: encodedSize,
    }))),
    ...table(words, 'outcomes', ['mails'], outcomes.map(({ direction, outcome, messages }) => ({
      cells: [`${labels.messageDirections[direction]}: ${words.outcomes[outcome]}`, number(messages)],
      value: messages,
    }))),
    ...table(words, 'recipients', ['count'], fates.map((fate) => ({ cells: [words.recipients[fate], number(recipients[fate])], value: recipients[fate] }))),
  ];
}

function growth(encodedSize: number, size: number): string {
  if (size === 0) return '';
  return `${Math.round((encodedSize / size - 1) * 100)} %`;
}

/** From the smallest class that has a mail to the largest. */
function sizes({ sizes: values, sizeBounds, sizeHistogram }: Statistics, { statistics: words, number }: Language): readonly TableOfWords[] {
  if (values === undefined) return [];
  const first = sizeHistogram.findIndex((count) => count > 0);
  const last = sizeHistogram.findLastIndex((count) => count > 0);
  const rows = sizeHistogram.slice(first, last + 1).map((count, at): Cells => {
    const bound = sizeBounds[first + at];
    return { cells: [bound === undefined ? words.moreThan(sizeBounds.at(-1)!) : words.atMost(bound), number(count)], value: count };
  });
  return table(words, 'sizes', ['mails'], [
    ...rows,
    { cells: [`${words.columns.smallest} / ${words.columns.median} / ${words.columns.largest}`, [values.min, values.p50, values.max].map(number).join(' / ')] },
  ]);
}
