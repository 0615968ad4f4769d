/**
 * What a screen is made of: lines of spans, each a text with a tone and a ground. Terminals turn tones into colours; tests
 * read the text alone.
 */
import { widthOf } from '../report/text/columns.js';

/** What a text is, as far as its colour should say so. */
export type Tone =
  | 'plain'
  | 'quiet'
  | 'strong'
  | 'step'
  | 'client'
  | 'server'
  | 'delay'
  | 'refusal'
  | 'mail'
  | 'transport'
  | 'gap'
  | 'bar'
  | 'key'
  | 'match'
  | 'info'
  | 'notice'
  | 'warning'
  | 'critical';

/** What it stands on. */
export type Ground = 'page' | 'frame' | 'selected' | 'resting' | 'dialog';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
  readonly ground: Ground;
}

export type Line = readonly Span[];

export function span(text: string, tone: Tone = 'plain', ground: Ground = 'page'): Span {
  return { text, tone, ground };
}

export function line(text: string, tone: Tone = 'plain'): Line {
  return [span(text, tone)];
}

export function widthOfLine(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + widthOf(text), 0);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** `text` in at most `width` columns; where something is cut off, `mark` stands at the end. */
export function clip(text: string, width: number, mark = '…'): string {
  if (width <= 0) return '';
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  if (room <= 0) return mark.slice(0, width);
  let used = 0;
  let kept = '';
  for (const { segment } of segmenter.segment(text.slice(0, width * 8))) {
    used += widthOf(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept + mark;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Numbers stand on the right. */
export function paddedLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** A cell of a table: exactly `width` columns. */
export function cell(text: string, width: number, side: 'left' | 'right' = 'left', mark?: string): string {
  const cut = clip(text, width, mark);
  return side === 'left' ? padded(cut, width) : paddedLeft(cut, width);
}

/** The spans in exactly `width` columns: what is too long is cut, what is too short is filled with the last ground. */
export function fit(spans: Line, width: number, fill: Ground = spans.at(-1)?.ground ?? 'page'): Line {
  const kept: Span[] = [];
  let used = 0;
  for (const part of spans) {
    if (used >= width) break;
    const text = clip(part.text, width - used, '');
    used += widthOf(text);
    kept.push(text === part.text ? part : { ...part, text });
  }
  return used < width ? [...kept, span(' '.repeat(width - used), 'plain', fill)] : kept;
}

/** The same spans on another ground. */
export function onGround(spans: Line, ground: Ground): Line {
  return spans.map((part) => ({ ...part, ground }));
}

/** Two texts at both ends of a line; the left one is cut first. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = Math.max(0, width - widthOfLine(right));
  return fit([...fit(left, room), ...right], width);
}

/** What a test, or a file, gets of a screen. */
export function textOf(spans: Line): string {
  return spans.map(({ text }) => text).join('').trimEnd();
}
