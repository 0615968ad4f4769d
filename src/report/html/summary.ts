/** What the report is about, and what it was made from: enough for somebody else to make it again. */
import type { ReportAbout, ReportCapture, ReportContent } from '../content.js';
import { facts } from './facts.js';
import { both, html, NOTHING, type Html } from './markup.js';
import { heading, number, say, word } from './vocabulary.js';

export function summaryHtml({ about, captures, statistics }: ReportContent, findingCount: number): Html {
  const { sessions, messages, bytes } = statistics;
  const tiles = [
    [number(sessions), heading('sessions')],
    [number(messages), heading('mails')],
    [number(findingCount), heading('findings')],
    [number(bytes.client + bytes.server), heading('octets')],
  ] as const;
  return html`<ul class="tiles">${tiles.map(([value, name]) => html`<li><b>${value}</b> ${name}</li>`)}</ul>
${captures.map(captureHtml)}
<h3>${word('made-with')}</h3>
${facts(aboutFacts(about))}`;
}

function captureHtml({ capture, warnings, first, last, clock }: ReportCapture): Html {
  const list = [
    [heading('format'), [capture.format, capture.compression].filter((part) => part !== undefined).join(', ')],
    [heading('packets'), number(capture.packets)],
    [heading('octets'), number(capture.bytes)],
    [word('first-packet'), first],
    [word('last-packet'), last],
    [heading('clock'), clock && both((code) => clock[code]), 'wide'],
    [word('sha256'), capture.sha256 === undefined ? undefined : html`<code class="hash">${capture.sha256}</code>`, 'wide'],
    [word('comments'), capture.comments?.map(({ text }) => text).join(' · '), 'wide'],
  ] as const;
  return html`<h3>${heading('capture')} <bdi>${capture.file}</bdi></h3>
${facts(list)}
${warnings.en.length === 0 ? NOTHING : html`<ul class="warnings">${warnings.en.map((_, at) => html`<li>${say(({ code }) => warnings[code][at] ?? '')}</li>`)}</ul>`}`;
}

function aboutFacts(about: ReportAbout) {
  return [
    [word('author'), about.author],
    [word('command-line'), html`<code>${about.commandLine}</code>`, 'wide'],
    [word('program'), `mailscope ${about.version}`],
    [word('time-zone'), about.timeZone],
    [word('secrets'), word(about.redacted ? 'secrets-masked' : 'secrets-shown')],
    [word('mail-bodies'), word(about.bodies ? 'bodies-inside' : 'bodies-left-out')],
    [word('names'), about.anonymised ? word('names-anonymised') : undefined],
    [word('chosen-sessions'), about.sessions?.join(', ')],
  ] as const;
}
