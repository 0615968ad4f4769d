/** An event and a state in, the next state and what is to be done out. Pure: what is to be done is only named. */
import type { Action } from '../text/index.js';
import { dialogKey } from './dialog-keys.js';
import { actionOf } from './keys.js';
import { bodyHeight, lengthOf, rowsShown } from './picture.js';
import { explanationLength, halvesOf } from './screens/conversation.js';
import { hopped } from './hops.js';
import { needsOf } from './needs.js';
import { closed, entered, sideMoved, withPlace } from './places.js';
import { showMatch } from './search.js';
import { placeOf, type Event, type State, type Step } from './state.js';
import { SWITCHES } from './switches.js';
import { streamAt, viewOf, type View, type World } from './view.js';
import type { Glyphs } from './glyphs.js';

/** Beyond all lines: the last one, as soon as it is known which that is. */
const END = Number.MAX_SAFE_INTEGER;

export function reduce(state: State, event: Event, world: World, glyphs: Glyphs): Step {
  const { state: next, effects } = take(viewOf(state, world, glyphs), event);
  const settled = settle(viewOf(next, world, glyphs));
  return { state: settled, effects: [...effects, ...needsOf(viewOf(settled, world, glyphs))] };
}

function take(view: View, event: Event): Step {
  const { state } = view;
  switch (event.kind) {
    case 'key': {
      if (event.name === 'C-c') return { state, effects: [{ kind: 'quit' }] };
      const spoken = { ...state, remark: undefined };
      if (state.dialog !== undefined) return dialogKey(spoken, state.dialog, event.name, event.character);
      const action = actionOf(event.name);
      return action === undefined ? { state, effects: [] } : act(viewOf(spoken, view.world, view.glyphs), action);
    }
    case 'action':
      return act(view, event.action);
    case 'pick':
      return pick(view, event.row, event.inSide);
    case 'sort':
      return SWITCHES.sort(view, event.column);
    case 'wheel':
      return { state: event.inSide ? sideMoved(state, event.rows) : scrolled(view, event.rows), effects: [] };
    case 'resize':
      return { state: { ...state, size: event.size }, effects: [{ kind: 'redraw' }] };
    case 'changed':
      return { state: kept(view), effects: [] };
    case 'mistaken':
      return { state: { ...state, dialog: { kind: 'filter', input: { text: event.text, cursor: event.text.length }, mistake: event.mistake } }, effects: [] };
    case 'filtered':
      return { state: filtered(view, event.filter, event.inList), effects: [] };
    case 'traced':
      return { state: hopped(view, event.hop), effects: [] };
    case 'exists':
      return { state: { ...state, dialog: { kind: 'overwrite', target: event.target, path: event.path } }, effects: [] };
    case 'remark':
      return { state: { ...state, remark: event.remark }, effects: [] };
  }
}

/** Elsewhere than in the list the cursor goes to the first match, from where it stands. */
function filtered({ state, world, glyphs }: View, filter: State['filter'], inList: boolean): State {
  const now = viewOf({ ...state, sought: filter, filter: inList ? filter : state.filter }, world, glyphs);
  return inList || filter === undefined ? kept(now) : showMatch(now, 1, 0);
}

/** The picture goes along with the cursor. */
const BY_PAGES: ReadonlySet<Action> = new Set<Action>(['page-up', 'page-down', 'half-up', 'half-down']);

/** Rows that each movement goes. */
function distanceOf(view: View, action: Action): number | undefined {
  const { place } = view;
  const shown = place.inSide ? halvesOf(view.state.size.columns, bodyHeight(view)).side.height : rowsShown(view);
  const page = Math.max(1, shown - 1);
  switch (action) {
    case 'up':
      return -1;
    case 'down':
      return 1;
    case 'page-up':
      return -page;
    case 'page-down':
      return page;
    case 'half-up':
      return -Math.ceil(page / 2);
    case 'half-down':
      return Math.ceil(page / 2);
    case 'first':
      return -Infinity;
    case 'last':
      return Infinity;
    default:
      return undefined;
  }
}

function act(view: View, action: Action): Step {
  const { state, place } = view;
  const distance = distanceOf(view, action);
  if (distance !== undefined) {
    if (place.inSide) return { state: sideMoved(state, distance), effects: [] };
    return { state: BY_PAGES.has(action) ? scrolled(view, distance) : moved(view, distance), effects: [] };
  }
  switch (action) {
    case 'enter':
      return entered(view);
    case 'back':
      return closed(view);
    case 'next':
      return { state: showMatch(view, 1), effects: [] };
    case 'previous':
      return { state: showMatch(view, -1), effects: [] };
    default:
      return SWITCHES.act(view, action);
  }
}

