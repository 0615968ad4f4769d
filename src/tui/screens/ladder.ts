/**
 * The ladder: client on the left, server on the right, one arrow a line with the line's own words on it, its number and time in
 * front, and at the right edge the bracket of its step as a lecture draws it.
 */
import type { Entry } from '../../model/entry.js';
import type { Severity } from '../../model/finding.js';
import type { Peer } from '../../model/session.js';
import { widthOf } from '../../report/text/columns.js';
import { entryLines, tcpLine } from '../../report/text/entry-line.js';
import { toneOf } from '../../report/tone.js';
import type { Conversation, LineFacts } from '../conversation.js';

import { cell, clip, fit, onGround, span, type Line, type Tone } from '../line.js';
import { lineTime, sinceBefore } from '../times.js';
import type { View } from '../view.js';
import { marked } from './marked.js';
import { SIGNS } from './sessions.js';

/** Columns from which on there is room for the time since the line before. */
const WITH_DELTA = 72;
/** A wait worth being seen, in seconds. */
const SLOW = 1;
const SIGN = 2;
const DELTA = 8;
const NARROWEST_NAME = 12;
const WIDEST_NAME = 26;

interface Layout {
  readonly number: number;
  readonly time: number;
  readonly delta: number;
  /** From the client's line to the server's, both included. */
  readonly lane: number;
  /** Of the bracket and the name of the step. */
  readonly bracket: number;
}

function layoutOf({ state, world }: View, conversation: Conversation, width: number): Layout {
  const number = Math.max(3, String(conversation.lines.length).length);
  const time = state.clocks.lines === 'absolute' ? 15 : Math.max(8, ...outermostTimes(conversation, world.zone).map(({ length }) => length));
  const delta = width >= WITH_DELTA && state.clocks.lines !== 'delta' ? DELTA : 0;
  const bracket = 2 + Math.max(NARROWEST_NAME, Math.min(WIDEST_NAME, Math.floor(width / 5) + 1));
  const lane = Math.max(16, width - number - SIGN - time - delta - 3 - bracket);
  return { number, time, delta, lane, bracket };
}

/** What was asked before the connection was opened has a time below zero. */
function outermostTimes({ lines, opened }: Conversation, zone: View['world']['zone']): readonly string[] {
  return [lines[0], lines.at(-1)].map((line) => (line === undefined ? '' : lineTime(line, opened.session.connection.first, { clock: 'relative', zone })));
}

/** The first line names the two sides. */
export function ladderLines(view: View, conversation: Conversation, width: number, height: number): readonly Line[] {
  const { place } = view;
  const layout = layoutOf(view, conversation, width);
  const lines: Line[] = [sides(view, conversation, layout, width)];
  const end = Math.min(conversation.lines.length, place.top + height - 1);
  for (let at = place.top; at < end; at++) {
    const line = fit(ladderLine(view, conversation, at, { layout, end }), width);
    lines.push(at === place.cursor ? onGround(line, place.inSide ? 'resting' : 'selected') : line);
  }
  return lines;
}

function sides({ glyphs, language }: View, { opened: { session } }: Conversation, layout: Layout, width: number): Line {
  const start = layout.number + SIGN + layout.time + layout.delta + 2;
  const middle = start + Math.floor(layout.lane / 2);
  const client = clip(glyphs.text(`${language.labels.headings.client} ${peerText(session.client)}`), middle - 2, glyphs.ellipsis);
  const server = clip(glyphs.text(`${peerText(session.server)} ${language.labels.headings.server}`), width - middle - 1, glyphs.ellipsis);
  // Over their lines; a long name begins further left, or ends further right.
  const clientAt = Math.max(0, Math.min(start, middle - 1 - widthOf(client)));
  const serverAt = Math.max(middle, start + layout.lane - widthOf(server));
  return fit([span(' '.repeat(clientAt)), span(client, 'client'), span(' '.repeat(Math.max(1, serverAt - clientAt - widthOf(client)))), span(server, 'server')], width);
}

