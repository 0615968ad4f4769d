/** A session: its facts, a diagram, its lines with what they mean, what was found in it, its mails. */
import type { Language } from '../../text/index.js';
import type { ReportFinding, ReportSession } from '../content.js';
import { secondsFrom } from '../elapsed.js';
import type { EntryJson } from '../json/entry.js';
import { peerName } from '../statistics/table.js';
import { decodedOf, saidLines, tcpLine } from '../text/entry-line.js';
import { sequenceDiagram } from './diagram.js';
import { markdownCode, markdownText } from './escape.js';
import { mailMarkdown } from './mail.js';
import { markdownFacts, markdownTable } from './table.js';

export function sessionMarkdown(report: ReportSession, language: Language): string {
  const { labels } = language;
  const { session, messages, findings } = report;
  const { id, protocol, client, server } = session;
  return [
    `### ${labels.counted.session(id)} · ${labels.protocols[protocol]} · ${markdownText(client.name ?? client.address)} → ${markdownText(server.name ?? server.address)}\n\n`,
    factsOf(report, language),
    `${sequenceDiagram(session, language)}\n`,
    linesOf(report, language),
    findingList(findings, language),
    ...messages.map((message) => mailMarkdown(message, language)),
  ].join('');
}

function factsOf({ session, clock, vantage }: ReportSession, language: Language): string {
  const { labels, octets, number, duration } = language;
  const { headings } = labels;
  const { client, server, tcp, tls, bytes, auth } = session;
  const missing = (tcp.missing.client ?? 0) + (tcp.missing.server ?? 0);
  return markdownFacts([
    [headings.client, markdownText(peerName(client))],
    [headings.server, markdownText(peerName(server))],
    [headings.start, clock],
    [headings.duration, session.duration === undefined ? undefined : duration(session.duration)],
    [headings.packets, number(session.packets)],
    [headings.octets, `${labels.sides.client} ${octets(bytes.client)}, ${labels.sides.server} ${octets(bytes.server)}`],
    [headings['round-trip'], tcp.rtt === undefined ? undefined : duration(tcp.rtt)],
    [headings['recorded-at'], vantage && markdownText(vantage[language.code].places)],
    [headings.waiting, markdownText(vantage?.[language.code].waiting ?? '')],
    [headings.retransmissions, tcp.retransmissions === 0 ? undefined : number(tcp.retransmissions)],
    [headings.missing, missing === 0 ? undefined : octets(missing)],
    [headings.encryption, tls === undefined ? undefined : labels.tlsModes[tls.mode]],
    [headings['log-in'], auth.map((attempt) => logIn(attempt, language)).join('; ')],
    [headings.close, labels.counted.closed(tcp.close, tcp.closedBy)],
  ]);
}

function logIn({ mechanism, username, succeeded }: ReportSession['session']['auth'][number], { labels }: Language): string {
  const outcome = succeeded === undefined ? 'unanswered' : succeeded ? 'succeeded' : 'failed';
  return `${markdownText(mechanism)} ${username === undefined ? '' : markdownCode(username)}: ${labels.outcomes[outcome]}`;
}

function linesOf({ session, notes }: ReportSession, language: Language): string {
  const { headings } = language.labels;
  const rows = session.timeline.map((entry, at) => [
    String(entry.id),
    secondsFrom(session.start, entry.time)?.toFixed(6) ?? '',
    arrowOf(entry),
    wire(entry, language),
    markdownText(notes[language.code][at] ?? ''),
  ]);
  return markdownTable([headings.number, headings.time, '', headings.line, headings.explanation], rows);
}

function arrowOf({ kind, from, note }: EntryJson): string {
  if (kind === 'tcp' && note.key.startsWith('tcp.setup')) return '↔';
  if (kind === 'context') return '·';
  return from === 'client' ? '→' : '←';
}

function wire(entry: EntryJson, language: Language): string {
  const { labels, octets } = language;
  if (entry.kind === 'tcp') return tcpLine(entry.note.key);
  if (entry.kind === 'message' || entry.kind === 'gap' || entry.kind === 'tls') return `[${labels.kinds[entry.kind]}: ${octets(entry.inflated ?? entry.bytes)}]`;
  const { short, long } = decodedOf(entry);
  const decoded = [short, ...long].filter((line) => line !== '').map((line) => `(${markdownCode(line)})`);
  return [...saidLines(entry, language).map(markdownCode), ...decoded].filter((line) => line !== '').join('<br>');
}

function findingList(findings: readonly ReportFinding[], language: Language): string {
  if (findings.length === 0) return '';
  const items = findings.map(({ finding, text }) => {
    const place = finding.entry === undefined ? '' : ` (${language.page.line(finding.entry)})`;
    return `- **${language.labels.severities[finding.severity]}:** ${markdownText(text[language.code])}${place} \`${finding.id}\`, ${finding.reference}\n`;
  });
  return `**${language.labels.headings.findings}**\n\n${items.join('')}\n`;
}
