/**
 * A report as Markdown for tickets and wikis, in one language: what it was made from, findings, conversations with a
 * Mermaid diagram each, statistics, and the names that occurred, explained. Captured text passes `escape.ts` alone.
 */
import { languages, type Language } from '../../text/index.js';
import type { ReportAbout, ReportCapture, ReportContent } from '../content.js';
import { Occurrences } from '../glossary.js';
import type { Write } from '../report.js';
import { statisticsTables } from '../statistics/tables.js';
import { markdownCode, markdownText } from './escape.js';
import { journeysMarkdown } from './journey.js';
import { sessionMarkdown } from './session.js';
import { markdownFacts, markdownTable } from './table.js';

export function renderMarkdown(content: ReportContent, write: Write): void {
  const { about, captures, sessionCount } = content;
  const language = languages[about.language];
  const { page, labels } = language;
  const occurrences = new Occurrences();
  write(`# ${markdownText(about.title ?? captures.map(({ capture }) => capture.file).join(', '))}\n\n`);
  write(summary(content, language));
  write(`## ${labels.headings.captures}\n\n${captures.map((capture) => captureMarkdown(capture, language)).join('')}`);
  write(findingsMarkdown(content, language));
  write(journeysMarkdown(content, language));
  write(`## ${page.words.conversations}\n\n`);
  if (sessionCount === 0) write(`${page.words['no-sessions']}\n\n`);
  for (const session of content.sessions()) {
    occurrences.add(session);
    write(sessionMarkdown(session, language));
  }
  write(`## ${labels.headings.statistics}\n\n${statisticsMarkdown(content, language)}`);
  write(glossary(occurrences, language));
  write(`## ${page.words['made-with']}\n\n${aboutMarkdown(about, language)}`);
}

function summary({ statistics, about }: ReportContent, { labels, page, number }: Language): string {
  const { sessions, messages, bytes, findings } = statistics;
  return markdownFacts([
    [page.words.author, about.author === undefined ? undefined : markdownText(about.author)],
    [labels.headings.sessions, number(sessions)],
    [labels.headings.mails, number(messages)],
    [labels.headings.octets, number(bytes.client + bytes.server)],
    [labels.headings.findings, findings.map(({ severity, id, count }) => `${number(count)} × \`${id}\` (${labels.severities[severity]})`).join(', ')],
  ]);
}

function captureMarkdown({ capture, warnings, first, last, clock }: ReportCapture, language: Language): string {
  const { page, labels, number, octets } = language;
  const facts = markdownFacts([
    [labels.headings.file, markdownCode(capture.file)],
    [labels.headings.format, [capture.format, capture.compression].filter((part) => part !== undefined).join(', ')],
    [labels.headings.packets, number(capture.packets)],
    [labels.headings.size, octets(capture.bytes)],
    [page.words['first-packet'], first],
    [page.words['last-packet'], last],
    [labels.headings.clock, clock && markdownText(clock[language.code])],
    [page.words.sha256, capture.sha256 === undefined ? undefined : `\`${capture.sha256}\``],
    [page.words.comments, capture.comments?.map(({ text }) => markdownText(text)).join('<br>')],
  ]);
  return `${facts}${warnings[language.code].map((text) => `- **${labels.headings.warnings}:** ${markdownText(text)}\n`).join('')}\n`;
}

/** Each kind once, with what it means; its places stand at the sessions. */
function findingsMarkdown({ statistics }: ReportContent, language: Language): string {
  const { labels, page, findings, number } = language;
  const rows = statistics.findings.map(({ id, severity, category, count }): readonly string[] => {
    return [`${labels.severities[severity]} · ${labels.categories[category]}`, `${findings[id].title} (\`${id}\`)`, number(count), markdownText(findings[id].meaning)];
  });
  const table = markdownTable(['', labels.headings.findings, page.words.count, labels.headings.explanation], rows);
  return `## ${labels.headings.findings}\n\n${table === '' ? `${page.words['no-findings']}\n\n` : table}`;
}

function statisticsMarkdown({ statistics }: ReportContent, language: Language): string {
  return statisticsTables(statistics, language)
    .filter(({ name }) => name !== 'findings')
    .map(({ title, remark, columns, rows }) => {
      const table = markdownTable(['', ...columns], rows.map(({ cells }) => cells.map(markdownText)));
      return `### ${title}\n\n${table}${remark === undefined ? '' : `${remark}\n\n`}`;
    })
    .join('');
}

function glossary(occurrences: Occurrences, { code, page }: Language): string {
  const items = occurrences.topics(code).map(({ name, kindName, sentence, reference }) => `- **${markdownText(name)}** (${kindName}, ${reference}): ${markdownText(sentence)}\n`);
  return items.length === 0 ? '' : `## ${page.words.glossary}\n\n${items.join('')}\n`;
}

function aboutMarkdown(about: ReportAbout, { page }: Language): string {
  const { words } = page;
  return markdownFacts([
    [words.program, `mailscope ${about.version}`],
    [words['command-line'], markdownCode(about.commandLine)],
    [words['time-zone'], about.timeZone],
    [words.secrets, markdownText(words[about.redacted ? 'secrets-masked' : 'secrets-shown'])],
    [words['mail-bodies'], words[about.bodies ? 'bodies-inside' : 'bodies-left-out']],
    [words.names, about.anonymised ? words['names-anonymised'] : undefined],
    [words['chosen-sessions'], about.sessions?.join(', ')],
  ]);
}
