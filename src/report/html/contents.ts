/** The table of the conversations, a row each, and the search that narrows it down. */
import type { ReportSession } from '../content.js';
import { toneOf } from '../tone.js';
import { sessionAnchor } from './anchors.js';
import { atOnce, late } from './late.js';
import { html, NOTHING, type Html } from './markup.js';
import { protocolName } from './session.js';
import { duration, heading, say, word } from './vocabulary.js';

/** Refusals and findings: what somebody looks for first. */
export function problemsOf({ session, findings }: ReportSession): number {
  const refusals = session.timeline.filter((entry) => toneOf(entry) !== 'plain').length;
  return refusals + findings.filter(({ finding }) => finding.severity === 'critical' || finding.severity === 'warning').length;
}

export function contentsRow(report: ReportSession): Html {
  const { session, messages, clock } = report;
  const { id, protocol, client, server } = session;
  const anchor = sessionAnchor(id);
  const problems = problemsOf(report);
  return html`<tr data-session="${anchor}"><th scope="row"><a href="#${anchor}">${id}</a></th><td>${protocolName(protocol)}</td><td>${client.name ?? client.address}</td><td>${server.name ?? server.address}</td><td class="start">${clock}</td><td>${session.duration === undefined ? '' : duration(session.duration)}</td><td>${messages.length === 0 ? '' : messages.length}</td><td>${problems === 0 ? NOTHING : html`<b class="refused">${problems}</b>`}</td></tr>\n`;
}

/** Rows of one table, which is drawn at a time. */
const ROWS = 100;
const ROW_HEIGHT = 2;

/** Tables of a hundred sessions each: a browser lays one out in a moment, and one of thousands again and again. */
export function contentsHtml(rows: readonly Html[]): Html {
  const chunks: Html[] = [];
  for (let at = 0; at < rows.length; at += ROWS) chunks.push(chunk(rows.slice(at, at + ROWS), at + 1));
  return html`<h3 id="list-title">${heading('sessions')}</h3>
<div class="scroll" tabindex="0" role="region" aria-labelledby="list-title">
${chunks}</div>
`;
}

function chunk(rows: readonly Html[], first: number): Html {
  const names = [heading('number'), heading('protocol'), heading('client'), heading('server'), heading('start'), heading('duration'), heading('mails'), word('problems')];
  const caption = html`${first} – ${first + rows.length - 1}`;
  const table = html`<table class="contents"><caption>${caption}</caption><thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rows}</tbody></table>`;
  const { attributes, content } = first === 1 ? atOnce(table) : late(table, rows.length * ROW_HEIGHT);
  return html`<div${attributes}>${content}</div>\n`;
}

/** Hidden until the script, which does the searching, takes it over. */
export function searchHtml(protocols: readonly ReportSession['session']['protocol'][], sessions: number, hasLate: boolean): Html {
  const choice = (protocol: (typeof protocols)[number]): Html => html`<label><input type="checkbox" name="protocol" value="${protocol}" checked> ${protocolName(protocol)}</label>`;
  return html`<form class="search" role="search" hidden>
<div><label for="search">${word('search')}</label> <input type="search" id="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint"></div>
${protocols.length < 2 ? NOTHING : html`<fieldset><legend>${heading('protocol')}</legend>${protocols.map(choice)}</fieldset>`}
<label><input type="checkbox" name="problems"> ${word('only-problems')}</label>
<p id="search-hint">${word('search-hint')} ${hasLate ? word('search-late') : NOTHING}</p>
<p role="status" id="found" hidden>${say(({ page }) => html`${page.found[0]} <span class="count"></span> ${page.found[1](sessions)}`)}</p>
</form>
<noscript><p>${word('without-script')}</p></noscript>
`;
}
