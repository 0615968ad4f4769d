/** A mail: its envelope and fate, its header with a remark on each field, its way over the hosts, and its parts. */
import type { Message, Part } from '../../model/message.js';
import { depthOf } from '../../report/text/entry-line.js';
import { envelopeSentence, fieldSentence, hopNotes, reportSentence } from '../../text/index.js';
import { messageAt, type Conversation } from '../conversation.js';
import { Paragraphs } from '../screens/paragraphs.js';
import { conversationAt, type Page, type PageRow, type View } from '../view.js';

/** Fields of a header that are shown. */
const FIELDS_SHOWN = 200;
const PARTS_SHOWN = 200;

export function mailPage(view: View): Page | undefined {
  const conversation = conversationAt(view);
  const message = conversation === undefined ? undefined : messageAt(conversation, view.place.entry);
  if (conversation === undefined || message === undefined) return undefined;
  const rows = mailRows(view, conversation, message);
  const subject = message.head?.subject;
  return { title: `${view.language.screens.mail(message.id)}${subject === undefined ? '' : `: ${subject}`}`, length: rows.length, row: (at) => rows[at]! };
}

function mailRows(view: View, conversation: Conversation, message: Message): readonly PageRow[] {
  const told = (text: string): string => (view.state.secrets ? view.glyphs.text(text) : conversation.mask(view.glyphs.text(text)));
  const page = new Paragraphs(view, view.state.size.columns - 2, told);
  facts(view, message, page);
  header(view, message, page);
  hops(view, message, page);
  const before = page.rows.map((line): PageRow => ({ line }));
  return [...before, ...parts(view, message, told)];
}

function facts({ language }: View, message: Message, page: Paragraphs): void {
  const { labels, page: words, octets } = language;
  const { envelope, outcome, head, size, complete } = message;
  const result = outcome.accepted === undefined ? undefined : labels.outcomes[outcome.accepted ? 'accepted' : outcome.code !== undefined && outcome.code < 500 ? 'refused-for-now' : 'refused'];
  const names = (list: readonly { readonly name?: string; readonly address: string }[] | undefined): string | undefined =>
    list?.map(({ name, address }) => (name === undefined ? address : `${name} <${address}>`)).join(', ');
  page.values([
    ['Subject', head?.subject, 'strong'],
    ['From', names(head?.from)],
    ['To', names(head?.to)],
    ['Date', head?.date],
    [words.words.envelope, envelopeText(message)],
    [labels.headings.result, result === undefined ? labels.messageDirections[message.direction] : [`${labels.messageDirections[message.direction]}: ${result}`, outcome.text].filter((part) => part !== undefined).join(', '), outcome.accepted === false ? 'refusal' : 'server'],
    [labels.headings['queue-id'], outcome.queueId],
    [labels.headings.size, `${octets(size)}${complete ? '' : ` (${labels.outcomes.incomplete})`}`],
    [words.words.sha256, message.sha256],
  ]);
  for (const text of [envelope.from === undefined ? undefined : envelopeSentence(language.mail, message), reportSentence(language.mail, message)]) {
    if (text !== undefined) page.text(text);
  }
}

function envelopeText({ envelope: { from, to } }: Message): string | undefined {
  if (from === undefined && to.length === 0) return undefined;
  const sender = from === undefined ? '?' : `<${from}>`;
  return `${sender} → ${to.map(({ address, code }) => `<${address}>${code === undefined ? '' : ` (${code})`}`).join(', ')}`;
}

function header({ language }: View, message: Message, page: Paragraphs): void {
  const { screens, labels, mail } = language;
  page.heading(labels.headings.header);
  const fields = message.head?.headers ?? [];
  if (fields.length === 0) page.text(screens.noHeader, 'quiet');
  fields.slice(0, FIELDS_SHOWN).forEach(({ name, value }, at) => {
    page.text(`${name}: ${value}`, 'mail');
    const remark = fieldSentence(mail, message, at);
    if (remark !== undefined) page.text(remark, 'plain', 4);
  });
  if (fields.length > FIELDS_SHOWN) page.text(labels.counted.moreLines(fields.length - FIELDS_SHOWN), 'quiet');
}

/** The oldest first: in the order in which the mail went. */
function hops({ language }: View, message: Message, page: Paragraphs): void {
  const received = message.head?.received ?? [];
  if (received.length === 0) return;
  page.heading(language.page.words.hops);
  received.toReversed().forEach((hop, at) => {
    const delay = hop.delay === undefined ? undefined : `${hop.delay < 0 ? '−' : '+'}${language.duration(Math.abs(hop.delay))}`;
    page.text(`${at + 1}  ${[`${hop.from ?? '?'} → ${hop.by ?? '?'}`, hop.with, hop.time, delay].filter((part) => part !== undefined).join(' · ')}`, 'strong');
    for (const { text } of hopNotes(language.mail, hop)) page.text(text, 'plain', 4);
  });
}

/** Each can be chosen and saved. */
function parts(view: View, message: Message, told: (text: string) => string): readonly PageRow[] {
  if (message.parts.length === 0) return [];
  const { labels } = view.language;
  const width = view.state.size.columns - 2;
  const page = new Paragraphs(view, width, told);
  const rows: PageRow[] = [{ line: [] }];
  const add = (part?: Part): void => {
    const target = part === undefined ? undefined : ({ kind: 'part', message: message.id, part: part.path } as const);
    for (const line of page.rows.splice(0)) rows.push({ line, target });
  };
  page.heading(labels.headings.parts);
  add();
  for (const part of message.parts.slice(0, PARTS_SHOWN)) {
    page.text(labels.counted.part(part), 'plain', 2 + 2 * depthOf(part));
    add(part);
  }
  if (message.parts.length > PARTS_SHOWN) page.text(labels.counted.moreLines(message.parts.length - PARTS_SHOWN), 'quiet');
  add();
  return rows;
}
