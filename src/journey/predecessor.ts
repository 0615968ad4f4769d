/**
 * Which sighting of a mail another one follows, and by what that is known. Ids alone may collide: a Message-ID that two
 * mails share, or a queue id that two hosts give, links nothing where the rest speaks against it.
 */
import { secondsBetween } from '../bytes/time.js';
import type { LinkCertainty, LinkEvidence } from '../model/journey.js';
import { isSameHost } from './host.js';
import type { LoggedLink } from './logged-links.js';
import { giverOf, keeperOf, type MailSighting } from './sighting.js';

export interface Predecessor {
  readonly sighting: MailSighting;
  readonly evidence: readonly LinkEvidence[];
  readonly certainty: LinkCertainty;
  readonly isAltered: boolean;
  /** Received fields of the later one that are newer than the step itself. */
  readonly newer: number;
  /** The field that the host wrote of the step; undefined where it is not known which. */
  readonly field: number | undefined;
  /** What a host wrote to its log of it. */
  readonly logged: LoggedLink | undefined;
}

/** What is known of two sightings together. */
interface Comparison {
  readonly field: number;
  readonly logged: LoggedLink | undefined;
  readonly isSameId: boolean;
  readonly isOtherId: boolean;
  readonly isSameContent: boolean;
  readonly isOtherContent: boolean;
  readonly isSameHost: boolean;
  readonly isSameEnvelope: boolean;
}

/** The best of `candidates` that `later` follows; undefined where none does. `logged`: which of them logs name. */
export function predecessorOf(later: MailSighting, candidates: Iterable<MailSighting>, logged: ReadonlyMap<MailSighting, LoggedLink>): Predecessor | undefined {
  let best: { readonly predecessor: Predecessor; readonly rank: number } | undefined;
  for (const earlier of candidates) {
    const line = logged.get(earlier);
    if (!mayFollow(earlier, later, line !== undefined)) continue;
    const predecessor = compare(earlier, later, line);
    if (predecessor === undefined) continue;
    const rank = rankOf(predecessor, later);
    if (best === undefined || rank > best.rank) best = { predecessor, rank };
  }
  return best?.predecessor;
}

/** Each host adds a field of its own: what has fewer was seen earlier, whatever the clocks say. What follows has more, or comes later: there are no circles. */
function mayFollow(earlier: MailSighting, later: MailSighting, isLogged: boolean): boolean {
  if (earlier === later || earlier.accepted === false || earlier.direction === 'retrieved') return false;
  if (earlier.hops.length < later.hops.length) return later.direction !== 'appended';
  if (earlier.hops.length > later.hops.length) return false;
  // A store that adds none, and a mail that was put there by IMAP.
  if (later.direction === 'retrieved') return isSameHost(keeperOf(earlier), giverOf(later));
  // A host that hides where it has a mail from.
  return isLogged && earlier.message < later.message;
}

function compare(earlier: MailSighting, later: MailSighting, logged: LoggedLink | undefined): Predecessor | undefined {
  if (isDenied(earlier, later)) return undefined;
  const facts = factsOf(earlier, later, logged);
  const certainty = certaintyOf(facts, earlier, later);
  if (certainty === undefined) return undefined;
  const evidence: LinkEvidence[] = [];
  if (facts.field !== -1) evidence.push('queue-id');
  if (logged !== undefined) evidence.push('log');
  if (facts.isSameId) evidence.push('message-id');
  if (facts.isSameContent) evidence.push('content');
  if (facts.isSameEnvelope) evidence.push('envelope');
  if (facts.isSameHost) evidence.push('host');
  const written = later.hops.length - earlier.hops.length;
  const field = facts.field !== -1 ? facts.field : written === 0 ? undefined : written - 1;
  return { sighting: earlier, evidence, certainty, isAltered: facts.isOtherContent, newer: field ?? 0, field, logged };
}

