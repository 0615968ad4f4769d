/** Bars as SVG, sized by attributes alone: they print, scale to any width, and need neither script nor a style of their own. */
import { html, type Html } from './markup.js';

export interface Piece {
  /** From 0 to 1 of the whole width. */
  readonly share: number;
  /** A class of the style: what the piece stands for. */
  readonly kind: string;
}

/** Pieces of one bar, one behind the other. */
export function bar(pieces: readonly Piece[]): Html {
  let at = 0;
  const drawn = pieces.map(({ share, kind }) => {
    const piece = html`<rect class="${kind}" x="${percent(at)}" width="${percent(share)}" height="100%"/>`;
    at += share;
    return piece;
  });
  return html`<svg class="bar" aria-hidden="true">${drawn}</svg>`;
}

/** Two decimals: the same in every run, and finer than any screen. */
function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}

const COLUMN_HEIGHT = 100;
const COLUMN = 10;
/** A column for one among very many is still seen. */
const LEAST = 3;

export interface Column {
  /** Where it stands, in columns from the left. */
  readonly at: number;
  /** Values drawn side by side within the column. */
  readonly values: readonly { readonly value: number; readonly kind: string }[];
}

/** Columns that stand beside each other; the highest fills the picture. `count`: how many there is room for. */
export function columns(list: readonly Column[], count: number, style: string): Html {
  const highest = Math.max(1, ...list.flatMap(({ values }) => values.map(({ value }) => value)));
  const drawn = list.flatMap(({ at, values }) => {
    const width = (COLUMN * 0.84) / values.length;
    return values.map(({ value, kind }, index) => {
      const height = value === 0 ? 0 : Math.max(LEAST, (value / highest) * COLUMN_HEIGHT);
      return html`<rect class="${kind}" x="${(at * COLUMN + index * width).toFixed(2)}" y="${(COLUMN_HEIGHT - height).toFixed(2)}" width="${width.toFixed(2)}" height="${height.toFixed(2)}"/>`;
    });
  });
  return html`<svg class="columns ${style}" viewBox="0 0 ${Math.max(1, count) * COLUMN} ${COLUMN_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`;
}

/** What a colour stands for. */
export function key(kind: string, name: Html): Html {
  return html`<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="${kind}" width="10" height="10"/></svg>${name}</li>`;
}
