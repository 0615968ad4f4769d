/**
 * Which mails a log links: the host that took one under a queue id writes that it went on under another. Ids collide: the
 * host decides, at both ends where it is known there.
 */
import { isSameHost } from './host.js';
import { limits } from './limits.js';
import type { LoggedLine } from './log-book.js';
import { giverOf, keeperOf, type MailSighting } from './sighting.js';
import type { SightingIndex } from './sighting-index.js';

/** A line that says that one mail is the other, later one. */
export interface LoggedLink {
  readonly line: LoggedLine;
  /** It names both ids, and is written by the host between the two. */
  readonly isSure: boolean;
}

export class LoggedLinks {
  readonly #index: SightingIndex;
  readonly #links = new Map<MailSighting, Map<MailSighting, LoggedLink>>();
  readonly #onward = new Map<MailSighting, LoggedLine[]>();
  /** Queue ids that lines give to a Message-ID. */
  readonly #named = new Map<string, LoggedLine[]>();

  constructor(index: SightingIndex, lines: Iterable<LoggedLine>) {
    this.#index = index;
    const onward: LoggedLine[] = [];
    for (const line of lines) {
      if (line.outcome !== undefined) onward.push(line);
      else this.#name(line);
    }
    for (const line of onward) this.#link(line);
  }

  /** What `later` follows, as logs say it. */
  before(later: MailSighting): ReadonlyMap<MailSighting, LoggedLink> {
    return this.#links.get(later) ?? NONE;
  }

  /** What its host wrote of its way on, in order. */
  onward(earlier: MailSighting): readonly LoggedLine[] {
    return this.#onward.get(earlier) ?? [];
  }

  #name(line: LoggedLine): void {
    const known = this.#named.get(line.queueId);
    if (known === undefined) this.#named.set(line.queueId, [line]);
    else if (known.length < limits.collisions) known.push(line);
  }

  #link(line: LoggedLine): void {
    const earlier = this.#taken(line);
    if (earlier === undefined) return;
    const told = this.#onward.get(earlier);
    if (told === undefined) this.#onward.set(earlier, [line]);
    else if (told.length < limits.recipients) told.push(line);
    if (line.outcome !== 'delivered') return;
    for (const later of this.#given(line)) {
      if (later === earlier) continue;
      const links = this.#links.get(later) ?? new Map<MailSighting, LoggedLink>();
      this.#links.set(later, links);
      if (links.size >= limits.collisions) continue;
      const isSure = later.queueId !== undefined && isSameHost(giverOf(later), line.host);
      if (links.get(earlier)?.isSure !== true) links.set(earlier, { line, isSure });
    }
  }

  /** The mail that the host took under the line's queue id; the latest, where it has given an id twice. */
  #taken({ queueId, host, arrival }: LoggedLine): MailSighting | undefined {
    const named = this.#named.get(queueId)?.filter((line) => isSameHost(line.host, host)) ?? [];
    const unnamed = named.flatMap(({ messageId }) => this.#index.byMessageId(`<${messageId!}>`)).filter((sighting) => sighting.queueId === undefined);
    const mails = [...this.#index.byQueueId(queueId), ...unnamed].filter((sighting) => isSameHost(keeperOf(sighting), host));
    return mails.findLast(({ direction, accepted, begin }) => direction === 'submitted' && accepted !== false && begin.order <= arrival.order);
  }

  /** The mails that it gave to the next host, which answered with an id that the line repeats; or, without one, in that very session. */
  #given({ words = '', host, session, isGiver, recipient }: LoggedLine): readonly MailSighting[] {
    const ids = wordsOf(words).flatMap((word) => this.#index.byQueueId(word));
    const named = ids.filter((sighting) => sighting.direction === 'submitted' && ((isGiver && sighting.session === session) || isSameHost(giverOf(sighting), host)));
    if (named.length > 0 || !isGiver || recipient === undefined) return named.slice(0, limits.collisions);
    const to = recipient.toLowerCase();
    return this.#index.ofSession(session).filter(({ queueId, recipients }) => queueId === undefined && recipients.some((address) => address.toLowerCase() === to)).slice(0, limits.collisions);
  }
}

const NONE: ReadonlyMap<MailSighting, LoggedLink> = new Map();

/** What may be ids: the words, without what stands around them. */
function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const word of text.split(/[\s<>()[\]",;:]+/)) {
    const bare = word.startsWith('id=') ? word.slice(3) : word;
    if (bare.length >= SHORTEST) words.add(bare);
  }
  return [...words].slice(0, limits.words);
}

const SHORTEST = 4;
