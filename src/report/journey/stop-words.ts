/** What is said of each stop of a journey, in the words of a language; the same in every view. */
import type { JourneyHost, JourneyStop, LoggedStop, StatedStop, WatchedStop } from '../../model/journey.js';
import type { Language } from '../../text/index.js';
import { formatTime } from '../time.js';

export interface StopWords {
  readonly mark: string;
  /** When it began, in UTC; of hearsay as the line says it. */
  readonly time: string | undefined;
  readonly from: string;
  readonly to: string;
  /** How long the mail rested before it, and behind which step. */
  readonly rest: string | undefined;
  readonly text: string;
  /** By what it is known to be the same mail. */
  readonly link: string | undefined;
  readonly remark: string | undefined;
}

export function stopWords(stops: readonly JourneyStop[], at: number, language: Language): StopWords {
  const stop = stops[at]!;
  if (stop.kind === 'wire') return watchedWords(stop, stops, at, language);
  return stop.kind === 'log' ? loggedWords(stop, at, language) : statedWords(stop, language);
}

export function hostName({ name, address }: JourneyHost, { journey }: Language): string {
  return name ?? address ?? journey.unknownHost;
}

function watchedWords(stop: WatchedStop, stops: readonly JourneyStop[], at: number, language: Language): StopWords {
  const { journey, duration, clockOffset } = language;
  const { previous, statedAhead } = stop;
  const from = hostName(stop.from, language);
  const to = hostName(stop.to, language);
  const seconds = (value: number | undefined): string | undefined => (value === undefined ? undefined : duration(Math.max(0, value)));
  const before = previous === undefined ? undefined : stops[previous.stop];
  const rest = previous?.rest;
  return {
    mark: journey.wireMark,
    time: formatTime(stop.begin),
    from,
    to,
    rest:
      previous === undefined || before === undefined
        ? undefined
        : journey.rest({
            host: hostName(before.to ?? before.from, language),
            rest: rest === undefined ? undefined : duration(Math.abs(rest)),
            isNegative: rest !== undefined && rest < 0,
            follows: previous.stop === at - 1 ? undefined : previous.stop + 1,
          }),
    text: journey.wire({ ...stop, from, to, duration: seconds(stop.duration), network: seconds(stop.network) }),
    link: previous === undefined ? undefined : journey.link({ ...previous, log: previous.log && { ...previous.log, host: hostName(previous.log.host, language), queueId: stop.queueId } }),
    remark: statedAhead === undefined ? undefined : journey.stated({ host: to, ahead: clockOffset(Math.abs(statedAhead)), isBehind: statedAhead < 0 }),
  };
}

function loggedWords(stop: LoggedStop, at: number, language: Language): StopWords {
  const { journey } = language;
  const from = hostName(stop.from, language);
  const to = stop.to && hostName(stop.to, language);
  const { stop: previous } = stop.previous;
  return {
    mark: journey.logMark,
    time: formatTime(stop.begin),
    from,
    // Where it goes to nobody it stays.
    to: to ?? from,
    rest: previous === at - 1 ? undefined : journey.branch({ host: from, follows: previous + 1 }),
    text: journey.logged({ ...stop, from, to }),
    link: undefined,
    remark: undefined,
  };
}

function statedWords(stop: StatedStop, language: Language): StopWords {
  const { journey, clockOffset } = language;
  const { delay, queueId, time } = stop;
  const to = hostName(stop.to, language);
  const isNamed = stop.from.name !== undefined || stop.from.address !== undefined;
  // A line that names nobody tells of no way to that host: the mail may have been written there.
  const from = isNamed ? hostName(stop.from, language) : to;
  const text = journey.hearsay({ from: isNamed ? from : undefined, to, queueId, delay: delay === undefined ? undefined : clockOffset(Math.abs(delay)), isEarlier: (delay ?? 0) < 0 });
  return { mark: journey.hearsayMark, time, from, to, rest: undefined, text, link: undefined, remark: undefined };
}
