/**
 * Lines of logs, each with the session that it tells of: by the queue id that a reply has named, or another line; by the
 * address of the client, or of the next host. A line that comes before the reply that names its queue id waits for that.
 */
import { secondsBetween, type Instant } from '../../bytes/time.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { HeardUdp } from '../../model/datagram.js';
import type { LogEvent } from '../../model/notes/context.js';
import type { Side } from '../../model/stream.js';
import type { HostNames } from './host-names.js';
import { limits } from './limits.js';
import { parseLogLine, type LogLine } from './log-line.js';
import type { Party } from './party.js';
import type { PartyIndex } from './party-index.js';

interface Heard extends Pick<HeardUdp, 'source' | 'destination' | 'arrival'> {
  readonly line: LogLine;
}

/** What is told of a mail on its way on. */
const ONWARD: ReadonlySet<LogEvent> = new Set(['delivered', 'deferred', 'bounced']);

export class Logs {
  readonly #names: HostNames;
  readonly #index: PartyIndex;
  /** By queue id. */
  readonly #waiting = new Map<string, Heard[]>();

  constructor(names: HostNames, index: PartyIndex) {
    this.#names = names;
    this.#index = index;
  }

  /** Whether it was a line of a log. */
  take({ source, destination, arrival, payload }: HeardUdp): boolean {
    const line = parseLogLine(payload);
    if (line === undefined) return false;
    const heard: Heard = { source, destination, arrival, line };
    const party = this.#partyOf(heard);
    if (party !== undefined) this.#tell(heard, party);
    else if (line.queueId !== undefined) this.#wait(line.queueId, heard);
    return true;
  }

  /** A reply has named it: what was told of it before is told of this session. */
  named(queueId: string, party: Party): void {
    const heard = this.#waiting.get(queueId) ?? [];
    this.#waiting.delete(queueId);
    for (const one of heard) if (isHostOf(party, one, this.#names) || heard.length === 1) this.#tell(one, party);
  }

  passes(now: Instant): void {
    for (const [id, [first]] of this.#waiting) {
      if ((secondsBetween(first!.arrival, now) ?? 0) <= limits.after) return;
      this.#waiting.delete(id);
    }
  }

  #wait(queueId: string, heard: Heard): void {
    const known = this.#waiting.get(queueId);
    if (known !== undefined) {
      if (known.length < limits.candidates) known.push(heard);
      return;
    }
    if (this.#waiting.size >= limits.lookups) this.#waiting.delete(this.#waiting.keys().next().value!);
    this.#waiting.set(queueId, [heard]);
  }

  /** The evidence, the best first. */
  #partyOf(heard: Heard): Party | undefined {
    const { line, source } = heard;
    const under = (keys: readonly string[]): readonly Party[] => keys.flatMap((key) => this.#index.under(key));
    const onward = (): Party | undefined =>
      // The id under which the next host has taken it, or that host itself.
      this.#best(heard, under(line.ids.filter((id) => id !== line.queueId).map(idKey)), 'client') ??
      this.#best(heard, under(line.addresses.map((address) => `${source.address} ${address}`)), 'client');
    const inward = (): Party | undefined =>
      this.#best(heard, under(line.queueId === undefined ? [] : [idKey(line.queueId)])) ??
      this.#best(heard, under(line.addresses.map((address) => `${address} ${source.address}`)), 'server');
    return ONWARD.has(line.event) ? (onward() ?? inward()) : inward();
  }

  /** Where ids collide the host decides; where several fit, the latest. */
  #best(heard: Heard, parties: readonly Party[], side?: Side): Party | undefined {
    const own = parties.filter((party) => isHostOf(party, heard, this.#names, side));
    if (own.length > 0) return own.at(-1);
    // The host may have another address than the one it logs from: then nothing else may have that id.
    return side === 'server' || new Set(parties).size !== 1 ? undefined : parties[0];
  }

  #tell(heard: Heard, party: Party): void {
    const { queueId } = heard.line;
    party.place(logEntry(heard, party, this.#names));
    if (queueId !== undefined && !ONWARD.has(heard.line.event)) this.#index.file(party, idKey(queueId));
  }
}

export function idKey(queueId: string): string {
  return `id ${queueId}`;
}

/** Whether the line comes from a host of the connection: by its address, or by a name that both have. */
function isHostOf(party: Party, { source, line }: Heard, names: HostNames, side?: Side): boolean {
  const ends = side === 'client' ? [party.client] : side === 'server' ? [party.server] : [party.server, party.client];
  return ends.some(({ address }) => {
    const name = names.nameOf(address)?.toLowerCase();
    return address === source.address || (name !== undefined && line.host !== undefined && (name === line.host.toLowerCase() || name.startsWith(`${line.host.toLowerCase()}.`)));
  });
}

function logEntry({ line, source, destination, arrival }: Heard, party: Party, names: HostNames): EntryDraft {
  const { host, program, text, event, queueId, sender, recipient, relay, words } = line;
  const from: Side = source.address === party.client.address || (source.address !== party.server.address && ONWARD.has(event)) ? 'client' : 'server';
  const params = { from, to: names.nameOf(destination.address) ?? destination.address, program, event, queueId, sender, recipient, relay, words };
  const entry = createEntry('context', from, new ExtentBuilder(0, 0, arrival), { phase: party.phase, step: 'log' }, undefined, { key: 'context.log', params });
  entry.text = program === undefined ? text : `${program}: ${text}`;
  entry.decoded = valuesOf({ 'service': 'syslog', 'syslog.hostname': host, 'syslog.appname': program, 'syslog.msg': text, queueId, sender, recipient, relay });
  return entry;
}

function valuesOf(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
