/**
 * What the first pass gave each session and a second one could not know: its connection's number, the ids of its mails, and
 * what depends on other sessions. Bounded where a capture could make up any amount.
 */
import { crossesSessions } from '../findings/recall.js';
import type { AnyRule } from '../findings/rule.js';
import type { Entry } from '../model/entry.js';
import type { Finding } from '../model/finding.js';
import type { Message, Sighting } from '../model/message.js';
import type { Session } from '../model/session.js';
import type { Waited } from '../model/notes/context.js';
import type { RecalledFinding, RecalledSurroundings, SessionIdentity } from '../model/trail.js';
import { column32 } from './column.js';

/** Mails that were seen handed over elsewhere, and findings, that are remembered. */
const MOST = 250_000;

export class IdentityBook {
  /** By session. */
  readonly #streams = column32();
  readonly #lastMessage = column32();
  /** By mail: the one before it in its session, 0 where there is none. */
  readonly #earlierMessage = column32();
  readonly #sightings = new Map<number, ReadonlyMap<string, Sighting>>();
  readonly #findings = new Map<number, RecalledFinding[]>();
  #findingCount = 0;
  readonly #surroundings = new Map<number, RecalledSurroundings>();
  #contextCount = 0;
  readonly #crossing: ReadonlySet<Finding['id']>;

  constructor(rules: readonly AnyRule[]) {
    this.#crossing = new Set(rules.filter(crossesSessions).map(({ id }) => id));
  }

  begin(session: Session): void {
    const { id, connection, client, server } = session;
    this.#streams.set(id, connection.stream);
    // Nothing has been said yet: the name is from elsewhere.
    if (client.name !== undefined || server.name !== undefined) this.#surroundingsOf(session);
  }

  entry(session: Session, entry: Entry): void {
    const { waited } = entry.note;
    if ((entry.kind !== 'context' && waited === undefined) || this.#contextCount >= MOST) return;
    this.#contextCount++;
    const known = this.#surroundingsOf(session);
    if (entry.kind === 'context') (known.entries ??= []).push(entry);
    if (waited !== undefined) (known.waited ??= new Map<number, Waited>()).set(entry.id, waited);
  }

  end({ id, client, server }: Session): void {
    const known = this.#surroundings.get(id);
    if (known === undefined) return;
    const { begun } = known;
    if (client.name !== begun.client || server.name !== begun.server) known.ended = { client: client.name, server: server.name };
  }

  /** A mail begins. */
  message({ id, session }: Message): void {
    this.#earlierMessage.set(id, this.#lastMessage.get(session));
    this.#lastMessage.set(session, id);
  }

  /** A mail is told. */
  told({ id, head }: Message): void {
    const seen = head?.received.filter((hop) => hop.seen !== undefined) ?? [];
    if (seen.length === 0 || this.#sightings.size >= MOST) return;
    this.#sightings.set(id, new Map(seen.map((hop) => [hop.id!.split(/[\s(;]/, 1)[0]!, hop.seen!])));
  }

  finding(session: Session, { id, values, entry, message }: Finding): void {
    if (!this.#crossing.has(id) || this.#findingCount >= MOST) return;
    this.#findingCount++;
    const finding: RecalledFinding = { id, values, entry: entry?.id, message: message?.id };
    const known = this.#findings.get(session.id);
    if (known === undefined) this.#findings.set(session.id, [finding]);
    else known.push(finding);
  }

  identityOf(id: number): SessionIdentity {
    const messages: number[] = [];
    for (let message = this.#lastMessage.get(id); message !== 0; message = this.#earlierMessage.get(message)) messages.push(message);
    return {
      id,
      stream: this.#streams.get(id),
      messages: messages.reverse(),
      sightingOf: (message, queueId) => this.#sightings.get(message)?.get(queueId),
      findings: this.#findings.get(id) ?? [],
      surroundings: this.#surroundings.get(id),
    };
  }

  #surroundingsOf({ id, client, server }: Session): RecalledSurroundings {
    let known = this.#surroundings.get(id);
    if (known === undefined) {
      const names = { client: client.name, server: server.name };
      this.#surroundings.set(id, (known = { begun: names, ended: names, entries: undefined, waited: undefined }));
    }
    return known;
  }
}
