/** Everything there is to say of one line: what it means, its values, its state, its reply, the standard, the findings, and where it is. */
import { secondsBetween } from '../../bytes/time.js';
import type { Entry } from '../../model/entry.js';
import { entryNote, saidLines } from '../../report/text/entry-line.js';
import { clock, sessionHead } from '../../report/text/session-head.js';
import { findingSentence } from '../../text/index.js';
import { asks, type Conversation, type LineFacts } from '../conversation.js';
import type { Line } from '../line.js';
import { topicsOf } from '../standard.js';
import type { View } from '../view.js';
import { entryTone } from './ladder.js';
import { Paragraphs } from './paragraphs.js';

export function explanationLines(view: View, conversation: Conversation, at: number, width: number): readonly Line[] {
  const facts = conversation.lines[at];
  if (facts === undefined) return [];
  const { state, glyphs } = view;
  const told = (text: string): string => (state.secrets ? glyphs.text(text) : conversation.mask(glyphs.text(text), facts.entry));
  const page = new Paragraphs(view, width, told);
  page.text(entryNote(facts.entry, view.language));
  findings(view, facts, page);
  sent(view, facts, page);
  values(view, facts, page);
  exchange(view, conversation, facts, page);
  standard(view, conversation, facts, page);
  whereabouts(view, facts, page);
  if (at === 0 || facts.entry.note.key.startsWith('tcp.setup')) whole(view, conversation, page);
  return page.rows;
}

/** `Line 4 · reply from the server` */
export function explanationTitle({ language }: View, { entry }: LineFacts): string {
  const { labels, screens } = language;
  return `${capital(labels.counted.line(entry.id))} · ${labels.kinds[entry.kind]} ${screens.from(labels.sides[entry.from])}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function findings({ language }: View, { findings: found }: LineFacts, page: Paragraphs): void {
  if (found.length === 0) return;
  page.heading(language.screens.explanations.findings);
  for (const finding of found) {
    const { severity, id, reference } = finding;
    page.text(`${language.labels.severities[severity]}: ${findingSentence(language, finding)} [${id}, ${reference}]`, severity);
  }
}

function sent({ language }: View, { entry }: LineFacts, page: Paragraphs): void {
  if (entry.text === undefined && entry.lines === undefined) return;
  page.heading(language.screens.explanations.sent);
  for (const said of saidLines(entry, language)) page.text(said, entryTone(entry));
}

function values({ language }: View, { entry, stateBefore, stateAfter }: LineFacts, page: Paragraphs): void {
  const { screens, labels } = language;
  const { values: names } = screens;
  page.heading(screens.explanations.values);
  page.values([
    [names.command, entry.verb],
    [names.arguments, entry.args],
    [names.tag, entry.tag],
    [names.code, entry.code === undefined ? undefined : `${entry.code} ${codePhrase(entry.code, language.replyCodes.codes)}`.trimEnd()],
    [names.enhanced, entry.enhanced],
    [names.status, entry.status === undefined ? undefined : `${entry.status}: ${labels.statuses[entry.status]}`],
    [names['response-code'], entry.responseCode],
    ...decoded(entry),
    [names.mail, entry.message === undefined ? undefined : `${entry.message.id}${entry.message.head?.subject === undefined ? '' : `: ${entry.message.head.subject}`}`],
    [names.records, entry.tls?.records === undefined ? undefined : language.number(entry.tls.records)],
    [names.step, labels.steps[entry.step]],
    [names.phase, labels.phases[entry.phase]],
    [names.state, stateWords(screens, stateBefore, stateAfter)],
  ]);
}

function codePhrase(code: number, codes: Readonly<Record<number, string>>): string {
  const phrase = codes[code];
  return phrase === undefined ? '' : `(${phrase})`;
}

/** Names of what was decoded are those of the JSON. */
function decoded({ decoded: given = {} }: Entry): readonly (readonly [string, string])[] {
  return Object.entries(given).map(([name, value]) => [name, value] as const);
}

function stateWords({ stateChange, stateKept }: View['language']['screens'], before: string | undefined, after: string | undefined): string | undefined {
  if (after === undefined) return before;
  if (before === undefined) return after;
  return before === after ? stateKept(after) : stateChange(before, after);
}

/** Who answers whom, and how long it took. */
function exchange({ language }: View, { opened: { session } }: Conversation, { entry, answeredBy }: LineFacts, page: Paragraphs): void {
  const { screens } = language;
  const wait = (question: Entry, reply: Entry): string | undefined => {
    const seconds = secondsBetween(question.extent.last, reply.extent.first);
    return seconds === undefined ? undefined : language.duration(seconds);
  };
  const said: string[] = [];
  if (entry.answers !== undefined) said.push(screens.answers(entry.answers.id, wait(entry.answers, entry)));
  if (answeredBy !== undefined) said.push(screens.answeredBy(answeredBy.id, wait(entry, answeredBy)));
  else if (asks(entry) && entry.kind !== 'tcp' && entry.from === 'client') said.push(screens.unanswered);
  if (said.length === 0) return;
  const { roundTrip } = session.connection;
  // What surrounds the session went another way.
  if (roundTrip !== undefined && roundTrip > 0 && entry.kind !== 'context') said.push(screens.roundTrip(language.duration(roundTrip)));
  page.heading(screens.explanations.exchange);
  page.text(said.join(' '));
}

function standard({ language, state }: View, { opened: { session } }: Conversation, { entry }: LineFacts, page: Paragraphs): void {
  const topics = topicsOf(entry, session.protocol, state.language);
  if (topics.length === 0) return;
  page.heading(language.screens.explanations.standard);
  for (const { name, reference, sentence, paragraph, digits = [] } of topics) {
    page.text(`${name} · ${reference}`, 'strong');
    for (const text of [sentence, paragraph, ...digits]) if (text !== undefined && text !== '') page.text(text, 'plain', 2);
  }
}

/** What stands above the transcript: of a session that is not said by any of its lines. */
function whole({ language, world }: View, { opened: { session } }: Conversation, page: Paragraphs): void {
  page.heading(language.screens.explanations.session);
  for (const line of sessionHead(session, language, world.zone).slice(1)) page.text(line);
}

/** Frames that are named one by one. */
const FRAMES_SHOWN = 12;

function whereabouts({ language, world }: View, { entry }: LineFacts, page: Paragraphs): void {
  const { screens, number } = language;
  const { extent } = entry;
  page.heading(screens.explanations.place);
  page.values([
    [screens.values.time, clock(extent.last, world.zone)],
    [screens.values.frames, frameList(extent.frames, extent.frameCount)],
    [screens.values.octets, extent.bytes === 0 ? undefined : number(extent.bytes)],
    [screens.values.offset, extent.bytes === 0 ? undefined : screens.streamOffset(number(extent.offset), number(extent.offset + extent.bytes - 1))],
  ]);
}

export function frameList(frames: readonly number[], count: number): string {
  const shown = frames.slice(0, FRAMES_SHOWN).join(', ');
  return count <= FRAMES_SHOWN ? shown : `${shown} … ${frames.at(-1)} (${count})`;
}
