/**
 * Lines of logs, each with the session that it tells of: by the queue id that a reply has named, or another line; by the
 * address of the client, or of the next host. A line that comes before the reply that names its queue id waits for that.
 */
import { secondsBetween, type Instant } from '../../bytes/time.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { HeardUdp } from '../../model/datagram.js';
import type { LogEvent } from '../../model/notes/context.js';
import type { Side } from '../../model/endpoint.js';
import { pointerName } from './domain-names.js';
import type { HostNames } from './host-names.js';
import { limits } from './limits.js';
import { parseLogLine, type LogLine } from './log-line.js';
import type { Party } from './party.js';
import type { PartyIndex } from './party-index.js';

interface Heard extends Pick<HeardUdp, 'source' | 'destination' | 'arrival'> {
  readonly line: LogLine;
}

/** Whose session a line tells of, and which side of it writes. */
interface Writer {
  readonly party: Party;
  readonly from: Side;
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
    const writer = this.#writerOf(heard);
    if (writer !== undefined) this.#tell(heard, writer);
    else if (line.queueId !== undefined) this.#wait(line.queueId, heard);
    return true;
  }

  /** A reply has named it: what was told of it before is told of this session. */
  named(queueId: string, party: Party): void {
    const waiting = this.#waiting.get(queueId) ?? [];
    this.#waiting.delete(queueId);
    // Where one host alone has spoken of it, that is the one, from whatever address; unless it is known to be the client.
    const isOneHost = new Set(waiting.map(({ source }) => source.address)).size === 1 && !isHost(party, 'client', waiting[0]!, this.#names);
    for (const heard of waiting) if (isOneHost || isHost(party, 'server', heard, this.#names)) this.#tell(heard, { party, from: 'server' });
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

  /** The evidence, the best first: an id, then the address of the other host. */
  #writerOf(heard: Heard): Writer | undefined {
    const { queueId, ids, event } = heard.line;
    const own = queueId === undefined ? [] : [queueId];
    const inward = (): Writer | undefined => this.#byIds(heard, own, 'server') ?? this.#byAddress(heard, 'server');
    if (!ONWARD.has(event)) return inward();
    // The id under which the next host has taken it.
    return this.#byIds(heard, ids.filter((id) => id !== queueId), 'client') ?? this.#byAddress(heard, 'client') ?? inward();
  }

  /** Where ids collide the host decides; where several fit, the latest. */
  #byIds(heard: Heard, ids: readonly string[], from: Side): Writer | undefined {
    const parties = ids.flatMap((id) => this.#index.under(idKey(id)));
    const party = parties.findLast((one) => isHost(one, from, heard, this.#names)) ?? this.#onlyOne(heard, parties, from);
    return party && { party, from };
  }

  #byAddress(heard: Heard, from: Side): Writer | undefined {
    const { addresses } = heard.line;
    const other = otherSide(from);
    const parties = addresses.flatMap((address) => this.#index.under(pointerName(address)));
    const party = parties.findLast((one) => addresses.includes(one[other].address) && isHost(one, from, heard, this.#names));
    return party && { party, from };
  }

  /** The host may have another address than the one it logs from: then nothing else may have that id. */
  #onlyOne(heard: Heard, [first, ...others]: readonly Party[], from: Side): Party | undefined {
    if (first === undefined || others.some((other) => other !== first)) return undefined;
    return isHost(first, otherSide(from), heard, this.#names) ? undefined : first;
  }

  #tell(heard: Heard, writer: Writer): void {
    const { queueId } = heard.line;
    const { party } = writer;
    party.place(logEntry(heard, writer, this.#names));
    if (queueId !== undefined && !ONWARD.has(heard.line.event)) this.#index.file(party, idKey(queueId));
  }
}

function otherSide(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}

export function idKey(queueId: string): string {
  return `id ${queueId}`;
}

/** Whether the line comes from that side: by its address, or by a name that both have. */
function isHost(party: Party, side: Side, { source, line }: Heard, names: HostNames): boolean {
  const { address } = party[side];
  if (address === source.address) return true;
  const name = (party.session?.[side].name ?? names.nameOf(address))?.toLowerCase();
  const host = line.host?.toLowerCase();
  return name !== undefined && host !== undefined && (name === host || name.startsWith(`${host}.`));
}

function logEntry({ line, destination, arrival }: Heard, { party, from }: Writer, names: HostNames): EntryDraft {
  const { host, program, text, event, queueId, sender, recipient, relay, words, messageId } = line;
  const params = { from, to: names.nameOf(destination.address) ?? destination.address, program, event, queueId, sender, recipient, relay, words, messageId };
  const entry = createEntry('context', from, new ExtentBuilder(0, 0, arrival), { phase: party.phase, step: 'log' }, undefined, { key: 'context.log', params });
  entry.text = program === undefined ? text : `${program}: ${text}`;
  entry.decoded = valuesOf({ 'service': 'syslog', 'syslog.hostname': host, 'syslog.appname': program, 'syslog.msg': text, queueId, sender, recipient, relay, messageId });
  return entry;
}

function valuesOf(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
