/** What every screen has: the title above, the line for remarks and counts, and the function keys below. */
import { clip, fit, onGround, span, spread, widthOfLine, type Line, type Span } from '../line.js';
import type { Remark } from '../../text/index.js';
import { FUNCTION_KEYS, keyLabel, KEYS, MAIL_KEYS } from '../keys.js';
import { conversationAt, type Region, type View } from '../view.js';

/** Rows of the frame: the title, the line of remarks, the keys, and that of a running capture. */
export function frameRows({ world }: View): number {
  return world.feed === undefined ? 3 : 4;
}

/** Function keys that stand before those of a mail: help and saving. */
const BEFORE_MAIL = 2;

export function titleLine({ state, world, glyphs, language }: View, title: string, facts: string): Line {
  const { columns } = state.size;
  const [first, ...others] = world.captures.map(({ file }) => file.split('/').at(-1) ?? file);
  const files = `${first ?? ''}${others.length === 0 ? '' : ` ${language.screens.andMore(others.length)}`}`;
  const right = `${facts === '' ? files : facts} `;
  const name = span(` mailscope ${glyphs.separator} `, 'quiet');
  const left: Line = [name, span(glyphs.text(title), 'strong')];
  const room = Math.max(0, columns - widthOfLine(left) - 2);
  return onGround(spread(left, [span(clip(glyphs.text(right), room, glyphs.ellipsis))], columns), 'frame');
}

/** What there is to say, else what is always said here. */
export function statusLine(view: View, usual: string, right: string): Line {
  const { state, glyphs } = view;
  const { columns } = state.size;
  const remark = remarkOf(view);
  const end = span(` ${glyphs.text(workOf(view) ?? right)} `, 'quiet');
  const room = Math.max(0, columns - widthOfLine([end]) - 1);
  const said = remark === undefined ? span(glyphs.text(usual), 'quiet') : span(glyphs.text(remark), 'strong');
  return spread([span(' '), { ...said, text: clip(said.text, room - 1, glyphs.ellipsis) }], [end], columns);
}

/** How the capture goes on, or went. */
export function feedLine({ state, world: { feed, progress }, glyphs, language: { live } }: View): Line | undefined {
  if (feed === undefined) return undefined;
  const figures = feed.figures();
  const said = progress.done ? live.ended(figures) : live.status({ ...figures, sessions: progress.open });
  const hasLost = (figures.dropped ?? 0) > 0 || figures.givenUp > 0;
  return [span(clip(` ${glyphs.text(said)}`, state.size.columns, glyphs.ellipsis), hasLost ? 'warning' : 'quiet')];
}

/** What is worked at beside the keys. */
function workOf({ world: { search, rows, listing }, language: { screens: { remarks } } }: View): string | undefined {
  if (search?.done === false) return remarks.searching({ looked: search.looked, of: rows.length });
  return listing.isOld ? remarks.arranging({}) : undefined;
}

function remarkOf({ state: { remark }, language: { screens } }: View): string | undefined {
  if (remark === undefined) return undefined;
  return (screens.remarks[remark.key] as (params: Remark['params']) => string)(remark.params);
}

/** `F1Help F2Save …`, and where there is a mail the keys of its way: as many as fit; the last one always does. */
export function keyLine(view: View): { readonly line: Line; readonly regions: readonly Region[] } {
  const { state: { size }, language, glyphs } = view;
  const keys = FUNCTION_KEYS.map((action, at) => ({ action, key: `F${at + 1}`, label: glyphs.text(language.screens.functionKeys[action]) }));
  const mail = MAIL_KEYS.map((action) => ({ action, key: keyLabel(KEYS[action][0]!, language.screens.keys), label: glyphs.text(` ${language.screens.functionKeys[action]}`) }));
  const labels = isAtMail(view) ? [...keys.slice(0, BEFORE_MAIL), ...mail, ...keys.slice(BEFORE_MAIL)] : keys;
  const widthOf = ({ key, label }: (typeof labels)[number]): number => key.length + widthOfLine([span(label)]) + 1;
  // The last one needs no blank behind it.
  const all = labels.reduce((sum, label) => sum + widthOf(label), 0) - 1;
  let room = size.columns - (all <= size.columns ? 0 : widthOf(labels.at(-1)!));
  const shown = all <= size.columns ? labels : [...labels.slice(0, -1).filter((label) => (room -= widthOf(label)) >= 0), labels.at(-1)!];
  const spare = Math.max(0, Math.floor((size.columns - shown.reduce((sum, label) => sum + widthOf(label), 0)) / shown.length));
  const spans: Span[] = [];
  const regions: Region[] = [];
  let x = 0;
  for (const { action, key, label } of shown) {
    const text = `${label} ${' '.repeat(Math.min(spare, 2))}`;
    spans.push(span(key, 'key', 'page'), span(text, 'plain', 'frame'));
    const width = key.length + widthOfLine([span(text)]);
    regions.push({ x, y: size.rows - 1, width, height: 1, event: { kind: 'action', action } });
    x += width;
  }
  return { line: fit(spans, size.columns, 'frame'), regions };
}

/** A mail, its way, or a line that carries one. */
function isAtMail(view: View): boolean {
  const { screen, cursor } = view.place;
  if (screen !== 'conversation') return screen === 'mail' || screen === 'journey';
  const { lines, opened } = conversationAt(view) ?? {};
  const entry = lines?.[cursor]?.entry;
  return entry !== undefined && opened?.messages.some(({ entries }) => entries.includes(entry)) === true;
}
