/**
 * Gathers what a report is made from while the captures are read. Sessions lie as JSON text until they are rendered:
 * text is smaller than the objects it stands for, and a report is written when everything is known.
 */
import type { Entry } from '../model/entry.js';
import type { Journey, Journeys } from '../model/journey.js';
import type { Message } from '../model/message.js';
import type { KeptBodies } from '../model/platform.js';
import type { Session } from '../model/session.js';
import type { Statistics } from '../model/statistics.js';
import { JourneyCollector } from '../journey/collector.js';
import { StatisticsCollector } from '../statistics/collector.js';
import { fieldSentence, findingSentence, languages, type Language, type LanguageCode } from '../text/index.js';
import { Anonymity } from './anonymity.js';
import type { Both, ReportAbout, ReportCapture, ReportContent, ReportFinding, ReportJourney, ReportMessage, ReportSession } from './content.js';
import { journeyJson, messageJourneys, type MessageJourneyJson } from './journey/json.js';
import { stopWords } from './journey/stop-words.js';
import { captureJson, type CaptureJson } from './json/capture.js';
import { entryMembers } from './json/entry.js';
import { findingJson } from './json/finding.js';
import { messageJson } from './json/message.js';
import { sessionJson } from './json/session.js';
import { Redaction, passwordsOf } from './redaction.js';
import type { Report } from './report.js';
import { terminalText } from './terminal-text.js';
import { entryNote } from './text/entry-line.js';
import { clock } from './text/session-head.js';
import { clockWords, sessionVantage } from './vantage.js';

/** UTF-16 units of a body that a report holds. */
const LONGEST_BODY = 1 << 18;

/** Journeys that a report tells of. */
const MOST_JOURNEYS = 200;

export interface GatheringOptions {
  readonly about: ReportAbout;
  /** Absent where bodies are left out. */
  readonly bodies?: KeptBodies | undefined;
}

/** One session as it was gathered: JSON texts. */
interface Draft {
  readonly redaction: Redaction | undefined;
  readonly entries: string[];
  readonly messages: string[];
  readonly findings: string[];
  /** How many of the first entries were told before the latest secret was known. */
  early: number;
  head: string;
}

interface DraftHead {
  readonly session: Omit<ReportSession['session'], 'timeline'>;
  readonly clock: string | undefined;
}

interface DraftEntry {
  readonly entry: ReportSession['session']['timeline'][number];
  readonly notes: Both<string>;
}

/** `render` is called once, when everything has been told. */
export function gatherReport({ about, bodies }: GatheringOptions, render: (content: ReportContent) => void): Report {
  const language = languages[about.language];
  const captures: ReportCapture[] = [];
  const live = new Map<Session, Draft>();
  const drafts = new Map<number, Draft>();
  const journeys = new JourneyCollector(about.redacted ? (session, text) => live.get(session)!.redaction!.mask(text) : undefined);
  const statistics = new StatisticsCollector(
    about.redacted ? (session, text, own) => live.get(session)!.redaction!.mask(text, own ?? passwordsOf(session)) : undefined,
  );
  return {
    begin(session) {
      live.set(session, { redaction: about.redacted ? new Redaction() : undefined, entries: [], messages: [], findings: [], early: 0, head: '' });
      statistics.begin(session);
    },
    entry(session, entry) {
      const draft = live.get(session)!;
      const notes = inBoth((words) => entryNote(entry, words));
      const text = `{"entry":{${entryMembers(session, entry, language)}},"notes":${JSON.stringify(notes)}}`;
      learn(draft, entry);
      draft.entries.push(draft.redaction?.maskText(text, entry.secrets) ?? text);
      statistics.entry(session, entry);
      journeys.entry(session, entry);
    },
    omitted(session, entry) {
      const draft = live.get(session);
      if (draft !== undefined) learn(draft, entry);
      journeys.entry(session, entry);
    },
    message(session, message) {
      statistics.message(session, message);
      journeys.message(session, message);
      live.get(session)!.messages.push(JSON.stringify(gatherMessage(message, language, bodies)));
    },
    finding(session, finding) {
      statistics.finding(finding);
      const text = inBoth((words) => findingSentence(words, finding));
      live.get(session)!.findings.push(JSON.stringify({ finding: findingJson(session, finding, language), text } satisfies ReportFinding));
    },
    end(session) {
      statistics.end(session);
      const draft = live.get(session)!;
      live.delete(session);
      const head: DraftHead = { session: sessionJson(session), clock: clock(session.connection.first, about.zone) };
      draft.head = JSON.stringify(head);
      drafts.set(session.id, draft.redaction === undefined ? draft : masked(draft, draft.redaction, passwordsOf(session)));
    },
    capture(position, summary, aligned) {
      captures[position] = {
        capture: captureJson(summary, language, aligned),
        warnings: inBoth((words) => captureJson(summary, words).warnings.map(({ text }) => text)),
        first: summary.first && clock(summary.first, about.zone),
        last: summary.last && clock(summary.last, about.zone),
        clock: undefined,
      };
    },
    done(totals) {
      render(contentOf({ about, captures, drafts, ways: journeys.result(), statistics: statistics.result(totals) }));
    },
  };
}

