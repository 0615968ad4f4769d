/** What is remembered of a mail that went by, to recognise it where it goes by again. No content, and nothing unbounded. */
import { ownText } from '../bytes/own-text.js';
import type { TextPool } from '../bytes/text-pool.js';
import { secondsBetween } from '../bytes/time.js';
import type { Arrival } from '../model/arrival.js';
import type { JourneyHost } from '../model/journey.js';
import type { Hop, Message, MessageDirection, Part } from '../model/message.js';
import type { MailProtocol, Peer, Session } from '../model/session.js';
import { limits } from './limits.js';

/** One Received field. */
export interface StatedHop {
  readonly from: string | undefined;
  readonly address: string | undefined;
  readonly by: string | undefined;
  readonly with: string | undefined;
  readonly id: string | undefined;
  readonly time: string | undefined;
  readonly delay: number | undefined;
}

export interface MailSighting {
  readonly session: number;
  readonly message: number;
  readonly protocol: MailProtocol;
  readonly direction: MessageDirection;
  readonly client: JourneyHost;
  readonly server: JourneyHost;
  readonly opened: Arrival;
  readonly begin: Arrival;
  readonly end: Arrival;
  /** Seconds from where its times were taken to the place of recording that is nearest to the client, and to the server. */
  readonly toClient: number;
  readonly toServer: number;
  readonly isSeenTwice: boolean;
  readonly accepted: boolean | undefined;
  readonly queueId: string | undefined;
  readonly messageId: string | undefined;
  readonly subject: string | undefined;
  /** Of its parts, decoded; undefined where it is not whole, or nothing was hashed. */
  readonly content: string | undefined;
  readonly sender: string | undefined;
  readonly recipients: readonly string[];
  readonly user: string | undefined;
  /** Newest first. */
  readonly hops: readonly StatedHop[];
}

/** A text of the session's, as a view may show it. */
export type Shown = (session: Session, text: string) => string;

/** `names`: of hosts, addresses and protocols, which many mails share. `shown`: absent where everything may be shown. */
export function sightingOf(session: Session, message: Message, names: TextPool, shown?: Shown): MailSighting | undefined {
  const { entries, outcome, envelope, head } = message;
  if (entries.length === 0) return undefined;
  const first = entries.reduce((a, b) => (b.extent.first.order < a.extent.first.order ? b : a));
  const last = entries.reduce((a, b) => (b.extent.last.order > a.extent.last.order ? b : a));
  const texts = new KeptTexts(session, names, shown);
  return {
    session: session.id,
    message: message.id,
    protocol: session.protocol,
    direction: message.direction,
    client: texts.host(session.client),
    server: texts.host(session.server),
    opened: session.connection.first,
    begin: first.extent.first,
    end: last.extent.last,
    ...placesOf(session),
    accepted: outcome.accepted,
    queueId: texts.text(outcome.queueId),
    messageId: texts.text(head?.messageId),
    subject: texts.text(head?.subject),
    content: message.complete ? contentOf(message.parts) : undefined,
    sender: texts.name(envelope.from ?? head?.from?.[0]?.address),
    recipients: envelope.to.filter(({ accepted }) => accepted !== false).slice(0, limits.recipients).map(({ address }) => texts.name(address)!),
    user: texts.name(session.auth.findLast(({ succeeded }) => succeeded !== false)?.username),
    hops: (head?.received ?? []).slice(0, limits.hops).map((hop) => statedHop(hop, texts)),
  };
}

/** Texts of one session as they are kept: bounded, masked where that is asked for, and names once for all mails. */
class KeptTexts {
  readonly #names: TextPool;
  readonly #show: (value: string) => string;

  constructor(session: Session, names: TextPool, shown: Shown | undefined) {
    this.#names = names;
    this.#show = shown === undefined ? (value) => value : (value) => shown(session, value);
  }

  text(value: string | undefined): string | undefined {
    return value && ownText(this.#bounded(value));
  }

  name(value: string | undefined): string | undefined {
    return value && this.#names.own(this.#bounded(value));
  }

  address(value: string): string {
    return this.#names.own(value);
  }

  host({ name, address }: Peer): JourneyHost {
    return { name: this.name(name), address: this.address(address) };
  }

  #bounded(value: string): string {
    return this.#show(value).slice(0, limits.text);
  }
}

/** Everything that a relay leaves as it is: the decoded parts, not the header, not the boundaries. */
function contentOf(parts: readonly Part[]): string | undefined {
  const leaves = parts.filter(({ sha256 }) => sha256 !== undefined);
  return leaves.length === 0 ? undefined : leaves.map(({ contentType, sha256 }) => `${contentType} ${sha256}`).join(' ').slice(0, 16 * limits.text);
}

function statedHop({ from, by, with: protocol, id, time, delay, client }: Hop, texts: KeptTexts): StatedHop {
  // What stands behind the name, or the id, is a comment.
  const word = (value: string | undefined): string | undefined => texts.name(firstWord(value));
  return {
    from: word(client?.helo ?? client?.name ?? from),
    address: client?.address && texts.address(client.address),
    by: word(by),
    with: word(protocol),
    id: texts.text(firstWord(id)),
    time: time && ownText(time),
    delay,
  };
}

function firstWord(value: string | undefined): string | undefined {
  const trimmed = value?.trim() ?? '';
  const blank = trimmed.search(/[\s;]/);
  return trimmed === '' ? undefined : blank === -1 ? trimmed : trimmed.slice(0, blank);
}

function placesOf({ connection: { sight } }: Session): Pick<MailSighting, 'toClient' | 'toServer' | 'isSeenTwice'> {
  const distances = sight?.points.flatMap(({ distance }) => distance ?? []) ?? [];
  return { toClient: Math.max(0, ...distances.map((distance) => -distance)), toServer: Math.max(0, ...distances), isSeenTwice: distances.length > 0 };
}

/** When the step began: with its connection, unless that was open before the mail could be carried on. */
export function beginOf(sighting: MailSighting, earlier: MailSighting | undefined): Arrival {
  const { opened, begin } = sighting;
  return earlier === undefined || (restBetween(earlier, sighting, opened) ?? -1) < 0 ? begin : opened;
}

/** Seconds at the host between them: without the way of the reply from it, and that of what it sends on, where other places show how long they take. */
export function restBetween(earlier: MailSighting, later: MailSighting, begin: Arrival): number | undefined {
  const seen = secondsBetween(earlier.end, begin);
  if (seen === undefined) return undefined;
  const behind = earlier.direction === 'retrieved' ? earlier.toClient : earlier.toServer;
  const before = later.direction === 'retrieved' ? 0 : later.toClient;
  return Math.round((seen + behind - before) * 1e9) / 1e9;
}

/** Who has the mail when the step is over. */
export function keeperOf({ direction, client, server }: MailSighting): JourneyHost {
  return direction === 'retrieved' ? client : server;
}

/** Who gives it. */
export function giverOf({ direction, client, server }: MailSighting): JourneyHost {
  return direction === 'retrieved' ? server : client;
}