/** The host that took the earlier one wrote of the later one that it took it under another id. */
function isDenied(earlier: MailSighting, later: MailSighting): boolean {
  const { queueId, hops } = earlier;
  const written = later.hops[later.hops.length - hops.length - 1];
  if (queueId === undefined || written?.id === undefined || written.id === queueId) return false;
  return written.by?.toLowerCase() === keeperOf(earlier).name?.toLowerCase();
}

function factsOf(earlier: MailSighting, later: MailSighting, logged: LoggedLink | undefined): Comparison {
  const { queueId, messageId, content } = earlier;
  return {
    field: queueId === undefined ? -1 : later.hops.findIndex(({ id }) => id === queueId),
    logged,
    isSameId: messageId !== undefined && messageId === later.messageId,
    // A server adds one where there is none.
    isOtherId: messageId !== undefined && messageId !== later.messageId,
    isSameContent: content !== undefined && content === later.content,
    isOtherContent: content !== undefined && later.content !== undefined && content !== later.content,
    isSameHost: isSameHost(keeperOf(earlier), giverOf(later)),
    isSameEnvelope: hasSameEnvelope(earlier, later),
  };
}

function certaintyOf(comparison: Comparison, earlier: MailSighting, later: MailSighting): LinkCertainty | undefined {
  const { field, logged, isSameId, isOtherId, isSameContent, isOtherContent, isSameHost: isThere } = comparison;
  const isNamed = field !== -1 || logged?.isSure === true;
  if (isOtherId && !(isNamed && isSameContent)) return undefined;
  const isConfirmed = isSameId || isSameContent;
  if (isNamed && (isConfirmed || (isThere && !isOtherContent))) return 'certain';
  if (logged?.isSure === true) return 'probable';
  // Two mails of one name, or one that somebody has rewritten: without a host's own word nobody can tell.
  if (isOtherContent || !isInOrder(earlier, later)) return undefined;
  return isConfirmed ? agreementOf(comparison) : logged && (comparison.isSameEnvelope ? 'probable' : 'possible');
}

function agreementOf({ logged, isSameId, isSameContent, isSameHost: isThere, isSameEnvelope }: Comparison): LinkCertainty | undefined {
  const agreeing = [logged !== undefined, isSameId, isSameContent, isThere, isSameEnvelope].filter(Boolean).length;
  if (agreeing > 2 && isSameId && isThere) return 'certain';
  return agreeing > 1 ? 'probable' : isSameId ? 'possible' : undefined;
}

/** Where hosts agree on the way, clocks need not agree on the time; a day is more than a mail of one name may come back by. */
function isInOrder(earlier: MailSighting, later: MailSighting): boolean {
  if (isSameHost(keeperOf(earlier), giverOf(later))) return true;
  return (secondsBetween(earlier.begin, later.begin) ?? 0) >= 0;
}

function hasSameEnvelope(earlier: MailSighting, later: MailSighting): boolean {
  const recipients = new Set(earlier.recipients.map((address) => address.toLowerCase()));
  if (later.direction === 'submitted') return earlier.sender === later.sender && later.recipients.some((address) => recipients.has(address.toLowerCase()));
  const user = later.user?.toLowerCase();
  return user !== undefined && [...recipients].some((address) => address === user || address.startsWith(`${user}@`));
}

const CERTAINTY: Readonly<Record<LinkCertainty, number>> = { possible: 0, probable: 1, certain: 2 };

/** The surer, then the nearer by Received fields, then the one with the same recipient, then the later one. */
function rankOf({ sighting, evidence, certainty, newer }: Predecessor, later: MailSighting): number {
  const ago = secondsBetween(sighting.end, later.begin) ?? 0;
  const recency = 1 / (2 + Math.max(0, ago));
  return CERTAINTY[certainty] * 1000 - newer * 10 + (evidence.includes('envelope') ? 4 : 0) + (evidence.includes('host') ? 2 : 0) + recency;
}
