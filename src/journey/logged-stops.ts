/** The steps of a mail that its host wrote to its log, where no wire shows them: to whom it went, or that it stays or comes back. */
import type { JourneyHost, LoggedStop } from '../model/journey.js';
import { isSameHost } from './host.js';
import type { LoggedLine } from './log-book.js';
import { keeperOf, type MailSighting } from './sighting.js';

/** `followers`: how `sighting` was seen to go on; `at`: its place among the stops. */
export function loggedStops(sighting: MailSighting, followers: readonly MailSighting[], lines: readonly LoggedLine[], at: number): readonly LoggedStop[] {
  const last = new Map<string, LoggedLine>();
  for (const line of lines) {
    const recipient = (line.recipient ?? '').toLowerCase();
    if (isWatched(line, followers)) last.delete(recipient);
    else last.set(recipient, line);
  }
  const groups = new Map<string, LoggedLine[]>();
  for (const line of last.values()) {
    const { outcome, relay, words } = line;
    const key = `${outcome!} ${relay ?? ''} ${words ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].map((group) => stopOf(sighting, group, at));
}

function stopOf(sighting: MailSighting, group: readonly LoggedLine[], at: number): LoggedStop {
  const { session, entry, arrival, outcome, relay, words } = group.at(-1)!;
  return {
    ...{ kind: 'log', session, entry, from: keeperOf(sighting), to: relayHost(relay), outcome: outcome! },
    recipients: group.flatMap(({ recipient }) => recipient ?? []),
    ...{ words, begin: arrival, previous: { stop: at } },
  };
}

/** Whether a mail that was seen is the one that the line tells of. */
function isWatched({ recipient, relay, outcome }: LoggedLine, followers: readonly MailSighting[]): boolean {
  const host = relayHost(relay);
  const to = recipient?.toLowerCase();
  return followers.some((follower) => {
    if ((follower.accepted !== false) !== (outcome === 'delivered')) return false;
    if (host !== undefined && follower.direction !== 'retrieved' && isSameHost(keeperOf(follower), host)) return true;
    const user = follower.user?.toLowerCase();
    return to !== undefined && (follower.recipients.some((address) => address.toLowerCase() === to) || (user !== undefined && (to === user || to.startsWith(`${user}@`))));
  });
}

const RELAY = /^([^\s[\]]+?)?\.? ?(?:\[(?:IPv6:)?([0-9a-fA-F.:]{3,39})\])?(?::\d{1,5})?$/;

/** `mx.example.com [192.0.2.1]` of Exim and sendmail, `mx.example.com[192.0.2.1]:25` of Postfix; its `none`, and its words for ways to a mailbox, are no hosts. */
function relayHost(relay: string | undefined): JourneyHost | undefined {
  const [, name, address] = RELAY.exec(relay ?? '') ?? [];
  if (address !== undefined) return name === undefined || name === address ? { address } : { name, address };
  return name?.includes('.') === true ? { name } : undefined;
}
