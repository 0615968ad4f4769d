/** Tables of times: how long replies, servers and round trips take, the longest waits, and when sessions began. */
import type { Distribution, Statistics } from '../../model/statistics.js';
import type { Language } from '../../text/index.js';
import { firstOf, peerName, table, type Cells, type TableOfWords } from './table.js';

export function timeTables(statistics: Statistics, language: Language): readonly TableOfWords[] {
  const { statistics: words, duration, number } = language;
  const { servers, slowest } = statistics;
  const median = (times: Distribution | undefined): string => (times === undefined ? '' : `${mark(times)}${duration(times.p50)}`);
  return [
    ...table(words, 'times', ['count', 'smallest', 50, 90, 99, 'largest'], (['latency', 'serverTime', 'roundTrip', 'durations'] as const).flatMap((name) => {
      const times = statistics[name];
      return times === undefined ? [] : [spread(words.times[name], times, number, duration)];
    })),
    ...table(words, 'server-times', ['replies', 'latency', 'server-time', 'round-trip'], firstOf(words, servers.rows.filter(({ latency }) => latency !== undefined), (row) => ({
      cells: [peerName(row), number(row.latency?.count ?? 0), median(row.latency), median(row.serverTime), median(row.roundTrip)],
    }))),
    ...table(words, 'slowest', ['latency'], slowest.map(({ session, entry, latency }) => ({ cells: [words.place(session, entry), duration(latency)], value: latency }))),
    ...timeline(statistics, language),
  ];
}

function timeline({ timeline: told }: Statistics, { statistics: words, number }: Language): readonly TableOfWords[] {
  if (told === undefined) return [];
  return table(words, 'timeline', ['sessions', 'mails'], told.buckets.map(({ start, sessions, messages }) => ({
    cells: [start.replace('T', ' ').replace('Z', ' UTC'), number(sessions), number(messages)],
    value: sessions + messages,
  })));
}

/** Least, percentiles and most of one thing. */
export function spread(label: string, values: Distribution, number: (value: number) => string, say: (value: number) => string): Cells {
  const { count, min, p50, p90, p99, max } = values;
  return { cells: [label, number(count), say(min), ...[p50, p90, p99].map((value) => mark(values) + say(value)), say(max)] };
}

/** Before a percentile that is not exact. */
function mark({ approximate }: Distribution): string {
  return approximate === true ? '~' : '';
}
