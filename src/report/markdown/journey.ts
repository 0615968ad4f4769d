/** The journeys of mails in Markdown: the hosts and the ways between them as a Mermaid flowchart, and each step in words. */
import type { Language } from '../../text/index.js';
import type { ReportContent, ReportJourney } from '../content.js';
import { journeyTitle } from '../journey/title.js';
import { markdownText, mermaidText } from './escape.js';

/** Steps of one picture. */
const DRAWN = 60;

export function journeysMarkdown({ journeys, moreJourneys }: ReportContent, language: Language): string {
  if (journeys.length === 0) return '';
  const more = moreJourneys === 0 ? '' : `${markdownText(language.journey.more(moreJourneys))}\n\n`;
  return `## ${language.journey.heading}\n\n${journeys.map((one) => journeyMarkdown(one, language)).join('')}${more}`;
}

function journeyMarkdown(report: ReportJourney, language: Language): string {
  return `### ${markdownText(journeyTitle(report.journey, language))}\n\n${flowchart(report, language)}\n${stepsOf(report, language)}\n`;
}

/** A host once, however often the mail comes by; what no wire shows is dashed. */
function flowchart({ journey, words }: ReportJourney, { code }: Language): string {
  const hosts = new Map<string, string>();
  const lines: string[] = [];
  const nodeOf = (name: string): string => {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    const node = `h${hosts.size}`;
    hosts.set(name, node);
    lines.push(`  ${node}["${mermaidText(name)}"]`);
    return node;
  };
  for (const [at, stop] of journey.stops.slice(0, DRAWN).entries()) {
    const { from, to } = words[code][at]!;
    const arrow = stop.kind === 'wire' ? '-->' : '-.->';
    const way = [`${at + 1}`, stop.protocol?.toUpperCase()].filter((part) => part !== undefined).join(' ');
    const ends = [nodeOf(from), nodeOf(to)];
    lines.push(`  ${ends[0]!} ${arrow}|${mermaidText(way)}| ${ends[1]!}`);
  }
  return `\`\`\`mermaid\nflowchart LR\n${lines.join('\n')}\n\`\`\`\n`;
}

function stepsOf({ words }: ReportJourney, { code }: Language): string {
  const steps = words[code].map(({ time, rest, text, link, remark }, at) => {
    const said = [rest === undefined ? undefined : `(${rest})`, text, link, remark].filter((part) => part !== undefined).map(markdownText);
    return `${at + 1}. ${time === undefined ? '' : `${markdownText(time)}: `}${said.join(' ')}\n`;
  });
  return steps.join('');
}
