/** The words of the terminal view: names of screens, columns and keys, what dialogs ask, and how a session went. */
import type { SessionOutcomes } from '../model/archive.js';

export type ScreenName = 'sessions' | 'conversation' | 'bytes' | 'mail' | 'findings' | 'statistics' | 'follow' | 'journey' | 'help';

/** Of the list of sessions, in their order. */
export type ListColumn = 'number' | 'start' | 'protocol' | 'client' | 'server' | 'user' | 'parties' | 'mails' | 'bytes' | 'duration' | 'captures' | 'outcome' | 'findings';

/** What a key does, on every screen. */
export type Action =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'half-up'
  | 'half-down'
  | 'first'
  | 'last'
  | 'enter'
  | 'back'
  | 'pane'
  | 'filter'
  | 'next'
  | 'previous'
  | 'help'
  | 'save'
  | 'findings'
  | 'bytes'
  | 'mail'
  | 'follow'
  | 'statistics'
  | 'journey'
  | 'onward'
  | 'backward'
  | 'copy'
  | 'sort-left'
  | 'sort-right'
  | 'reverse'
  | 'clock'
  | 'secrets'
  | 'language'
  | 'palette'
  | 'pause'
  | 'redraw'
  | 'suspend'
  | 'quit';

/** Keys that stand in the last line where there is a mail. */
export type MailKeyAction = 'journey' | 'onward' | 'backward';

/** Keys with a place in the last line. */
export type FunctionKeyAction = 'help' | 'save' | 'filter' | 'findings' | 'bytes' | 'mail' | 'follow' | 'statistics' | 'copy' | 'quit';

/** Keys without a letter, as keyboards name them. */
export type KeyName = 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'space' | 'home' | 'end' | 'enter' | 'escape' | 'backspace' | 'tab' | 'shift' | 'control';

export type Clock = 'absolute' | 'relative' | 'delta';

/** What can be written into a file. */
export type SaveKind = 'packets' | 'transcript' | 'report' | 'mail' | 'part';

/** A part of the explanation of a line. */
export type ExplanationHeading = 'sent' | 'meaning' | 'values' | 'exchange' | 'standard' | 'findings' | 'place' | 'session';

export type ValueName = 'command' | 'arguments' | 'tag' | 'code' | 'enhanced' | 'status' | 'response-code' | 'step' | 'phase' | 'frames' | 'offset' | 'octets' | 'time' | 'mail' | 'records' | 'state';

/** Something that is said in the line above the keys. */
export interface Remarks {
  'reading': { done: string; of: string | undefined; packets: number };
  'read-failed': { reason: string };
  'no-sessions': Record<string, never>;
  'no-mail-here': Record<string, never>;
  'no-match': { text: string };
  /** Of a long stream, where only one part of it is shown. */
  'no-match-in-part': { text: string; part: number; parts: number };
  'searching': { looked: number; of: number };
  'arranging': Record<string, never>;
  'language': Record<string, never>;
  'clock': { clock: Clock };
  'secrets': { shown: boolean };
  'palette': { palette: 'dark' | 'light' | 'none' };
  'paused': { paused: boolean };
  'sorted': { column: ListColumn; descending: boolean };
  'saved': { path: string; octets: number };
  'not-saved': { path: string; reason: string };
  'cannot-open': { reason: string };
  'copied': { text: string };
  'growing': Record<string, never>;
  'omitted': { lines: number };
  'lost': { packets: number };
  'opening': { session: number };
  /** The mail goes on, or came from, nowhere that was recorded. */
  'no-hop': { onward: boolean };
  'hop': { at: number; of: number };
  /** A mail that was split: one of them is to be chosen. */
  'hops': { count: number };
}

export type RemarkKey = keyof Remarks;
export type Remark = { [Key in RemarkKey]: { readonly key: Key; readonly params: Remarks[Key] } }[RemarkKey];

export interface ScreenWords {
  readonly screens: Readonly<Record<ScreenName, string>>;
  readonly columns: Readonly<Record<ListColumn, string>>;
  /** At most eight letters or so: ten of them share a line. */
  readonly functionKeys: Readonly<Record<FunctionKeyAction | MailKeyAction, string>>;
  readonly keys: Readonly<Record<KeyName, string>>;
  /** On the page of help, a phrase each. */
  readonly actions: Readonly<Record<Action, string>>;
  readonly saves: Readonly<Record<SaveKind, string>>;
  readonly explanations: Readonly<Record<ExplanationHeading, string>>;
  readonly values: Readonly<Record<ValueName, string>>;
  /** How a session went, in a column. */
  readonly outcomes: { readonly [Key in keyof SessionOutcomes]: (params: SessionOutcomes[Key]) => string };
  readonly remarks: { readonly [Key in RemarkKey]: (params: Remarks[Key]) => string };
  readonly help: HelpWords;
  readonly dialogs: DialogWords;
  /** At the foot of the list. */
  counts(shown: number, all: number, mails: number, octets: string): string;
  filtered(text: string): string;
  /** Above the line that is typed into. */
  readonly filterHint: string;
  /** Which line of how many. */
  position(at: number, of: number): string;
  mail(id: number): string;
  /** Beside the first line of a reply. */
  moreLines(count: number): string;
  /** More recipients than are shown. */
  andMore(count: number): string;
  /** A reply, and what it answers, with the wait between them; `wait` is formatted. */
  answers(line: number, wait: string | undefined): string;
  answeredBy(line: number, wait: string | undefined): string;
  readonly unanswered: string;
  /** Of the wait, so much is the network's (the round trip). */
  roundTrip(duration: string): string;
  stateChange(before: string, after: string): string;
  stateKept(state: string): string;
  frames(frames: string, count: number): string;
  streamOffset(from: string, to: string): string;
  /** Of what surrounds a session. */
  readonly beside: string;
  /** What stands in a mask's place, on the page of octets. */
  readonly masked: string;
  readonly opened: string;
  readonly inflated: string;
  readonly noFindings: string;
  readonly noHeader: string;
  /** Above the steps of a mail of which no other step was seen. */
  readonly oneStep: string;
  readonly here: string;
  /** A stream that is too long for one page: which part of how many, and how to get to the others. */
  part(at: number, of: number): string;
  readonly partBelow: string;
  readonly partAbove: string;
  from(side: string): string;
}

export interface HelpWords {
  readonly introduction: string;
  readonly sections: Readonly<Record<'moving' | 'looking' | 'doing' | 'showing' | 'leaving', string>>;
  readonly signs: string;
  /** What a sign means, in the order of the page. */
  readonly sign: Readonly<Record<'critical' | 'warning' | 'notice' | 'info' | 'client' | 'server' | 'refusal' | 'delay' | 'gap' | 'context', string>>;
  readonly filters: string;
  readonly filterTexts: readonly string[];
  readonly mouse: string;
}

export interface DialogWords {
  readonly filter: string;
  readonly save: string;
  readonly path: string;
  readonly overwrite: string;
  readonly quit: string;
  readonly copied: string;
  readonly copiedHint: string;
  /** How to go on and how to leave. */
  readonly keys: string;
  readonly confirmKeys: string;
  overwriteQuestion(path: string): string;
  readonly quitQuestion: string;
}
