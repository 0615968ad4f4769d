/**
 * Lets the rules watch all sessions, and tells a listener what they find: behind the line it is about, or before the
 * session's end. Bounded: of what one rule finds in one session only the first are told.
 */
import type { Entry, EntryKind } from '../model/entry.js';
import type { Finding, FindingId, FindingValues } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { MailProtocol, Session } from '../model/session.js';
import type { AnyRule, Place, Rule, Tell, Watch, Watcher } from './rule.js';
import { SessionFacts } from './session-facts.js';

/** What one rule may find in one session: a mail of a million bad lines is one bad mail. */
const MOST = 20;

type Heard = (entry: Entry) => void;

interface Watched {
  readonly facts: SessionFacts;
  readonly byKind: Map<EntryKind, Heard[]>;
  readonly mail: ((message: Message) => void)[];
  readonly end: (() => void)[];
}

/** A rule that has begun: how it watches, and in which protocols. */
interface Begun {
  readonly protocols: ReadonlySet<MailProtocol>;
  readonly watch: (facts: SessionFacts, found: Found) => Watcher | undefined;
}

type Found = (finding: Finding) => void;

export class FindingWatch {
  readonly #rules: readonly Begun[];
  readonly #sessions = new Map<Session, Watched>();
  readonly #tell: (session: Session, finding: Finding) => void;

  constructor(rules: readonly AnyRule[], tell: (session: Session, finding: Finding) => void) {
    this.#rules = rules.map((rule) => beginRule(rule as Rule));
    this.#tell = tell;
  }

  begin(session: Session): void {
    const watched: Watched = { facts: new SessionFacts(session), byKind: new Map(), mail: [], end: [] };
    for (const { protocols, watch } of this.#rules) {
      if (!protocols.has(session.protocol)) continue;
      const watcher = watch(watched.facts, (finding) => this.#tell(session, finding));
      if (watcher !== undefined) enlist(watcher, watched);
    }
    this.#sessions.set(session, watched);
  }

  entry(session: Session, entry: Entry): void {
    const { facts, byKind } = this.#sessions.get(session)!;
    facts.learn(entry);
    const heard = byKind.get(entry.kind);
    if (heard !== undefined) for (const hear of heard) hear(entry);
    facts.settle(entry);
  }

  message(session: Session, message: Message): void {
    for (const hear of this.#sessions.get(session)!.mail) hear(message);
  }

  end(session: Session): void {
    for (const hear of this.#sessions.get(session)!.end) hear();
    this.#sessions.delete(session);
  }
}

function beginRule<Id extends FindingId>(rule: Rule<Id>): Begun {
  const watch: Watch<Id> = rule.begin();
  const protocols = new Set<MailProtocol>(rule.protocols);
  if (protocols.has('smtp')) protocols.add('lmtp');
  return { protocols, watch: (facts, found) => watch(facts, teller(rule, found)) };
}

function teller<Id extends FindingId>({ id, severity, category, reference }: Rule<Id>, found: Found): Tell<Id> {
  let count = 0;
  return (values: FindingValues[Id], { entry, message }: Place = {}) => {
    if (++count > MOST) return;
    found({ id, severity, category, reference, values, entry, message } as Finding);
  };
}

function enlist({ mail, end, ...kinds }: Watcher, watched: Watched): void {
  if (mail !== undefined) watched.mail.push(mail);
  if (end !== undefined) watched.end.push(end);
  for (const kind of Object.keys(kinds) as EntryKind[]) {
    const heard = watched.byKind.get(kind);
    if (heard === undefined) watched.byKind.set(kind, [kinds[kind]!]);
    else heard.push(kinds[kind]!);
  }
}
