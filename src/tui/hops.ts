/** From a mail to the step of its way before or behind it, in another session; hearsay in between is passed over. */
import type { JourneyStop, WatchedStop } from '../model/journey.js';
import { pageOf } from './pages/page.js';
import { jumped, opened, withPlace } from './places.js';
import type { Hop, State } from './state.js';
import { viewOf, type PageRow, type TracedMail, type View } from './view.js';

export function hopped(view: View, hop: Hop): State {
  const { state, place, world: { traced } } = view;
  // Somebody may have gone elsewhere meanwhile.
  if (traced === undefined || traced.session !== place.session) return state;
  const { stops } = traced.journey;
  const own = stops.findIndex((stop) => stop.kind === 'wire' && stop.message === traced.message);
  const found = stops.filter((stop, at): stop is WatchedStop => stop.kind === 'wire' && (hop === 'onward' ? beforeOf(stops, at) === own : beforeOf(stops, own) === at));
  const [first] = found;
  if (first === undefined) return { ...state, remark: { key: 'no-hop', params: { onward: hop === 'onward' } } };
  if (found.length > 1) return { ...chosen(viewOf(opened(state, 'journey'), view.world, view.glyphs), first), remark: { key: 'hops', params: { count: found.length } } };
  return { ...landed(state, traced, first), remark: { key: 'hop', params: { at: stops.indexOf(first) + 1, of: stops.length } } };
}

/** Position of the nearest recorded step before one; undefined where there is none. */
function beforeOf(stops: readonly JourneyStop[], at: number): number | undefined {
  let before = stops[at]?.previous?.stop;
  while (before !== undefined && stops[before]?.kind !== 'wire') before = stops[before]?.previous?.stop;
  return before;
}

/** On the page of the way, at this step. */
function chosen(view: View, { session }: WatchedStop): State {
  const page = pageOf(view);
  let cursor = 0;
  const isThere = ({ target }: PageRow): boolean => target?.kind === 'entry' && target.session === session;
  while (page !== undefined && cursor < page.length && !isThere(page.row(cursor))) cursor++;
  return withPlace(view.state, { ...view.place, cursor });
}

/** Whoever looks at a mail goes on looking at it; from elsewhere it is the ladder. */
function landed(state: State, { lines }: TracedMail, { session, message }: WatchedStop): State {
  const ladder = jumped(state, session, lines.get(message) ?? 0);
  return state.places.at(-1)?.screen === 'mail' ? opened(ladder, 'mail') : ladder;
}
