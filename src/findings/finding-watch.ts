/**
 * Lets the rules watch all sessions, and tells a listener what they find: behind the line it is about, or before the
 * session's end. Bounded: of what one rule finds in one session only the first are told.
 *
 * Most rules remember nothing and are asked once for all sessions: that takes a third of the time, and of the memory of
 * many short sessions, that a watcher for each rule and session took.
 */
import type { Entry } from '../model/entry.js';
import type { Finding, FindingId, FindingValues } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { Session } from '../model/session.js';
import { Audience } from './audience.js';
import type { AnyRule, Place, Rule, RuledProtocol, Tell, Watch, Watcher } from './rule.js';
import { SessionFacts, type SessionState } from './session-facts.js';

/** What one rule may find in one session: a mail of a million bad lines is one bad mail. */
const MOST = 20;

/** A session that is watched. */
interface Watched {
  readonly state: SessionState;
  /** Those who follow this session alone. */
  readonly followers: Audience;
  /** How often each rule has found something; absent where none has. */
  counts: Map<FindingId, number> | undefined;
}

/** The rules of one protocol. */
interface Crew {
  /** Those who hear of all sessions. */
  readonly judges: Audience;
  readonly follow: (() => Watcher | undefined)[];
}

type TellFinding = (session: Session, finding: Finding) => void;

export class FindingWatch {
  readonly #crews: Readonly<Record<RuledProtocol, Crew>>;
  readonly #sessions = new Map<Session, Watched>();
  readonly #facts = new SessionFacts();
  readonly #tell: TellFinding;
  /** The session at hand. */
  #watched: Watched | undefined;

  constructor(rules: readonly AnyRule[], tell: TellFinding) {
    this.#tell = tell;
    this.#crews = { smtp: createCrew(), pop3: createCrew(), imap: createCrew() };
    for (const rule of rules) this.#enlist(rule);
  }

  begin(session: Session): void {
    const watched: Watched = { state: this.#facts.begin(session), followers: new Audience(), counts: undefined };
    this.#sessions.set(session, watched);
    this.#watched = watched;
    for (const follow of this.#crewOf(session).follow) {
      const watcher = follow();
      if (watcher !== undefined) watched.followers.add(watcher);
    }
  }

  entry(session: Session, entry: Entry): void {
    const { followers } = this.#enter(session);
    if (entry.kind !== 'context') this.#facts.learn(entry);
    this.#crewOf(session).judges.entry(entry);
    followers.entry(entry);
    if (entry.kind !== 'context') this.#facts.settle(entry);
  }

  message(session: Session, message: Message): void {
    const { followers } = this.#enter(session);
    this.#crewOf(session).judges.mail(message);
    followers.mail(message);
  }

  end(session: Session): void {
    const { followers } = this.#enter(session);
    this.#crewOf(session).judges.end();
    followers.end();
    this.#sessions.delete(session);
  }

  #enter(session: Session): Watched {
    const watched = this.#sessions.get(session)!;
    this.#watched = watched;
    this.#facts.enter(watched.state);
    return watched;
  }

  #crewOf(session: Session): Crew {
    return this.#crews[ruledProtocol(session)];
  }

  #enlist<Id extends FindingId>(rule: Rule<Id>): void {
    const tell = this.#teller(rule);
    const crews = rule.protocols.map((protocol) => this.#crews[protocol]);
    if ('judge' in rule) {
      const watcher = rule.judge(this.#facts, tell);
      if (watcher !== undefined) for (const { judges } of crews) judges.add(watcher);
    } else {
      const watch: Watch<Id> = rule.begin();
      for (const { follow } of crews) follow.push(() => watch(this.#facts, tell));
    }
  }

  #teller<Id extends FindingId>({ id, severity, category, reference: common, references, once }: Rule<Id>): Tell<Id> {
    const most = once === true ? 1 : MOST;
    return (values: FindingValues[Id], { entry, message }: Place = {}) => {
      const watched = this.#watched!;
      const counts = (watched.counts ??= new Map<FindingId, number>());
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      if (count > most) return;
      const reference = references?.[ruledProtocol(watched.state.session)] ?? common;
      this.#tell(watched.state.session, { id, severity, category, reference, values, entry, message } as Finding);
    };
  }
}

function ruledProtocol({ protocol }: Session): RuledProtocol {
  return protocol === 'lmtp' ? 'smtp' : protocol;
}

function createCrew(): Crew {
  return { judges: new Audience(), follow: [] };
}
