/** The conversation: the ladder, and beside it, or below where it is narrow, what there is to say of the chosen line. */
import type { Conversation } from '../conversation.js';
import { fit, onGround, span, type Line } from '../line.js';
import { conversationAt, type Region, type View } from '../view.js';
import { explanationLines, explanationTitle } from './explanation.js';
import { ladderLines } from './ladder.js';

/** From so many columns on the explanation stands beside the ladder. */
const BESIDE = 100;
const WIDEST_EXPLANATION = 84;

interface Halves {
  readonly beside: boolean;
  readonly ladder: { readonly width: number; readonly height: number };
  readonly side: { readonly width: number; readonly height: number };
}

/** `height`: rows between the title and the line of remarks. */
export function halvesOf(columns: number, height: number): Halves {
  if (columns >= BESIDE) {
    const width = Math.min(WIDEST_EXPLANATION, Math.floor(columns * 0.4));
    return { beside: true, ladder: { width: columns - width - 1, height }, side: { width: width - 1, height: height - 1 } };
  }
  // One more row for the line between the two.
  const ladder = Math.max(4, Math.ceil((height - 1) * 0.55));
  return { beside: false, ladder: { width: columns, height: ladder }, side: { width: columns - 2, height: height - ladder - 1 } };
}

/** Rows of the explanation of the chosen line; 0 while it is not there. */
export function explanationLength(view: View, height: number): number {
  const conversation = conversationAt(view);
  if (conversation === undefined) return 0;
  return explanationLines(view, conversation, view.place.cursor, halvesOf(view.state.size.columns, height).side.width).length;
}

export function conversationScreen(view: View, height: number): { readonly lines: readonly Line[]; readonly regions: readonly Region[] } {
  const conversation = conversationAt(view);
  if (conversation === undefined) return { lines: [], regions: [] };
  const halves = halvesOf(view.state.size.columns, height);
  const ladder = ladderLines(view, conversation, halves.ladder.width, halves.ladder.height);
  const side = sideLines(view, conversation, halves);
  return {
    lines: halves.beside ? besideEachOther(view, ladder, side, halves, height) : [...filled(ladder, halves.ladder.height), ...side],
    regions: regionsOf(view, conversation, halves, ladder.length),
  };
}

function sideLines(view: View, conversation: Conversation, { beside, side }: Halves): readonly Line[] {
  const { place, glyphs, state } = view;
  const facts = conversation.lines[place.cursor];
  if (facts === undefined) return [];
  const rows = explanationLines(view, conversation, place.cursor, side.width);
  const title = ` ${glyphs.text(explanationTitle(view, facts))} `;
  const position = rows.length <= side.height ? '' : ` ${Math.min(rows.length, place.side + side.height)}/${rows.length} `;
  const width = beside ? side.width + 1 : state.size.columns;
  const filler = glyphs.across.repeat(Math.max(0, width - 2 - span(title).text.length - position.length));
  const bar: Line = [span(glyphs.across.repeat(2), 'quiet'), span(title, place.inSide ? 'step' : 'strong'), span(filler + position, 'quiet')];
  const shown = rows.slice(place.side, place.side + side.height).map((row): Line => [span(' '), ...row]);
  return [place.inSide ? onGround(fit(bar, width), 'resting') : bar, ...shown];
}

function besideEachOther({ glyphs, state }: View, ladder: readonly Line[], side: readonly Line[], halves: Halves, height: number): readonly Line[] {
  return Array.from({ length: height }, (_, at) => [
    ...fit(ladder[at] ?? [], halves.ladder.width),
    span(glyphs.down, 'quiet'),
    ...fit(side[at] ?? [], state.size.columns - halves.ladder.width - 1),
  ]);
}

function filled(lines: readonly Line[], height: number): readonly Line[] {
  return [...lines, ...Array.from({ length: Math.max(0, height - lines.length) }, () => [])];
}

/** Rows of the ladder can be clicked, the explanation be moved to. */
function regionsOf({ place, state }: View, { lines }: Conversation, { beside, ladder, side }: Halves, drawn: number): readonly Region[] {
  const rows = Array.from({ length: drawn - 1 }, (_, at): Region => ({
    x: 0,
    y: 2 + at,
    width: ladder.width,
    height: 1,
    event: { kind: 'pick', row: Math.min(lines.length - 1, place.top + at), inSide: false },
  }));
  const pane: Region = beside
    ? { x: ladder.width, y: 1, width: state.size.columns - ladder.width, height: side.height + 1, event: { kind: 'pick', row: place.side, inSide: true } }
    : { x: 0, y: 1 + ladder.height, width: state.size.columns, height: side.height + 1, event: { kind: 'pick', row: place.side, inSide: true } };
  return [...rows, pane];
}
