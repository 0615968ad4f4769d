/** A mail's journey as JSON: the steps on the wire, and those that Received lines, marked as hearsay, or logs tell of. */
import type { Journey, JourneyHost, JourneyLink, JourneyStop, Journeys, LoggedOutcome, WatchedStop } from '../../model/journey.js';
import { formatTime } from '../time.js';

export interface JourneyLinkJson {
  /** Position in `stops`, from 0. */
  stop: number;
  /** What shows that it is the same mail: `queue-id` (in a Received line), `log`, `message-id`, `content`, `envelope`, `host`; `received`: its own Received lines alone. */
  evidence: JourneyLink['evidence'];
  certainty: JourneyLink['certainty'];
  /** Its content was changed on the way. */
  altered?: true | undefined;
  /** Seconds between the reply that took it and what carries it on. */
  rest?: number | undefined;
  /** The line of a log that says so: where it stands, and who wrote it. */
  log?: { session: number; entry: number; host: JourneyHost } | undefined;
}

export interface JourneyStopJson {
  /** `hearsay`: a Received line says so, and no wire was watched; `log`: the host `from` wrote it to its log, and no wire was watched. */
  kind: JourneyStop['kind'];
  /** Of `log`: in whose timeline the line stands. */
  session?: number | undefined;
  /** Of `log`: the line. */
  entry?: number | undefined;
  message?: number | undefined;
  protocol?: string | undefined;
  direction?: string | undefined;
  from: JourneyHost;
  /** Empty where a log names nobody. */
  to: JourneyHost;
  /** RFC 3339; of hearsay as the line says it. */
  begin?: string | undefined;
  end?: string | undefined;
  /** Seconds. */
  duration?: number | undefined;
  /** Seconds that each round trip spends between the places at which it was recorded. */
  network?: number | undefined;
  /** Of hearsay: seconds since the step before, by the hosts' clocks. */
  delay?: number | undefined;
  accepted?: boolean | undefined;
  /** Of `log`: how it ended. */
  outcome?: LoggedOutcome | undefined;
  /** Of `log`: that in the host's words. */
  words?: string | undefined;
  queueId?: string | undefined;
  recipients?: readonly string[] | undefined;
  user?: string | undefined;
  /** Seconds by which the Received line of this step is ahead of the wire. */
  statedAhead?: number | undefined;
  /** The step before. */
  previous?: JourneyLinkJson | { stop: number } | undefined;
}

export interface JourneyJson {
  id: number;
  messageId?: string | undefined;
  subject?: string | undefined;
  sender?: string | undefined;
  stops: readonly JourneyStopJson[];
}

/** The journey of one mail, seen from it. */
export interface MessageJourneyJson {
  /** The same for all mails of one journey. */
  id: number;
  /** Position of this mail in `stops`, from 0. */
  stop: number;
  /** All of them; of a journey of more than 100 those before this mail and those right behind it. */
  stops: readonly JourneyStopJson[];
}

/** Stops that are told with every mail: a list's mail may have thousands. */
const MOST = 100;

export function journeyJson({ id, messageId, subject, sender, stops }: Journey): JourneyJson {
  return { id, messageId, subject, sender, stops: stops.map(stopJson) };
}

/** By mail, of those that have gone more than one step. */
export function messageJourneys({ journeys }: Journeys): ReadonlyMap<number, MessageJourneyJson> {
  const found = new Map<number, MessageJourneyJson>();
  for (const { id, stops } of journeys) {
    if (stops.length < 2) continue;
    const told = stops.length > MOST ? undefined : stops.map(stopJson);
    const near = told === undefined ? new Surroundings(stops) : undefined;
    stops.forEach((stop, at) => {
      if (stop.kind === 'wire') found.set(stop.message, { id, ...(told === undefined ? near!.of(at) : { stop: at, stops: told }) });
    });
  }
  return found;
}

/** What lies around a stop of a long journey. */
class Surroundings {
  readonly #stops: readonly JourneyStop[];
  readonly #following = new Map<number, number[]>();

  constructor(stops: readonly JourneyStop[]) {
    this.#stops = stops;
    for (const [at, { previous }] of stops.entries()) {
      if (previous === undefined) continue;
      const known = this.#following.get(previous.stop);
      if (known === undefined) this.#following.set(previous.stop, [at]);
      else if (known.length < MOST) known.push(at);
    }
  }

  of(at: number): Pick<MessageJourneyJson, 'stop' | 'stops'> {
    const way = [at];
    for (let before = this.#stops[at]!.previous; before !== undefined && way.length < MOST; before = this.#stops[before.stop]!.previous) way.unshift(before.stop);
    const told = [...way, ...(this.#following.get(at) ?? []).slice(0, Math.max(0, MOST - way.length))];
    const places = new Map(told.map((stop, place) => [stop, place]));
    const stops = told.map((stop) => {
      const json = stopJson(this.#stops[stop]!);
      const before = json.previous && places.get(json.previous.stop);
      return { ...json, previous: before === undefined ? undefined : { ...json.previous!, stop: before } };
    });
    return { stop: way.length - 1, stops };
  }
}

function stopJson(stop: JourneyStop): JourneyStopJson {
  if (stop.kind === 'wire') return watchedJson(stop);
  if (stop.kind === 'log') {
    const { kind, session, entry, from, to = {}, begin, outcome, words, recipients, previous } = stop;
    return { kind, session, entry, from, to, begin: formatTime(begin), outcome, words, recipients, previous };
  }
  const { kind, from, to, queueId, time, delay, previous } = stop;
  return { kind, from, to, begin: time, delay, queueId, previous };
}

function watchedJson(stop: WatchedStop): JourneyStopJson {
  const { kind, session, message, protocol, direction, from, to, begin, end, duration, network, accepted, queueId, recipients, user, statedAhead, previous } = stop;
  const places = { kind, session, message, protocol, direction, from, to, begin: formatTime(begin), end: formatTime(end) };
  return { ...places, duration, network, accepted, queueId, recipients, user, statedAhead, previous: previous && linkJson(previous) };
}

function linkJson({ stop, evidence, certainty, isAltered, rest, log }: JourneyLink): JourneyLinkJson {
  return { stop, evidence, certainty, altered: isAltered ? true : undefined, rest, log };
}
