/** Puts linked sightings, and the steps that only Received fields tell of, into the order of the way. */
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { Journey, JourneyStop, StatedStop, WatchedStop } from '../model/journey.js';
import { limits } from './limits.js';
import type { Predecessor } from './predecessor.js';
import { beginOf, giverOf, keeperOf, type MailSighting, type StatedHop } from './sighting.js';

type Links = ReadonlyMap<MailSighting, Predecessor>;

/** One journey for each mail that follows no other. */
export function assemble(sightings: readonly MailSighting[], links: Links): readonly Journey[] {
  const followers = new Map<MailSighting, MailSighting[]>();
  const roots: MailSighting[] = [];
  for (const sighting of sightings) {
    const earlier = links.get(sighting)?.sighting;
    if (earlier === undefined) roots.push(sighting);
    else if (followers.has(earlier)) followers.get(earlier)!.push(sighting);
    else followers.set(earlier, [sighting]);
  }
  return roots.map((root, at) => journeyOf(at + 1, root, followers, links));
}

/** A link leads to a mail with fewer Received fields, or to a store: there are no circles. */
function journeyOf(id: number, root: MailSighting, followers: ReadonlyMap<MailSighting, readonly MailSighting[]>, links: Links): Journey {
  const stops: JourneyStop[] = [];
  const { messageId, subject, sender } = root;
  const heard = root.hops.length;
  stateHops(stops, root.hops, 0, heard, undefined);
  const queue: { readonly sighting: MailSighting; readonly after: number | undefined }[] = [{ sighting: root, after: heard === 0 ? undefined : heard - 1 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { sighting } = next;
    const link = links.get(sighting);
    const between = link === undefined ? 0 : link.newer;
    const after = between === 0 ? next.after : stateHops(stops, sighting.hops, 0, between, next.after);
    const at = stops.length;
    const own = followers.get(sighting) ?? [];
    stops.push(watchedStop(sighting, link, after, statedOf(sighting, own, links)));
    for (const follower of [...own].reverse()) queue.push({ sighting: follower, after: at });
  }
  return { id, messageId, subject, sender, stops };
}

/** Tells of the fields from `start` to `end`, the oldest first; gives the position of the last. */
function stateHops(stops: JourneyStop[], hops: readonly StatedHop[], start: number, end: number, after: number | undefined): number {
  let previous = after;
  for (const { from, address, by, with: protocol, id, time, delay } of hops.slice(start, end).reverse()) {
    const stop: StatedStop = {
      kind: 'hearsay',
      from: { name: from, address },
      to: { name: by },
      with: protocol,
      queueId: id,
      time,
      delay,
      previous: previous === undefined ? undefined : { stop: previous },
    };
    previous = stops.push(stop) - 1;
  }
  return previous!;
}

function watchedStop(sighting: MailSighting, link: Predecessor | undefined, after: number | undefined, statedAhead: number | undefined): WatchedStop {
  const taken = link?.sighting.end;
  const begin = beginOf(sighting, taken);
  const { session, message, protocol, direction, end, accepted, queueId, recipients, user } = sighting;
  return {
    kind: 'wire',
    ...{ session, message, protocol, direction, accepted, queueId, recipients, user, begin, end, statedAhead },
    from: giverOf(sighting),
    to: keeperOf(sighting),
    duration: secondsBetween(begin, end),
    network: sighting.isSeenTwice ? 2 * (sighting.toClient + sighting.toServer) : undefined,
    previous: after === undefined ? undefined : linkTo(after, link, restBetween(link?.sighting, sighting, begin)),
  };
}

function linkTo(stop: number, link: Predecessor | undefined, rest: number | undefined): WatchedStop['previous'] {
  if (link === undefined) return { stop, evidence: ['received'], certainty: 'possible', isAltered: false };
  const { evidence, certainty, isAltered } = link;
  return { stop, evidence, certainty, isAltered, rest };
}

/** At the host between them: without the way of the reply from it, and that of what it sends on, where other places show how long they take. */
function restBetween(earlier: MailSighting | undefined, later: MailSighting, begin: Arrival): number | undefined {
  const seen = earlier === undefined ? undefined : secondsBetween(earlier.end, begin);
  if (earlier === undefined || seen === undefined) return undefined;
  const behind = earlier.direction === 'retrieved' ? earlier.toClient : earlier.toServer;
  const before = later.direction === 'retrieved' ? 0 : later.toClient;
  return Math.round((seen + behind - before) * 1e9) / 1e9;
}

/** What the host that took it writes of the moment, beside the wire. */
function statedOf(sighting: MailSighting, followers: readonly MailSighting[], links: Links): number | undefined {
  for (const follower of followers) {
    const field = links.get(follower)?.field;
    const time = field === undefined ? undefined : follower.hops[field]?.time;
    const stated = time === undefined ? Number.NaN : Date.parse(time) / 1000;
    const ahead = Math.round(stated - sighting.end.seconds);
    if (Math.abs(ahead) > limits.agreement) return ahead;
  }
  return undefined;
}