export function peerText({ address, port, name }: Peer): string {
  return name ?? `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** `end`: behind the last line that is seen. */
function ladderLine(view: View, conversation: Conversation, at: number, { layout, end }: { readonly layout: Layout; readonly end: number }): Line {
  const facts = conversation.lines[at]!;
  const { state, world, language, glyphs } = view;
  const { entry, findings } = facts;
  const gravest = gravestOf(findings.map(({ severity }) => severity));
  const time = lineTime(facts, conversation.opened.session.connection.first, { clock: state.clocks.lines, zone: world.zone });
  const since = layout.delta === 0 ? undefined : sinceBefore(facts);
  const delta = since === undefined ? '' : `+${language.duration(since)}`;
  return [
    span(cell(String(entry.id), layout.number, 'right'), 'quiet'),
    span(cell(gravest === undefined ? '' : SIGNS[gravest], SIGN), gravest ?? 'plain'),
    span(`${cell(time, layout.time, 'right')} `, 'quiet'),
    ...(layout.delta === 0 ? [] : [span(cell(glyphs.text(delta), layout.delta, 'right'), since !== undefined && since >= SLOW ? 'delay' : 'quiet')]),
    span(' '),
    ...arrow(view, entry, laneText(view, conversation, facts), layout.lane),
    span(' '),
    ...bracket(view, facts, layout.bracket, at === middleOf(facts, view.place.top, end)),
  ];
}

export function gravestOf(severities: readonly Severity[]): Severity | undefined {
  return (['critical', 'warning', 'notice', 'info'] as const).find((severity) => severities.includes(severity));
}

/** Where the name of a step stands: in the middle of what is seen of its bracket. */
function middleOf({ first, last }: LineFacts, top: number, end: number): number {
  const from = Math.max(first, top);
  return from + Math.floor((Math.min(last, end - 1) - from) / 2);
}

function bracket({ glyphs, language }: View, { step, bracket: place }: LineFacts, width: number, named: boolean): Line {
  const signs = { one: glyphs.bracketOne, top: glyphs.bracketTop, side: glyphs.bracketSide, end: glyphs.bracketEnd };
  const name = named ? clip(glyphs.text(language.labels.steps[step]), width - 2, glyphs.ellipsis) : '';
  return [span(signs[place], 'step'), span(` ${name}`, 'step')];
}

/** The words on the arrow, masked and safe. */
function laneText(view: View, conversation: Conversation, { entry, latestQuestion }: LineFacts): string {
  const { language, glyphs, state, place } = view;
  const text = glyphs.text(lineWords(view, entry, latestQuestion));
  const masked = state.secrets ? text : conversation.mask(text, entry);
  const more = (entry.lines?.length ?? 1) - 1;
  return masked.slice(place.shift * SHIFT) + (more > 0 ? ` ${language.screens.moreLines(more)}` : '');
}

/** Columns that one step to the side moves the words. */
const SHIFT = 8;

function lineWords({ language }: View, entry: Entry, latestQuestion: number): string {
  if (entry.kind === 'tcp') return tcpLine(entry.note.key);
  const { message } = entry;
  if (entry.kind !== 'message' || message === undefined) return entryLines(entry, language, latestQuestion)[0] ?? '';
  const subject = message.head?.subject;
  const size = language.octets(entry.extent.inflated ?? entry.extent.decrypted ?? entry.extent.bytes);
  return `${language.screens.mail(message.id)}${subject === undefined ? '' : `: ${subject}`}, ${size}`;
}

const KINDS: Readonly<Partial<Record<Entry['kind'], Tone>>> = {
  command: 'client',
  auth: 'client',
  data: 'client',
  message: 'mail',
  gap: 'gap',
  unknown: 'gap',
  tcp: 'transport',
  tls: 'transport',
  context: 'quiet',
};

const REPLIES = { plain: 'server', refusal: 'refusal', delay: 'delay' } as const;

export function entryTone(entry: Entry): Tone {
  return KINDS[entry.kind] ?? REPLIES[toneOf(entry)];
}

function arrow(view: View, entry: Entry, text: string, lane: number): Line {
  const { glyphs } = view;
  const tone = entryTone(entry);
  const across = entry.kind === 'gap' || entry.kind === 'context' ? glyphs.missing : glyphs.across;
  const room = lane - 6;
  const said = clip(text, room, glyphs.ellipsis);
  const rest = across.repeat(Math.max(0, room - widthOf(said)));
  const words = marked(view, said, tone);
  if (isAside(entry)) return aside(view, entry, { words, room: lane - 6 - widthOf(said), tone });
  // The handshake goes to and fro.
  if (entry.note.key.startsWith('tcp.setup')) return [span(`${glyphs.fromLeft}${across} `, tone), ...words, span(` ${rest}${across}${glyphs.fromRight}`, tone)];
  return entry.from === 'client'
    ? [span(`${glyphs.fromLeft}${across} `, tone), ...words, span(` ${rest}${glyphs.toRight}`, tone), span(glyphs.down, 'quiet')]
    : [span(glyphs.down, 'quiet'), span(`${glyphs.toLeft}${rest} `, tone), ...words, span(` ${across}${glyphs.fromRight}`, tone)];
}

/** A question to the DNS or a line of a log: no word to the other side. */
function isAside({ note: { key } }: Entry): boolean {
  return key.startsWith('context.dns.') || key === 'context.log';
}

/** Beside the host that asks, is answered, or writes. */
function aside({ glyphs }: View, { from }: Entry, { words, room, tone }: { readonly words: Line; readonly room: number; readonly tone: Tone }): Line {
  const blank = span(' '.repeat(Math.max(0, room)));
  const mark = span(glyphs.missing, tone);
  return from === 'client'
    ? [span(glyphs.fromLeft, tone), mark, span(' '), ...words, span('  '), blank, span(glyphs.down, 'quiet')]
    : [span(glyphs.down, 'quiet'), span('  '), blank, ...words, span(' '), mark, span(glyphs.fromRight, tone)];
}
