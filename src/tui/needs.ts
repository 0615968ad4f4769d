/** What the screen shows and has not got yet: a session, octets, a stream, statistics. Whoever gets it asks for nothing twice. */
import { octetCount, octetsPerRow, offsetAt } from './pages/bytes.js';
import { rowsShown } from './picture.js';
import type { Effect } from './state.js';
import { conversationAt, streamAt, tracedAt, type View } from './view.js';

export function needsOf(view: View): readonly Effect[] {
  const { place, world } = view;
  if (place.screen === 'sessions' || place.screen === 'help') return [];
  if (place.screen === 'statistics') return world.statistics === undefined ? [{ kind: 'statistics' }] : [];
  if (conversationAt(view) === undefined) return [{ kind: 'open', session: place.session }];
  if (place.screen === 'journey') return tracedAt(view) === undefined ? [{ kind: 'trace', session: place.session, entry: place.entry, hop: undefined }] : [];
  if (place.screen === 'follow') return streamAt(view) === undefined ? [{ kind: 'stream', session: place.session, part: place.part }] : [];
  return place.screen === 'bytes' ? octetsNeeded(view) : [];
}

function octetsNeeded(view: View): readonly Effect[] {
  const { place, world, state } = view;
  const entry = conversationAt(view)?.lines[place.entry]?.entry;
  if (entry === undefined) return [];
  const from = offsetAt(place.top, state.size.columns);
  const to = Math.min(octetCount(entry), from + rowsShown(view) * octetsPerRow(state.size.columns));
  const known = world.octets;
  const has = known?.session === place.session && known.entry === entry.id && known.offset <= from && known.offset + known.octets.length >= to;
  return has || to === 0 ? [] : [{ kind: 'octets', session: place.session, entry: entry.id, offset: from }];
}
