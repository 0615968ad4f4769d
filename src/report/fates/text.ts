/** What became of a mail, as text: the sentence first, then the lines it rests on. */
import type { Entry } from '../../model/entry.js';
import type { Fate, FateTotals } from '../../model/fate.js';
import type { Peer } from '../../model/session.js';
import type { Journey, JourneyStop } from '../../model/journey.js';
import { sentence, type Language } from '../../text/index.js';
import type { FateParams } from '../../text/fates.js';
import { stopWords } from '../journey/stop-words.js';
import { terminalText } from '../terminal-text.js';
import { wrap } from '../text/columns.js';
import { createPaint, type Paint } from '../text/paint.js';
import { clock, sessionTitle, type Zone } from '../text/session-head.js';

export interface FatePage {
  readonly word: string;
  readonly language: Language;
  readonly zone: Zone;
  readonly width: number;
  readonly coloured: boolean;
  readonly mask: (fate: Fate, text: string) => string;
  /** The ways of all mails, to say where one went on to. */
  readonly journeys: readonly Journey[];
}

const INDENT = '  ';
const NUMBER = 5;
/** Characters of a line that are shown. */
const LINE_SHOWN = 300;
/** Steps behind a mail that are shown. */
const ONWARD = 10;

/** `similar`: addresses like the one that was not met. */
export function renderFates(fates: readonly Fate[], similar: readonly string[], totals: FateTotals, page: FatePage): string {
  const { language, word } = page;
  const words = language.fates;
  const paint = createPaint(page.coloured);
  const rows = (text: string, indent = ''): string => wrap(terminalText(text), Math.max(20, page.width - indent.length)).map((row) => `${indent}${row}\n`).join('');
  const remarks = [
    ...(totals.encrypted === 0 ? [] : [words.encrypted(totals.encrypted)]),
    ...(totals.incomplete === 0 ? [] : [words.incomplete(totals.incomplete)]),
    ...(totals.untold === 0 ? [] : [words.untold(totals.untold)]),
  ].map((remark) => rows(remark));
  const near = similar.length === 0 ? '' : rows(words.similar(similar));
  const last = fates.at(-1);
  if (last === undefined) return [rows(words.never({ word, sessions: totals.sessions, whole: totals.encrypted + totals.incomplete === 0 })), near, ...remarks].join('');
  const told = fates.map((fate) => fateText(fate, page, paint, rows));
  const head = fates.length === 1 ? [] : [`${rows(words.several({ count: fates.length, last: last.kind }))}\n`];
  return [...head, told.join('\n'), ...(remarks.length === 0 ? [] : ['\n', ...remarks])].join('');
}

function fateText(fate: Fate, page: FatePage, paint: Paint, rows: (text: string, indent?: string) => string): string {
  const { language, zone } = page;
  const { session, decisive, evidence } = fate;
  const when = decisive === undefined ? undefined : clock(decisive.extent.last, zone);
  const place = [...(when === undefined ? [] : [when]), sessionTitle(session, language)].join(' · ');
  const verdict = page.mask(fate, language.fates.kinds[fate.kind](paramsOf(fate)));
  const lines = evidence.map((entry) => lineText(entry, paint, (text) => page.mask(fate, text)));
  const why = decisive === undefined ? '' : rows(page.mask(fate, sentence(language, decisive.note)), INDENT);
  const onward = onwardSteps(fate, page).map((step) => rows(page.mask(fate, language.fates.onward(step)), INDENT));
  return `${rows(verdict).replace(/^.*$/gm, (row) => (row === '' ? row : paint.title(row)))}${why}${rows(place, INDENT).replace(/^.*$/gm, (row) => (row === '' ? row : paint.quiet(row)))}${lines.join('')}${onward.join('')}`;
}

function isFor(stop: JourneyStop, recipients: readonly string[]): boolean {
  return stop.kind === 'wire' && stop.recipients.some((address) => recipients.includes(address));
}

/** The steps that follow the mail's own, on whatever wire they were seen. */
function onwardSteps({ message, recipients }: Fate, { journeys, language }: FatePage): readonly string[] {
  for (const { stops } of message === undefined ? [] : journeys) {
    const own = stops.findIndex((stop) => stop.kind === 'wire' && stop.message === message!.id);
    if (own === -1) continue;
    const next = [...stops.keys()].filter((at) => stops[at]!.previous?.stop === own);
    // Of copies for several people that of the one who is asked for; an alias leads to other names.
    const theirs = next.filter((at) => isFor(stops[at]!, recipients));
    return (theirs.length > 0 ? theirs : next).slice(0, ONWARD).map((at) => stopWords(stops, at, language).text);
  }
  return [];
}

function lineText(entry: Entry, paint: Paint, mask: (text: string) => string): string {
  const text = entry.text ?? `[${entry.message?.head?.subject ?? entry.kind}]`;
  const line = terminalText(mask(text)).slice(0, LINE_SHOWN);
  return `${INDENT}${paint.quiet(String(entry.id).padStart(NUMBER))} ${entry.from === 'client' ? '→' : '←'} ${paint.entry(entry, line)}\n`;
}

function paramsOf({ session, message, sender, recipients, decisive, item }: Fate): FateParams {
  const command = decisive?.answers?.kind === 'command' ? decisive.answers : undefined;
  return {
    server: nameOf(session.server),
    protocol: session.protocol,
    sender,
    recipients,
    messageId: message?.head?.messageId,
    queueId: message?.outcome.queueId,
    verb: command?.verb,
    code: decisive?.code,
    enhanced: decisive?.enhanced,
    username: session.auth.at(-1)?.username,
    item,
  };
}

function nameOf({ name, address }: Peer): string {
  return name === undefined ? address : `${name} (${address})`;
}
