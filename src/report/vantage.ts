/**
 * What several captures of one connection show together: where each was made, and how much of the waiting was the network's
 * and how much the server's. From the finished JSON of a session and of the captures; words come from the language.
 */
import type { Language } from '../text/index.js';
import type { PlaceParams } from '../text/vantage.js';
import { secondsFrom } from './elapsed.js';
import type { CaptureJson, ClockJson } from './json/capture.js';
import type { EntryJson } from './json/entry.js';
import type { SessionJson } from './json/session.js';

type Told = SessionJson & { readonly timeline: readonly EntryJson[] };

export interface SessionVantage {
  readonly places: string;
  /** Absent where nobody waited, or nothing was seen at both places in both directions. */
  readonly waiting: string | undefined;
}

/** Of a session that several captures hold. */
export function sessionVantage(session: Told, captures: readonly CaptureJson[], { vantage }: Language): SessionVantage {
  const distances = (session.vantage ?? []).flatMap(({ distance }) => distance ?? []);
  const { waited, rounds } = waits(session);
  const isMeasured = distances.length > 0 && rounds > 0;
  const onward = 2 * Math.max(0, ...distances);
  const behind = 2 * Math.max(0, ...distances.map((distance) => -distance));
  return { places: vantage.places(placesOf(session, captures)), waiting: isMeasured ? vantage.waiting({ waited, rounds, onward, behind }) : undefined };
}

export function clockWords({ reference, ahead, moved }: ClockJson, captures: readonly CaptureJson[], { vantage }: Language): string {
  return vantage.clock({ reference: captures[reference]?.file ?? '', ahead, isMoved: moved });
}

/** From the client to the server; those whose distance is not known behind them. */
function placesOf({ captures: [first = 0], vantage = [] }: SessionJson, captures: readonly CaptureJson[]): readonly PlaceParams[] {
  const points = [{ capture: first, distance: 0 }, ...vantage];
  const known = points.flatMap(({ capture, distance }) => (distance === undefined ? [] : [{ capture, distance }])).sort((a, b) => a.distance - b.distance);
  const place = (capture: number, further: number | undefined): PlaceParams => ({ file: captures[capture]?.file ?? '', further, isShown: capture === first });
  return [
    ...known.map(({ capture, distance }, at) => place(capture, known.length === 1 ? undefined : distance - (known[at - 1]?.distance ?? distance))),
    ...points.flatMap(({ capture, distance }) => (distance === undefined ? place(capture, undefined) : [])),
  ];
}

/** How often, and how long, the client waited for the server; several replies on which it waited at the same time are one wait. */
function waits({ start, timeline }: Told): { readonly waited: number; readonly rounds: number } {
  const asked = new Map(timeline.map(({ id, time }) => [id, time]));
  let [waited, rounds, until] = [0, 0, -Infinity];
  for (const { from, answers, latency } of timeline) {
    const begin = from === 'server' && answers !== undefined ? secondsFrom(start, asked.get(answers)) : undefined;
    if (begin === undefined || latency === undefined || latency <= 0) continue;
    const end = begin + latency;
    if (end <= until) continue;
    if (begin > until) rounds++;
    waited += end - Math.max(begin, until);
    until = end;
  }
  return { waited, rounds };
}
