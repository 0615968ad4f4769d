/** The way down and up: from the list to a session, to its octets and mails, and back. */
import type { ScreenName } from '../text/index.js';
import { pageOf } from './pages/page.js';
import { lineAt, placeOf, START, type Place, type State, type Step } from './state.js';
import { conversationAt, type View } from './view.js';

export function withPlace(state: State, place: Place): State {
  return { ...state, places: [...state.places.slice(0, -1), place] };
}

export function sideMoved(state: State, rows: number): State {
  const place = placeOf(state);
  // The rest is known only to who draws it: it is brought back there.
  return withPlace(state, { ...place, side: Math.min(1e6, Math.max(0, place.side + rows)) });
}

/** One level down; the same screen is not opened above itself. */
export function opened(state: State, screen: ScreenName): State {
  const place = placeOf(state);
  if (place.screen === screen) return state;
  const entry = lineAt(place);
  const known = state.places.findIndex((level) => level.screen === screen && level.session === place.session);
  const below = known === -1 ? state.places : state.places.slice(0, known);
  return { ...state, places: [...below, { ...START, screen, session: place.session, entry }] };
}

/** One level up. On the list it ends the filter. */
export function closed({ state, place }: View): Step {
  if (place.inSide) return { state: withPlace(state, { ...place, inSide: false }), effects: [] };
  if (state.places.length > 1) return { state: { ...state, places: state.places.slice(0, -1) }, effects: [] };
  return { state, effects: state.filter === undefined ? [] : [{ kind: 'filter', text: '', inList: true }] };
}

/** To a line of a session, on the ladder. */
export function jumped(state: State, session: number, entry: number): State {
  const at = state.places.findIndex((level) => level.screen === 'conversation' && level.session === session);
  const place: Place = { ...START, screen: 'conversation', session, cursor: entry };
  return { ...state, places: [...(at === -1 ? state.places : state.places.slice(0, at)), place] };
}

/** Into a session, and to its newest line as long as it grows. */
function conversed({ state, place, world }: View): State {
  const below = opened(state, 'conversation');
  return withPlace(below, { ...placeOf(below), following: world.live && world.rows[place.session - 1]?.ended === false });
}

/** Enter: one level down from where the cursor stands. */
export function entered(view: View): Step {
  const { state, place, world } = view;
  const stay: Step = { state, effects: [] };
  switch (place.screen) {
    case 'sessions':
      return world.listing.length === 0 ? stay : { state: conversed(view), effects: [] };
    case 'conversation': {
      const entry = conversationAt(view)?.lines[place.cursor]?.entry;
      return entry === undefined ? stay : { state: opened(state, entry.kind === 'message' ? 'mail' : 'bytes'), effects: [] };
    }
    case 'mail':
      return { state: opened(state, 'bytes'), effects: [] };
    case 'findings':
    case 'follow':
    case 'journey':
    case 'statistics': {
      const target = pageOf(view)?.row(place.cursor)?.target;
      return target?.kind === 'entry' ? { state: jumped(state, target.session, target.entry), effects: [] } : stay;
    }
    case 'bytes':
    case 'help':
      return stay;
  }
}
