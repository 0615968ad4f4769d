/**
 * The ladder of a session: the client on the left, the server on the right, an arrow for each line, its time in front
 * of it and what it means beside it; consecutive lines of one step stand in a bracket that bears its name.
 */
import { spokenOctets } from '../../bytes/spoken-octets.js';
import type { ReportSession } from '../content.js';
import type { EntryJson } from '../json/entry.js';
import { decodedOf, saidLines, tcpLine } from '../text/entry-line.js';
import { toneOf } from '../tone.js';
import { tlsWords } from '../tls-words.js';
import { entryAnchor, mailAnchor } from './anchors.js';
import { arrow, aside } from './arrow.js';
import { findingFlag } from './findings.js';
import { html, lines, NOTHING, type Html } from './markup.js';
import { secondsFrom } from '../elapsed.js';
import { duration, octets, say, stepName } from './vocabulary.js';

/** A wait that is worth being seen, in seconds. */
const SLOW = 1;

interface Step {
  readonly name: EntryJson['step'];
  readonly rows: Html[];
}

export function ladder({ session, notes, messages, findings }: ReportSession): Html {
  const subjects = new Map(messages.map(({ message }) => [message.id, message.subject]));
  const steps: Step[] = [];
  let latestQuestion = 0;
  session.timeline.forEach((entry, at) => {
    if (steps.at(-1)?.name !== entry.step) steps.push({ name: entry.step, rows: [] });
    const context: Context = { session: session.id, start: session.start, before: session.timeline[at - 1], latestQuestion, subjects, findings };
    steps.at(-1)!.rows.push(row(entry, say(({ code }) => notes[code][at] ?? ''), context));
    if (QUESTIONS.has(entry.kind)) latestQuestion = entry.id;
  });
  return html`<div class="ladder">${steps.map(stepHtml)}</div>`;
}

function stepHtml({ name, rows }: Step): Html {
  return html`<div class="step"><h4>${stepName(name)}</h4><ol>${rows}</ol></div>`;
}

/** What a row shows besides its entry. */
interface Context {
  readonly session: number;
  readonly start: string | undefined;
  readonly before: EntryJson | undefined;
  readonly latestQuestion: number;
  /** Of the session's mails, by their ids. */
  readonly subjects: ReadonlyMap<number, string | undefined>;
  readonly findings: ReportSession['findings'];
}

function row(entry: EntryJson, note: Html, context: Context): Html {
  const anchor = entryAnchor(context.session, entry.id);
  const tone = toneOf(entry);
  return html`<li id="${anchor}"><a class="no" href="#${anchor}">${entry.id}</a>${clock(entry, context)}<div class="wire">${wire(entry, tone === 'plain' ? '' : ` ${tone}`, context)}</div><div class="meaning"><p>${note}${reference(entry, context)}</p>${context.findings.filter(({ finding }) => finding.entry === entry.id).map(findingFlag)}</div></li>\n`;
}

/** Seconds since the first packet, and since the line before, where that came in an earlier packet. */
function clock(entry: EntryJson, { start, before }: Context): Html {
  const at = secondsFrom(start, entry.time);
  if (at === undefined) return html`<span class="clock"></span>`;
  const since = secondsFrom(before?.time, entry.time);
  const delta = since === undefined || since === 0 ? NOTHING : html`<small${since < SLOW ? NOTHING : SLOW_CLASS}>+${duration(since)}</small>`;
  return html`<span class="clock">${at.toFixed(6)}${delta}</span>`;
}

const SLOW_CLASS = html` class="slow"`;

/** What replies answer. */
const QUESTIONS: ReadonlySet<EntryJson['kind']> = new Set(['command', 'auth', 'message', 'data', 'tcp']);

/** Which line a reply answers, where another question stands between the two. */
function reference({ answers, kind }: EntryJson, { session, latestQuestion }: Context): Html {
  if (answers === undefined || kind === 'greeting' || answers === latestQuestion) return NOTHING;
  return html` <a class="answers" href="#${entryAnchor(session, answers)}">${say(({ labels }) => labels.counted.answersTo(answers))}</a>`;
}

function wire(entry: EntryJson, tone: string, context: Context): Html {
  switch (entry.kind) {
    case 'tcp':
      return segments(entry);
    case 'message':
      return arrow(entry.from, html`<div class="words">${mailLink(entry, context)}${octets(spokenOctets(entry))}</div>`, ' content');
    case 'context':
      return aside(entry.from, words(entry));
    case 'gap':
    case 'tls':
      return arrow(entry.from, html`<div class="words">${say(({ labels }) => labels.kinds[entry.kind])}: ${tlsWords(entry.tls) ?? octets(entry.bytes)}</div>`, ` ${entry.kind}`);
    default:
      return arrow(entry.from, words(entry), tone);
  }
}

/** The segments of the handshake are three arrows, one below the other. */
function segments(entry: EntryJson): Html {
  const arrows = tcpLine(entry.note.key).split(', ').map((segment) => {
    const [sign, name] = [segment.slice(0, 2), segment.slice(2)];
    const from = sign === '→ ' ? 'client' : sign === '← ' ? 'server' : entry.from;
    return arrow(from, html`<div class="words">${sign === '→ ' || sign === '← ' ? name : segment}</div>`, ' tcp');
  });
  return html`${arrows}`;
}

function mailLink({ message }: EntryJson, { subjects }: Context): Html {
  if (message === undefined) return NOTHING;
  const subject = subjects.get(message);
  return html`<a href="#${mailAnchor(message)}">${say(({ page }) => page.mail(message))}</a>${subject === undefined ? '' : html`: <bdi>${subject}</bdi>`}, `;
}

/** The line as on the wire, and what was encoded in it. */
function words(entry: EntryJson): Html {
  const { short, long } = decodedOf(entry);
  const decoded = short === '' ? NOTHING : html` <span class="decoded">${short}</span>`;
  const said = say((language) => lines(saidLines(entry, language)));
  return html`<pre>${said}${decoded}${long.length === 0 ? NOTHING : html`\n<span class="decoded">${lines(long)}</span>`}</pre>`;
}
