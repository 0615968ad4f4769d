/**
 * The report as one page: everything is in it, nothing is fetched, and nothing but its own style and script, known by
 * their hashes, may run (Content Security Policy). It is complete without the script. What goes beyond some thousand
 * lines stands in noscript elements, which a browser with a script keeps as text; the page draws them when they are
 * reached. 2,178 sessions at once are 600,000 elements and scroll in jerks; so there are 32,000.
 */
import { languages, type LanguageCode } from '../../text/index.js';
import type { RenderReport, ReportContent, ReportSession } from '../content.js';
import { Occurrences } from '../glossary.js';
import type { Write } from '../report.js';
import { sessionAnchor } from './anchors.js';
import { ARROW_SHAPE } from './arrow.js';
import { contentsHtml, contentsRow, problemsOf, searchHtml } from './contents.js';
import { FindingOverview } from './findings.js';
import { glossaryHtml } from './glossary.js';
import { atOnce, late } from './late.js';
import { journeysHtml } from './journey.js';
import { html, Html, NOTHING } from './markup.js';
import { sessionBody, sessionTitle } from './session.js';
import { statisticsHtml } from './statistics.js';
import { summaryHtml } from './summary.js';
import { heading, say, word } from './vocabulary.js';

/** What the page is styled and moved by: the program's own, never anything captured. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
  /** SHA-256 in base64. */
  readonly styleHash: string;
  readonly scriptHash: string;
}

/** Lines of sessions that are drawn at once. */
const DRAWN_AT_ONCE = 500;
/** About what a line is high, and everything else of a session, in rem. */
const LINE_HEIGHT = 3.6;
const FRAME_HEIGHT = 40;

export function createHtmlRenderer(assets: PageAssets): RenderReport {
  return (content, write) => {
    const survey = surveyOf(content);
    const put = (part: Html): void => write(part.markup);
    put(head(content, assets));
    put(html`<main id="main" tabindex="-1">\n`);
    put(section('summary', word('summary'), summaryHtml(content, survey.findings.count)));
    put(section('findings', heading('findings'), survey.findings.render()));
    if (content.journeys.length > 0) put(section('journeys', JOURNEYS, journeysHtml(content)));
    putSessions(content, survey, write);
    put(section('statistics', heading('statistics'), statisticsHtml(content.statistics)));
    put(section('glossary', word('glossary'), glossaryHtml(survey.occurrences)));
    put(html`</main>\n<footer><p>mailscope ${content.about.version}</p></footer>\n`);
    put(new Html(`<script>${assets.script}</script>\n</body>\n</html>\n`));
  };
}

/** What must be known before the first session is written. */
interface Survey {
  readonly findings: FindingOverview;
  readonly occurrences: Occurrences;
  /** Of the table of the sessions. */
  readonly rows: readonly Html[];
  readonly protocols: readonly ReportSession['session']['protocol'][];
}

function surveyOf(content: ReportContent): Survey {
  const findings = new FindingOverview();
  const occurrences = new Occurrences();
  const rows: Html[] = [];
  const protocols = new Set<ReportSession['session']['protocol']>();
  for (const report of content.sessions()) {
    protocols.add(report.session.protocol);
    for (const finding of report.findings) findings.add(finding);
    occurrences.add(report);
    rows.push(contentsRow(report));
  }
  return { findings, occurrences, rows, protocols: [...protocols] };
}

function head({ about, captures, journeys }: ReportContent, { style, styleHash, scriptHash }: PageAssets): Html {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const title = about.title ?? captures.map(({ capture }) => capture.file).join(', ');
  return html`<!DOCTYPE html>
<html lang="${about.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · mailscope</title>
${new Html(`<style>${style}</style>`)}
</head>
<body>
<a class="skip" href="#main">${word('skip')}</a>
<header>
<h1>${title}</h1>
${about.author === undefined ? NOTHING : html`<p class="author">${about.author}</p>`}
<fieldset class="language"><legend>${word('language')}</legend>${(Object.keys(languages) as LanguageCode[]).map((code) => languageChoice(code, about.language))}</fieldset>
<nav aria-labelledby="contents-title"><h2 id="contents-title">${word('contents')}</h2><ul>${CHAPTERS.filter(([id]) => id !== 'journeys' || journeys.length > 0).map(([id, name]) => html`<li><a href="#${id}">${name()}</a></li>`)}</ul></nav>
</header>
${ARROW_SHAPE}`;
}

/** In their own language each. */
const NAMES: Readonly<Record<LanguageCode, string>> = { en: 'English', de: 'Deutsch' };

function languageChoice(code: LanguageCode, chosen: LanguageCode): Html {
  return html`<label><input type="radio" name="language" id="language-${code}" value="${code}"${code === chosen ? CHECKED : NOTHING}> <bdi lang="${code}">${NAMES[code]}</bdi></label>`;
}

const CHECKED = html` checked`;

const JOURNEYS = say(({ journey }) => journey.heading);

const CHAPTERS: readonly (readonly [id: string, name: () => Html])[] = [
  ['summary', () => word('summary')],
  ['findings', () => heading('findings')],
  ['journeys', () => JOURNEYS],
  ['sessions', () => word('conversations')],
  ['statistics', () => heading('statistics')],
  ['glossary', () => word('glossary')],
];

function section(id: string, title: Html, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}
</section>
`;
}

function putSessions(content: ReportContent, { protocols, rows }: Survey, write: Write): void {
  const put = (part: Html): void => write(part.markup);
  put(html`<section id="sessions" aria-labelledby="sessions-title"><h2 id="sessions-title">${word('conversations')}</h2>\n`);
  if (content.sessionCount === 0) put(html`<p>${word('no-sessions')}</p>\n`);
  if (content.sessionCount > 0) put(searchHtml(protocols, content.sessionCount, content.statistics.entries > DRAWN_AT_ONCE));
  if (rows.length > 1) put(contentsHtml(rows));
  let lines = 0;
  for (const report of content.sessions()) {
    lines += report.session.timeline.length;
    put(sessionHtml(report, lines <= DRAWN_AT_ONCE));
  }
  put(html`</section>\n`);
}

function sessionHtml(report: ReportSession, now: boolean): Html {
  const { id, protocol, timeline } = report.session;
  const anchor = sessionAnchor(id);
  const body = sessionBody(report);
  const { attributes, content } = now ? atOnce(body) : late(body, timeline.length * LINE_HEIGHT + FRAME_HEIGHT);
  return html`<section class="session" id="${anchor}" aria-labelledby="${anchor}-title" data-protocol="${protocol}" data-problems="${problemsOf(report)}"${attributes}>
${sessionTitle(report)}
${content}
</section>
`;
}
