/**
 * Counts what an analysis tells, as it is told, in bounded memory: whatever a capture makes up, tables end and
 * percentiles are taken from buckets. Holds nothing of a session that has ended.
 */
import { secondsBetween } from '../bytes/time.js';
import type { Entry } from '../model/entry.js';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { MailProtocol, Session } from '../model/session.js';
import type { Statistics } from '../model/statistics.js';
import type { AnalysisTotals } from '../model/totals.js';
import { DialogueCount } from './dialogue-count.js';
import { DistributionCollector } from './distribution.js';
import { FindingTally } from './finding-tally.js';
import { LATENCY_BOUNDS } from './histogram.js';
import { limits } from './limits.js';
import { MailCount } from './mail-count.js';
import { PeerCount, type ServerRow } from './peer-count.js';
import { SessionCount } from './session-count.js';
import { Slowest } from './slowest.js';
import { TimelineCollector } from './timeline.js';

/** A text of the session's, as a view may show it; `secrets` are those of the entry that it comes from. */
export type Shown = (session: Session, text: string, secrets?: readonly string[]) => string;

interface Live {
  readonly server: ServerRow;
  entries: number;
  messages: number;
  messageBytes: number;
  /** Told before it was decided whether they belong to SMTP or LMTP; undefined since. */
  undecided: Entry[] | undefined;
}

/** Nanoseconds. */
const UNIT = 1e9;

export class StatisticsCollector {
  readonly #shown: Shown | undefined;
  readonly #live = new Map<Session, Live>();
  readonly #dialogues = new Map<MailProtocol, DialogueCount>();
  readonly #peers = new PeerCount();
  readonly #sessions = new SessionCount();
  readonly #mails = new MailCount();
  readonly #timeline = new TimelineCollector();
  readonly #latency = new DistributionCollector();
  readonly #serverTime = new DistributionCollector();
  readonly #slowest = new Slowest();
  readonly #findings = new FindingTally();
  #entries = 0;

  /** `shown` is asked for every text that comes from the capture; without it, texts are counted as they are. */
  constructor(shown?: Shown) {
    this.#shown = shown;
  }

  begin(session: Session): void {
    const undecided = session.protocol === 'smtp' ? [] : undefined;
    this.#live.set(session, { server: this.#peers.serverOf(session), entries: 0, messages: 0, messageBytes: 0, undecided });
    this.#timeline.session(session.connection.first);
  }

  entry(session: Session, entry: Entry): void {
    const live = this.#live.get(session)!;
    this.#entries++;
    live.entries++;
    if (entry.kind === 'gap') this.#sessions.gap();
    if (live.undecided === undefined) this.#count(session, entry, live);
    else this.#wait(session, entry, live, live.undecided);
  }

  message(session: Session, message: Message): void {
    const live = this.#live.get(session)!;
    live.messages++;
    live.messageBytes += message.size;
    this.#mails.message(message);
    const first = message.entries.find(({ kind }) => kind === 'message') ?? message.entries[0];
    if (first !== undefined) this.#timeline.message(first.extent.last);
  }

  finding(finding: Finding): void {
    this.#findings.add(finding);
  }

  end(session: Session): void {
    const live = this.#live.get(session)!;
    this.#live.delete(session);
    this.#decide(session, live);
    const shown = (text: string): string => this.#shown?.(session, text) ?? text;
    this.#peers.session(session, live, shown);
    this.#sessions.session(session, shown);
  }

  result({ connections, scanned }: AnalysisTotals): Statistics {
    const { sessions, bytes, packets, ...rest } = this.#sessions.result;
    const { messages, messageBytes, ...mails } = this.#mails.result;
    const { sessionsByProtocol, ...peers } = this.#peers.result;
    const dialogues = [...this.#dialogues.values()];
    const uncounted = dialogues.reduce((sum, dialogue) => sum + dialogue.uncounted, 0);
    return {
      connections,
      scanned: scanned === 0 ? undefined : scanned,
      sessions,
      sessionsByProtocol,
      entries: this.#entries,
      messages,
      messageBytes,
      bytes,
      packets,
      ...peers,
      latencyBounds: LATENCY_BOUNDS,
      commands: {
        rows: dialogues.flatMap(({ commands }) => commands).sort((a, b) => b.count - a.count),
        others: uncounted === 0 ? undefined : { count: uncounted },
      },
      replies: dialogues.flatMap(({ replies }) => replies).sort((a, b) => b.count - a.count),
      latency: this.#latency.result(),
      serverTime: this.#serverTime.result(),
      slowest: this.#slowest.replies,
      ...rest,
      ...mails,
      timeline: this.#timeline.result,
      findings: this.#findings.result,
    };
  }

  /** A session on the port of SMTP speaks LMTP when its client says LHLO; what came before is counted with the rest. */
  #wait(session: Session, entry: Entry, live: Live, undecided: Entry[]): void {
    undecided.push(entry);
    if (entry.kind === 'command' || undecided.length >= limits.undecided) this.#decide(session, live);
  }

  #decide(session: Session, live: Live): void {
    const { undecided = [] } = live;
    live.undecided = undefined;
    for (const entry of undecided) this.#count(session, entry, live);
  }

  #count(session: Session, entry: Entry, { server }: Live): void {
    // What others answer is no reply of the server's.
    if (entry.kind === 'context') return;
    const { answers } = entry;
    const latency = answers === undefined ? undefined : secondsBetween(answers.extent.last, entry.extent.first);
    this.#dialogue(session.protocol).entry(entry, this.#verbOf(session, entry), this.#verbOf(session, answers), latency);
    if (latency === undefined) return;
    this.#latency.add(latency);
    server.latency.add(latency);
    if (latency < 0) return;
    this.#slowest.add(session.id, entry.id, latency);
    const { serverRoundTrip } = session.connection;
    if (serverRoundTrip === undefined) return;
    const own = latency > serverRoundTrip ? Math.round((latency - serverRoundTrip) * UNIT) / UNIT : 0;
    this.#serverTime.add(own);
    server.serverTime.add(own);
  }

  #verbOf(session: Session, entry: Entry | undefined): string | undefined {
    const verb = entry?.verb;
    return verb === undefined || this.#shown === undefined ? verb : this.#shown(session, verb, entry?.secrets);
  }

  #dialogue(protocol: MailProtocol): DialogueCount {
    let dialogue = this.#dialogues.get(protocol);
    if (dialogue === undefined) this.#dialogues.set(protocol, (dialogue = new DialogueCount(protocol)));
    return dialogue;
  }
}
