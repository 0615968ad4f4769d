/**
 * What a rule is: its name, what is fixed about it, and how it watches. A rule judges what the dissectors have read; it
 * reads no octets itself, says no sentence, and keeps no more of a session than it needs: a capture can hold any number.
 */
import type { Entry, EntryKind } from '../model/entry.js';
import type { FindingId, FindingKind, FindingValues } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { MailProtocol } from '../model/session.js';
import type { SessionFacts } from './session-facts.js';

/** What a finding is about, where it is about a line or a mail. */
export interface Place {
  readonly entry?: Entry | undefined;
  readonly message?: Message | undefined;
}

/** Says that it was found, in the session and at the time it is called. */
export type Tell<Id extends FindingId> = (values: FindingValues[Id], place?: Place) => void;

/**
 * Hears what happens in one session, in order: an entry by its kind, when it is decided (ids, replies and all); a mail
 * when its fate is known; the end of the connection.
 */
export type Watcher = { readonly [K in EntryKind]?: (entry: Entry) => void } & {
  readonly mail?: (message: Message) => void;
  readonly end?: () => void;
};

/** Begins to watch; undefined where there is nothing to watch for. `facts` are those of the session of which it hears. */
export type Watch<Id extends FindingId> = (facts: SessionFacts, tell: Tell<Id>) => Watcher | undefined;

/** LMTP counts as SMTP. */
export type RuledProtocol = Exclude<MailProtocol, 'lmtp'>;

interface Named<Id extends FindingId> extends FindingKind {
  readonly id: Id;
  readonly protocols: readonly RuledProtocol[];
  /** Of protocols that say it in a section of their own. */
  readonly references?: Readonly<Partial<Record<RuledProtocol, string>>>;
  /** Told once a session, however often it is found. */
  readonly once?: true;
}

/** A rule that remembers nothing from one event to the next: it begins once, and hears of all sessions. */
export interface Judge<Id extends FindingId> extends Named<Id> {
  readonly judge: Watch<Id>;
}

/** A rule that follows each session: what it remembers of one lives in its watch. */
export interface Follower<Id extends FindingId> extends Named<Id> {
  /** Called once an analysis: what a rule knows across sessions lives between here and its watch, bounded. */
  readonly begin: () => Watch<Id>;
  /** It does know something across sessions: what it finds in one cannot be found again in that one alone. */
  readonly crosses?: true;
}

export type Rule<Id extends FindingId = FindingId> = Judge<Id> | Follower<Id>;

/** A rule of any name, as a list holds it: its watch tells with the values of that name. */
export type AnyRule = { readonly [K in FindingId]: Rule<K> }[FindingId];

export const ALL_PROTOCOLS = ['smtp', 'pop3', 'imap'] as const;
