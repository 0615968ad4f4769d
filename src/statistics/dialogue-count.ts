/** Commands and what is answered to them, of one protocol: how often, and how soon. Hears of every entry. */
import type { Entry } from '../model/entry.js';
import type { MailProtocol } from '../model/session.js';
import type { CommandCount, ReplyCount } from '../model/statistics.js';
import { DistributionCollector } from './distribution.js';
import { Histogram, LATENCY_BOUNDS } from './histogram.js';
import { limits } from './limits.js';
import { Rows } from './rows.js';

interface CommandRow {
  readonly kind: CommandCount['kind'];
  readonly verb: string | undefined;
  count: number;
  readonly latency: DistributionCollector;
  readonly histogram: Histogram;
}

function commandRow(kind: CommandCount['kind'], verb?: string): CommandRow {
  return { kind, verb, count: 0, latency: new DistributionCollector(), histogram: new Histogram(LATENCY_BOUNDS) };
}

export class DialogueCount {
  readonly #protocol: MailProtocol;
  readonly #verbs = new Rows(limits.verbs, (verb) => commandRow('command', verb));
  readonly #others: Readonly<Record<'message' | 'auth' | 'data' | 'tcp', CommandRow>> = {
    message: commandRow('message'),
    auth: commandRow('auth'),
    data: commandRow('data'),
    tcp: commandRow('tcp'),
  };
  readonly #codes = new Map<number, number>();
  readonly #statuses = new Map<string, number>();

  constructor(protocol: MailProtocol) {
    this.#protocol = protocol;
  }

  /** `verb` and `answeredVerb` as they may be shown; `latency` where it answers something. */
  entry(entry: Entry, verb: string | undefined, answeredVerb: string | undefined, latency: number | undefined): void {
    const row = this.#rowOf(entry, verb);
    if (row !== undefined && isQuestion(entry)) row.count++;
    if (entry.code !== undefined) increase(this.#codes, entry.code);
    else if (entry.status !== undefined) increase(this.#statuses, entry.status);
    if (latency === undefined) return;
    const answered = this.#rowOf(entry.answers!, answeredVerb);
    answered?.latency.add(latency);
    if (latency >= 0) answered?.histogram.add(latency);
  }

  get commands(): readonly CommandCount[] {
    return [...Object.values(this.#others), ...this.#verbs.all].filter(({ count }) => count > 0).map((row) => this.#countOf(row));
  }

  /** Commands whose verbs have no row. */
  get uncounted(): number {
    return this.#verbs.others?.count ?? 0;
  }

  get replies(): readonly ReplyCount[] {
    const protocol = this.#protocol;
    const codes = [...this.#codes].sort(([a], [b]) => a - b).map(([code, count]) => ({ protocol, code, count }));
    return [...codes, ...[...this.#statuses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, count]) => ({ protocol, status, count }))];
  }

  #rowOf({ kind }: Entry, verb: string | undefined): CommandRow | undefined {
    switch (kind) {
      case 'command':
        return verb === undefined ? undefined : this.#verbs.of(verb);
      case 'message':
      case 'auth':
      case 'data':
      case 'tcp':
        return this.#others[kind];
      default:
        return undefined;
    }
  }

  #countOf({ kind, verb, count, latency, histogram }: CommandRow): CommandCount {
    const result = latency.result();
    return { protocol: this.#protocol, kind, verb, count, latency: result, histogram: result === undefined ? undefined : histogram.counts };
  }
}

/** Nobody answers the end of a connection, or a mail that was fetched. */
function isQuestion({ kind, from, step }: Entry): boolean {
  if (kind === 'command') return true;
  return kind === 'tcp' ? step === 'set-up' : from === 'client';
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
