/** Puts linked sightings, and the steps that only Received fields or logs tell of, into the order of the way. */
import { secondsBetween } from '../bytes/time.js';
import type { Journey, JourneyStop, StatedStop, WatchedStop } from '../model/journey.js';
import { limits } from './limits.js';
import type { LoggedLinks } from './logged-links.js';
import { loggedStops } from './logged-stops.js';
import type { Predecessor } from './predecessor.js';
import { beginOf, giverOf, keeperOf, restBetween, type MailSighting, type StatedHop } from './sighting.js';

type Links = ReadonlyMap<MailSighting, Predecessor>;

/** What is known of all mails together. */
interface Known {
  readonly followers: ReadonlyMap<MailSighting, readonly MailSighting[]>;
  readonly links: Links;
  readonly logged: LoggedLinks;
}

/** One journey for each mail that follows no other. */
export function assemble(sightings: readonly MailSighting[], links: Links, logged: LoggedLinks): readonly Journey[] {
  const followers = new Map<MailSighting, MailSighting[]>();
  const roots: MailSighting[] = [];
  for (const sighting of sightings) {
    const earlier = links.get(sighting)?.sighting;
    if (earlier === undefined) roots.push(sighting);
    else if (followers.has(earlier)) followers.get(earlier)!.push(sighting);
    else followers.set(earlier, [sighting]);
  }
  return roots.map((root, at) => journeyOf(at + 1, root, { followers, links, logged }));
}

/** A link leads to a mail with fewer Received fields, or to a store: there are no circles. */
function journeyOf(id: number, root: MailSighting, { followers, links, logged }: Known): Journey {
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
    stops.push(...loggedStops(sighting, own, logged.onward(sighting), at));
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
  const begin = beginOf(sighting, link?.sighting);
  const { session, message, protocol, direction, end, accepted, queueId, recipients, user } = sighting;
  return {
    kind: 'wire',
    ...{ session, message, protocol, direction, accepted, queueId, recipients, user, begin, end, statedAhead },
    from: giverOf(sighting),
    to: keeperOf(sighting),
    duration: secondsBetween(begin, end),
    network: sighting.isSeenTwice ? 2 * (sighting.toClient + sighting.toServer) : undefined,
    previous: after === undefined ? undefined : linkTo(after, link, link && restBetween(link.sighting, sighting, begin)),
  };
}

function linkTo(stop: number, link: Predecessor | undefined, rest: number | undefined): WatchedStop['previous'] {
  if (link === undefined) return { stop, evidence: ['received'], certainty: 'possible', isAltered: false };
  const { evidence, certainty, isAltered, logged } = link;
  const log = logged && { session: logged.line.session, entry: logged.line.entry, host: logged.line.host };
  return { stop, evidence, certainty, isAltered, rest, log };
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
