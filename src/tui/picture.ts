/** State and world in, a whole screen out. Pure: the same gives the same, for the terminal as for a test. */
import { pageLines, pageOf } from './pages/page.js';
import { conversationScreen, halvesOf } from './screens/conversation.js';
import { bandOf } from './screens/dialogs.js';
import { feedLine, frameRows, keyLine, statusLine, titleLine } from './screens/frame.js';
import { peerText } from './screens/ladder.js';
import { Paragraphs } from './screens/paragraphs.js';
import { sessionRows } from './screens/sessions.js';
import { fit, line, span, type Line } from './line.js';
import { conversationAt, type Picture, type Region, type View } from './view.js';

/** Rows that the frame leaves. */
export function bodyHeight(view: View): number {
  return Math.max(1, view.state.size.rows - frameRows(view));
}

/** Rows that the cursor can be on at once. */
export function rowsShown(view: View): number {
  const height = bodyHeight(view);
  if (view.place.screen === 'sessions') return Math.max(1, height - 1);
  if (view.place.screen === 'conversation') return Math.max(1, halvesOf(view.state.size.columns, height).ladder.height - 1);
  return height;
}

/** How many rows the list, the conversation or the page has. */
export function lengthOf(view: View): number {
  if (view.place.screen === 'sessions') return view.world.listing.length;
  if (view.place.screen === 'conversation') return conversationAt(view)?.lines.length ?? 0;
  return pageOf(view)?.length ?? 0;
}

export function pictureOf(view: View): Picture {
  const { state } = view;
  const { rows, columns } = state.size;
  const height = bodyHeight(view);
  const body = bodyOf(view, height);
  const keys = keyLine(view);
  const { title, facts, usual, right } = frameWords(view);
  const feed = feedLine(view);
  const foot = [...(feed === undefined ? [] : [feed]), statusLine(view, usual, right), keys.line];
  const lines: Line[] = [titleLine(view, title, facts), ...Array.from({ length: height }, (_, at) => body.lines[at] ?? []), ...foot];
  const regions: Region[] = [...body.regions, ...keys.regions];
  const band = state.dialog === undefined ? undefined : bandOf(view, state.dialog);
  let caret: Picture['caret'];
  if (band !== undefined) {
    const y = Math.max(0, rows - 1 - band.lines.length);
    lines.splice(y, band.lines.length, ...band.lines);
    caret = band.caret === undefined ? undefined : { x: band.caret.x, y: y + band.caret.row };
    if (band.choices !== undefined) regions.splice(0, regions.length, ...choiceRegions(y + band.choices.row, band.choices.count, columns));
  }
  return { lines: lines.slice(0, rows).map((row) => fit(row, columns)), regions, caret };
}

function choiceRegions(y: number, count: number, width: number): readonly Region[] {
  return Array.from({ length: count }, (_, at) => ({ x: 0, y: y + at, width, height: 1, event: { kind: 'pick', row: at, inSide: false } as const }));
}

interface Body {
  readonly lines: readonly Line[];
  readonly regions: readonly Region[];
}

function bodyOf(view: View, height: number): Body {
  const { place, world, language, glyphs } = view;
  if (place.screen === 'sessions') {
    const list = sessionRows(view, height);
    const rows = list.lines.slice(1).map((_, at): Region => ({ x: 0, y: 2 + at, width: view.state.size.columns, height: 1, event: { kind: 'pick', row: place.top + at, inSide: false } }));
    const isEmpty = world.rows.length === 0 && world.progress.done;
    const lines = isEmpty ? [...list.lines, [], line(` ${glyphs.text(language.screens.remarks['no-sessions']({}))}`)] : list.lines;
    return { lines: isEmpty ? lines : withIntroduction(view, lines, height), regions: [...list.regions, ...rows] };
  }
  if (place.screen !== 'help' && place.screen !== 'statistics' && conversationAt(view) === undefined) {
    return { lines: [[], line(` ${glyphs.text(language.screens.remarks.opening({ session: place.session }))}`, 'quiet')], regions: [] };
  }
  return place.screen === 'conversation' ? conversationScreen(view, height) : pageLines(view, height);
}

/** What there is to say of a running capture, at the foot of a list that leaves room for it. */
function withIntroduction(view: View, list: readonly Line[], height: number): readonly Line[] {
  const { world: { feed, progress, rows }, language, state } = view;
  if (feed === undefined || progress.done) return list;
  const words = new Paragraphs(view, state.size.columns - 2, (text) => view.glyphs.text(text));
  for (const paragraph of feed.introduction(language)) words.text(paragraph);
  const introduction = words.rows.map((row): Line => [span(' '), ...row]);
  const spare = height - list.length - introduction.length;
  if (rows.length === 0) return [...list, [], ...introduction];
  return spare < 1 ? list : [...list, ...Array.from({ length: spare }, (): Line => []), ...introduction];
}

interface FrameWords {
  readonly title: string;
  /** At the right end of the title; the names of the captures where it is empty. */
  readonly facts: string;
  readonly usual: string;
  readonly right: string;
}

function frameWords(view: View): FrameWords {
  const { place, world, language, state } = view;
  const { screens, labels } = language;
  const position = screens.position(Math.min(place.cursor + 1, lengthOf(view)), lengthOf(view));
  if (place.screen === 'sessions') return { title: screens.screens.sessions, facts: '', usual: countsOf(view), right: state.filter === undefined ? progressOf(view) : screens.filtered(state.filter.text) };
  if (place.screen !== 'conversation') return { title: pageOf(view)?.title ?? screens.screens[place.screen], facts: '', usual: pageOf(view)?.remark?.(place.cursor) ?? '', right: position };
  const row = world.rows[place.session - 1];
  const parties = row === undefined ? '' : `${peerText(row.client)} → ${peerText(row.server)}`;
  return { title: row === undefined ? '' : `${labels.counted.session(row.id)} · ${labels.protocols[row.protocol]}`, facts: parties, usual: sessionRemark(view), right: position };
}

/** What is not as it should be, or not whole. */
function sessionRemark(view: View): string {
  const { language: { screens, labels }, world } = view;
  const conversation = conversationAt(view);
  if (conversation === undefined) return '';
  const { opened } = conversation;
  if (opened.lost > 0) return screens.remarks.lost({ packets: opened.lost });
  if (opened.omitted > 0) return screens.remarks.omitted({ lines: opened.omitted });
  if (!opened.ended && world.live && !world.progress.done) return screens.remarks.growing({});
  const { close, closedBy } = opened.session.connection;
  return labels.counted.closed(close, closedBy === undefined ? undefined : closedBy === opened.session.clientDirection ? 'client' : 'server');
}

function countsOf({ world: { listing, rows }, language }: View): string {
  const { mails, octets } = listing.totals;
  return language.screens.counts(listing.length, rows.length, mails, language.octets(octets));
}

function progressOf({ world: { feed, progress }, language }: View): string {
  if (progress.failure !== undefined) return language.screens.remarks['read-failed']({ reason: progress.failure.message });
  // Of a running capture, its own line tells.
  if (progress.done || feed !== undefined) return '';
  return language.screens.remarks.reading({ done: size(progress.octets, language.number), of: progress.total === undefined ? undefined : size(progress.total, language.number), packets: progress.packets });
}

/** `12.3 MB`, as people name sizes of files. */
function size(octets: number, number: (value: number) => string): string {
  return octets < 1e6 ? `${number(Math.round(octets / 1e3))} kB` : `${number(Math.round(octets / 1e6))} MB`;
}