interface Gathered {
  readonly about: ReportAbout;
  readonly captures: readonly ReportCapture[];
  readonly drafts: ReadonlyMap<number, Draft>;
  readonly ways: Journeys;
  readonly statistics: Statistics;
}

function contentOf({ about, captures, drafts, ways, statistics }: Gathered): ReportContent {
  const ids = [...drafts.keys()].sort((a, b) => a - b);
  const journeys = messageJourneys(ways);
  const files = captures.map(({ capture }) => capture);
  const sessionAt = (id: number): ReportSession => withVantage(withJourneys(sessionOf(drafts.get(id)!), journeys), files);
  const anonymity = about.anonymised ? new Anonymity() : undefined;
  if (anonymity !== undefined) for (const id of ids) anonymity.learn(sessionAt(id));
  const shown = <T>(value: T): T => (anonymity === undefined ? value : anonymity.hide(value));
  const linked = ways.journeys.filter(({ stops }) => stops.length > 1);
  return {
    about: { ...about, commandLine: shown(about.commandLine) },
    captures: shown(captures.map((told) => withClock(told, files))),
    sessionCount: ids.length,
    *sessions() {
      for (const id of ids) yield shown(sessionAt(id));
    },
    journeys: shown(linked.slice(0, MOST_JOURNEYS).map((journey) => reportJourney(journey, about))),
    moreJourneys: Math.max(0, linked.length - MOST_JOURNEYS),
    statistics: shown(statistics),
  };
}

function withJourneys(report: ReportSession, journeys: ReadonlyMap<number, MessageJourneyJson>): ReportSession {
  const messages = report.messages.map((told) => ({ ...told, message: { ...told.message, journey: journeys.get(told.message.id) } }));
  return { ...report, messages };
}

function withVantage(report: ReportSession, captures: readonly CaptureJson[]): ReportSession {
  if (report.session.vantage === undefined) return report;
  return { ...report, vantage: inBoth((language) => sessionVantage(report.session, captures, language)) };
}

function withClock(told: ReportCapture, captures: readonly CaptureJson[]): ReportCapture {
  const { clock: aligned } = told.capture;
  return aligned === undefined ? told : { ...told, clock: inBoth((language) => clockWords(aligned, captures, language)) };
}

/** Stops that a report tells of one mail. */
const MOST_STOPS = 100;

function reportJourney(whole: Journey, { zone }: ReportAbout): ReportJourney {
  const stops = whole.stops.slice(0, MOST_STOPS);
  const journey = { ...whole, stops };
  const words = inBoth((language) =>
    stops.map((stop, at) => {
      const told = stopWords(stops, at, language);
      return stop.kind === 'hearsay' ? told : { ...told, time: clock(stop.begin, zone) };
    }),
  );
  return { journey: journeyJson(journey), words };
}

function inBoth<T>(say: (language: Language) => T): Both<T> {
  return { en: say(languages.en), de: say(languages.de) };
}

function gatherMessage(message: Message, language: Language, bodies: KeptBodies | undefined): ReportMessage {
  const fields = message.head?.headers ?? [];
  const remarks = inBoth(({ mail }) => fields.map((_, at) => terminalText(fieldSentence(mail, message, at) ?? '')));
  if (bodies === undefined) return { message: messageJson(message, language), remarks };
  let body = '';
  bodies.take(message, (line) => {
    if (body.length <= LONGEST_BODY) body += `${line}\n`;
  });
  return { message: messageJson(message, language), remarks, body: body.slice(0, LONGEST_BODY), bodyCut: body.length > LONGEST_BODY ? true : undefined };
}

function learn(draft: Draft, entry: Entry): void {
  if (draft.redaction?.learn(entry) === true) draft.early = draft.entries.length;
}

/** At the end of a session: what was given away late is masked in what was told before, too. */
function masked(draft: Draft, redaction: Redaction, passwords: readonly string[]): Draft {
  const mask = (text: string): string => redaction.maskText(text);
  return {
    ...draft,
    entries: draft.entries.map((text, at) => (at < draft.early ? mask(text) : text)),
    messages: draft.messages.map(mask),
    findings: draft.findings.map(mask),
    head: redaction.maskText(draft.head, passwords),
  };
}

function sessionOf({ head, entries, messages, findings }: Draft): ReportSession {
  const { session, clock: began } = JSON.parse(head) as DraftHead;
  const told = entries.map((text) => JSON.parse(text) as DraftEntry);
  const notesIn = (code: LanguageCode): readonly string[] => told.map(({ notes }) => notes[code]);
  return {
    session: { ...session, timeline: told.map(({ entry }) => entry) },
    clock: began,
    notes: { en: notesIn('en'), de: notesIn('de') },
    messages: messages.map((text) => JSON.parse(text) as ReportMessage),
    findings: findings.map((text) => JSON.parse(text) as ReportFinding),
  };
}