function moved(view: View, rows: number): State {
  const other = otherPart(view, rows);
  if (other !== undefined) return other;
  const last = Math.max(0, lengthOf(view) - 1);
  const { place, state, world } = view;
  const cursor = Math.min(last, Math.max(0, place.cursor + rows));
  // Another line has another explanation.
  const side = cursor === place.cursor ? place.side : 0;
  const session = place.screen === 'sessions' ? (world.listing.id(cursor) ?? 0) : place.session;
  // Whoever goes to the end goes on with it, until he goes up.
  const following = rows === Infinity || (place.following && rows > 0);
  return withPlace(state, { ...place, cursor, side, session, following });
}

/** What stands above the next page is gone at once, wherever in the picture the cursor stood. */
function scrolled(view: View, rows: number): State {
  const state = moved(view, rows);
  const place = placeOf(state);
  return place.part === view.place.part ? withPlace(state, { ...place, top: Math.max(0, place.top + rows) }) : state;
}

/** Beyond the last line of a part of a stream is the next one, before the first the one before. */
function otherPart(view: View, rows: number): State | undefined {
  const { place, state } = view;
  const stream = place.screen === 'follow' ? streamAt(view) : undefined;
  if (stream === undefined) return undefined;
  const isAtEnd = place.cursor >= lengthOf(view) - 1;
  const at = { ...place, top: 0, following: false };
  if (rows > 0 && isAtEnd && stream.part < stream.parts - 1) {
    return withPlace(state, rows === Infinity ? { ...at, part: stream.parts - 1, cursor: END } : { ...at, part: stream.part + 1, cursor: 0 });
  }
  if (rows < 0 && place.cursor === 0 && stream.part > 0) {
    return withPlace(state, rows === -Infinity ? { ...at, part: 0, cursor: 0 } : { ...at, part: stream.part - 1, cursor: END });
  }
  return undefined;
}

/** A first click chooses, a second one on the same row opens. */
function pick(view: View, row: number, inSide: boolean): Step {
  const { state, place } = view;
  if (state.dialog?.kind === 'save') {
    const chosen = { ...state, dialog: { ...state.dialog, cursor: row } };
    return state.dialog.cursor === row ? dialogKey(state, state.dialog, 'enter', undefined) : { state: chosen, effects: [] };
  }
  if (inSide) return { state: withPlace(state, { ...place, inSide: true }), effects: [] };
  if (row === place.cursor && !place.inSide) return entered(view);
  return { state: moved(viewOf(withPlace(state, { ...place, inSide: false }), view.world, view.glyphs), row - place.cursor), effects: [] };
}

/** The cursor stays on its session, or with the newest, whatever came meanwhile. */
function kept({ state, world }: View): State {
  const [list, ...levels] = state.places;
  if (list === undefined) return state;
  const length = world.listing.length;
  const found = list.session === 0 ? 0 : world.listing.indexOf(list.session, list.cursor);
  const cursor = list.following ? Math.max(0, length - 1) : found === -1 ? Math.min(list.cursor, Math.max(0, length - 1)) : found;
  return { ...state, places: [{ ...list, cursor, session: world.listing.id(cursor) ?? 0 }, ...levels] };
}

/** Nothing stands outside of what there is, and the cursor is in sight. */
function settle(view: View): State {
  const { state, place, world } = view;
  const length = lengthOf(view);
  const shown = rowsShown(view);
  // What is not there yet keeps its place until it is.
  if (length === 0 && place.screen !== 'sessions') return state;
  const last = Math.max(0, length - 1);
  const cursor = place.following ? last : Math.min(last, Math.max(0, place.cursor));
  const session = place.screen === 'sessions' ? (world.listing.id(cursor) ?? 0) : place.session;
  const at = viewOf(withPlace(state, { ...place, cursor, session, side: cursor === place.cursor ? place.side : 0 }), world, view.glyphs);
  const top = Math.min(Math.max(0, length - shown), Math.max(Math.min(place.top, cursor), cursor - shown + 1));
  const side = place.screen === 'conversation' ? sideOf(at) : 0;
  return withPlace(state, { ...at.place, top, side });
}

function sideOf(view: View): number {
  const height = bodyHeight(view);
  if (view.place.side === 0) return 0;
  const most = explanationLength(view, height) - halvesOf(view.state.size.columns, height).side.height;
  return Math.max(0, Math.min(view.place.side, most));
}

