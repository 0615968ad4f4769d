/** A mail: its envelope and what became of it, its header with remarks, its way, its parts, and its body where that was asked for. */
import type { Language } from '../../text/index.js';
import type { ReportMessage } from '../content.js';
import type { MessageJson } from '../json/message.js';
import { depthOf } from '../text/entry-line.js';
import { markdownBlock, markdownCode, markdownText } from './escape.js';
import { markdownFacts, markdownTable } from './table.js';

export function mailMarkdown({ message, remarks, body, bodyCut }: ReportMessage, language: Language): string {
  const { page, labels } = language;
  const { headings } = labels;
  const header = message.headers.map(({ name, value }, at) => [markdownCode(name), markdownCode(value), markdownText(remarks[language.code][at] ?? '')]);
  return [
    `#### ${page.mail(message.id)}${message.subject === undefined ? '' : `: ${markdownText(message.subject)}`}\n\n`,
    factsOf(message, language),
    markdownTable([page.words.field, page.words.value, page.words.remark], header),
    hopsOf(message, language),
    partsOf(message, language),
    body === undefined ? '' : `**${headings.body}**\n\n${markdownBlock([...body.split(/\r?\n/), ...(bodyCut === true ? ['…'] : [])])}\n`,
  ].join('');
}

function factsOf(message: MessageJson, { page, labels, octets }: Language): string {
  const { envelope, outcome, complete, size } = message;
  const { headings } = labels;
  const sender = envelope?.from === '' ? '<>' : (envelope?.from ?? '?');
  const recipients = envelope?.to.map(({ address, code, enhanced }) => `${markdownCode(address)}${code === undefined ? '' : ` (${[code, enhanced].join(' ').trim()})`}`) ?? [];
  return markdownFacts([
    [headings.line, `${message.entry} · ${labels.messageDirections[message.direction]}`],
    [page.words.envelope, envelope === undefined ? undefined : `${markdownCode(sender)} → ${recipients.join(', ')}`],
    [headings.size, `${octets(size)}${complete ? '' : ` · ${labels.outcomes.incomplete}`}`],
    [headings.result, outcome === undefined ? undefined : outcomeText(outcome, labels)],
    [headings['queue-id'], outcome?.queueId === undefined ? undefined : markdownCode(outcome.queueId)],
    [page.words.sha256, message.sha256 === undefined ? undefined : `\`${message.sha256}\``],
  ]);
}

function outcomeText({ accepted, code, enhanced, text }: NonNullable<MessageJson['outcome']>, { outcomes }: Language['labels']): string {
  const word = accepted === true ? 'accepted' : code !== undefined && code < 500 ? 'refused-for-now' : 'refused';
  const reply = [code, enhanced, text].filter((part) => part !== undefined).join(' ');
  return reply === '' ? outcomes[word] : `${outcomes[word]}: ${markdownCode(reply)}`;
}

/** The oldest first: in the order in which the mail went. */
function hopsOf({ received }: MessageJson, { page, labels, duration }: Language): string {
  if (received.length === 0) return '';
  const rows = received.toReversed().map((hop, at) => [
    String(at + 1),
    `${markdownText(hop.from ?? '?')} → ${markdownText(hop.by ?? '?')}`,
    markdownText(hop.with ?? ''),
    hop.time ?? '',
    hop.delay === undefined ? '' : duration(hop.delay),
  ]);
  return `**${page.words.hops}**\n\n${markdownTable([labels.headings.number, page.words.way, labels.headings.protocol, labels.headings.time, page.words.delay], rows)}`;
}

function partsOf({ parts }: MessageJson, { labels }: Language): string {
  if (parts.length === 0) return '';
  return `**${labels.headings.parts}**\n\n${parts.map((part) => `${'  '.repeat(Math.max(0, depthOf(part) - depthOf(parts[0]!)))}- ${markdownText(labels.counted.part(part))}\n`).join('')}\n`;
}
