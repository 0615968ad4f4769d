/** The next place that matches the filter: a session, a line of a conversation, a row of a page. */
import { entryNote } from '../report/text/entry-line.js';
import { textOf } from './line.js';
import { pageOf } from './pages/page.js';
import { lengthOf } from './picture.js';
import { withPlace } from './places.js';
import type { State } from './state.js';
import { conversationAt, streamAt, type View } from './view.js';

/** Rows that are looked at before it is given up. */
const MOST = 200_000;

/** `first`: how many rows away it is looked for first; 0 is where the cursor stands. */
export function showMatch(view: View, direction: 1 | -1, first = 1): State {
  const { state, place, world } = view;
  const { matcher } = world;
  if (matcher === undefined) return state;
  const length = lengthOf(view);
  for (let step = first; step <= Math.min(length, MOST); step++) {
    const at = (((place.cursor + direction * step) % length) + length) % length;
    if (matches(view, at)) return withPlace(state, { ...place, cursor: at, side: 0, inSide: false, following: false, session: place.screen === 'sessions' ? (world.listing.id(at) ?? 0) : place.session });
  }
  return { ...state, remark: nothingFound(view, matcher.filter.text) };
}

function nothingFound(view: View, text: string): State['remark'] {
  const stream = view.place.screen === 'follow' ? streamAt(view) : undefined;
  if (stream === undefined || stream.parts === 1) return { key: 'no-match', params: { text } };
  return { key: 'no-match-in-part', params: { text, part: stream.part + 1, parts: stream.parts } };
}

/** The list holds nothing but matches. */
function matches(view: View, at: number): boolean {
  const { place, world, language } = view;
  const { matcher } = world;
  if (matcher === undefined) return false;
  if (place.screen === 'sessions') return true;
  if (place.screen === 'conversation') {
    const conversation = conversationAt(view);
    const entry = conversation?.lines[at]?.entry;
    if (conversation === undefined || entry === undefined) return false;
    return matcher.matchesEntry(entry, conversation.opened.session, () => [...(entry.lines ?? [entry.text ?? '']), ...Object.values(entry.decoded ?? {}), entryNote(entry, language)].join('\n'));
  }
  const row = pageOf(view)?.row(at);
  return row !== undefined && matcher.place(textOf(row.line)) !== undefined;
}
