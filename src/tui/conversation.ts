/** A session that was opened, with what its lines mean to each other: brackets, states before and after, replies, findings, masks. */
import type { OpenedSession } from '../model/archive.js';
import type { Entry, EntryKind } from '../model/entry.js';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { Redaction } from '../report/redaction.js';

/** Where a line stands in the bracket of its step. */
export type BracketPlace = 'one' | 'top' | 'side' | 'end';

export interface LineFacts {
  readonly entry: Entry;
  readonly before: Entry | undefined;
  /** The step in whose bracket it stands. */
  readonly step: Entry['step'];
  readonly bracket: BracketPlace;
  /** Positions of the first and the last line in that bracket. */
  readonly first: number;
  readonly last: number;
  /** The protocol's state that the line met. */
  readonly stateBefore: string | undefined;
  readonly stateAfter: string | undefined;
  readonly answeredBy: Entry | undefined;
  /** The last line before it that a reply may answer. */
  readonly latestQuestion: number;
  readonly findings: readonly Finding[];
}

export interface Conversation {
  readonly opened: OpenedSession;
  readonly lines: readonly LineFacts[];
  /** Without the session's secrets; `entry` has some of its own. */
  mask(text: string, entry?: Entry): string;
}

/** What replies answer. */
const QUESTIONS: ReadonlySet<EntryKind> = new Set(['command', 'auth', 'message', 'data', 'tcp']);

export function conversationOf(opened: OpenedSession): Conversation {
  const { entries, findings } = opened;
  const redaction = new Redaction();
  for (const entry of entries) redaction.learn(entry);
  const replies = new Map<Entry, Entry>();
  for (const entry of entries) if (entry.answers !== undefined && !replies.has(entry.answers)) replies.set(entry.answers, entry);
  const found = new Map<Entry, Finding[]>();
  for (const finding of findings) {
    if (finding.entry === undefined) continue;
    const known = found.get(finding.entry);
    if (known === undefined) found.set(finding.entry, [finding]);
    else known.push(finding);
  }
  const brackets = bracketsOf(entries);
  let state: string | undefined;
  let latestQuestion = 0;
  const lines = entries.map((entry, at): LineFacts => {
    const reply = replies.get(entry);
    const stateBefore = state;
    state = entry.state ?? state;
    const facts: LineFacts = {
      entry,
      before: entries[at - 1],
      ...brackets[at]!,
      stateBefore,
      stateAfter: entry.kind === 'command' ? (reply?.state ?? state) : state,
      answeredBy: reply,
      latestQuestion,
      findings: found.get(entry) ?? [],
    };
    if (QUESTIONS.has(entry.kind)) latestQuestion = entry.id;
    return facts;
  });
  return { opened, lines, mask: (text, entry) => redaction.mask(text, entry?.secrets) };
}

type Bracket = Pick<LineFacts, 'step' | 'bracket' | 'first' | 'last'>;

/** Neighbours of one step stand in one bracket. */
function bracketsOf(entries: readonly Entry[]): readonly Bracket[] {
  const steps = stepsOf(entries);
  const places: Bracket[] = [];
  for (let first = 0; first < entries.length; ) {
    let end = first + 1;
    while (end < entries.length && steps[end] === steps[first]) end++;
    for (let at = first; at < end; at++) {
      const bracket = end - first === 1 ? 'one' : at === first ? 'top' : at === end - 1 ? 'end' : 'side';
      places.push({ step: steps[at]!, bracket, first, last: end - 1 });
    }
    first = end;
  }
  return places;
}

/** What surrounds the session in the midst of a step, as lookups before a reply do, does not break its bracket. */
function stepsOf(entries: readonly Entry[]): readonly Entry['step'][] {
  const steps = entries.map(({ step }) => step);
  let before = -1;
  entries.forEach(({ kind, step }, at) => {
    if (kind === 'context') return;
    if (before !== -1 && entries[before]!.step === step) steps.fill(step, before, at);
    before = at;
  });
  return steps;
}

/** Whether something waits for an answer to it. */
export function asks({ kind }: Entry): boolean {
  return QUESTIONS.has(kind);
}

/** The mail that a line is about: its own, that of what it answers, or the nearest one before it; else the session's first. */
export function messageAt({ opened, lines }: Conversation, at: number): Message | undefined {
  const entry = lines[at]?.entry;
  if (entry === undefined) return opened.messages[0];
  const own = entry.message ?? entry.answers?.message ?? opened.messages.find((message) => message.entries.includes(entry));
  return own ?? opened.messages.findLast(({ entries }) => (entries[0]?.id ?? 0) <= entry.id) ?? opened.messages[0];
}
