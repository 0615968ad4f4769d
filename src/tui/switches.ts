/** Keys that open a screen or a dialog, or change how things are shown. */
import type { Action, Clock, LanguageCode, ListColumn, Remark } from '../text/index.js';
import { messageAt } from './conversation.js';
import { displayFilter } from './display-filter.js';
import { PALETTES } from './palette.js';
import { opened, withPlace } from './places.js';
import { saveTargets } from './save-targets.js';
import { hasColumn, MOST_SHIFT } from './screens/sessions.js';
import { lineAt, placeOf, type Hop, type State, type Step } from './state.js';
import { conversationAt, type View } from './view.js';

const CLOCKS: readonly Clock[] = ['absolute', 'relative', 'delta'];
const LANGUAGES: readonly LanguageCode[] = ['en', 'de'];
const SORTED: readonly ListColumn[] = ['number', 'start', 'protocol', 'client', 'server', 'user', 'parties', 'mails', 'bytes', 'duration', 'captures', 'outcome', 'findings'];
/** Steps to the side that a line or a stream can be moved. */
const FURTHEST = 500;

function act(view: View, action: Action): Step {
  const { state, place } = view;
  switch (action) {
    case 'help':
    case 'statistics':
      return only(opened(state, action));
    case 'findings':
    case 'follow':
    case 'bytes':
      return only(place.session === 0 ? state : opened(state, action));
    case 'mail':
      return only(mail(view, action));
    case 'journey':
      return way(view);
    case 'onward':
    case 'backward':
      return hop(view, action);
    case 'left':
      return only(withPlace(state, { ...place, shift: Math.max(0, place.shift - 1) }));
    case 'right':
      return only(withPlace(state, { ...place, shift: Math.min(place.screen === 'sessions' ? MOST_SHIFT : FURTHEST, place.shift + 1) }));
    case 'pane':
      return only(place.screen === 'conversation' ? withPlace(state, { ...place, inSide: !place.inSide }) : state);
    case 'filter':
      return only(asked(state, (place.screen === 'sessions' ? state.filter : state.sought)?.text ?? ''));
    case 'save':
      return only(save(view));
    case 'copy':
      return copy(view);
    case 'sort-left':
    case 'sort-right':
      return sort(view, next(SORTED.filter((column) => hasColumn(view, column)), state.sort.column, action === 'sort-left' ? -1 : 1));
    case 'reverse':
      return sort(view, state.sort.column);
    case 'redraw':
    case 'suspend':
      return { state, effects: [{ kind: action }] };
    case 'quit':
      return quit(view);
    default:
      return only(shown(view, action));
  }
}

/** How things are shown. */
function shown({ state, place }: View, action: Action): State {
  switch (action) {
    case 'clock': {
      const which = place.screen === 'sessions' ? 'list' : 'lines';
      const clock = next(CLOCKS, state.clocks[which], 1);
      return said({ ...state, clocks: { ...state.clocks, [which]: clock } }, { key: 'clock', params: { clock } });
    }
    case 'secrets':
      return said({ ...state, secrets: !state.secrets }, { key: 'secrets', params: { shown: !state.secrets } });
    case 'language':
      return said({ ...state, language: next(LANGUAGES, state.language, 1) }, { key: 'language', params: {} });
    case 'palette': {
      const palette = next(PALETTES, state.palette, 1);
      return said({ ...state, palette }, { key: 'palette', params: { palette } });
    }
    case 'pause':
      return said({ ...state, paused: !state.paused }, { key: 'paused', params: { paused: !state.paused } });
    default:
      return state;
  }
}

/** What was asked for last can be changed. */
function asked(state: State, text: string): State {
  return { ...state, dialog: { kind: 'filter', input: { text, cursor: text.length }, mistake: undefined } };
}

function only(state: State): Step {
  return { state, effects: [] };
}

function said(state: State, remark: Remark): State {
  return { ...state, remark };
}

function next<T>(all: readonly T[], now: T, step: 1 | -1): T {
  return all[(all.indexOf(now) + step + all.length) % all.length]!;
}

/** The mail of the chosen line, or its way. */
function mail(view: View, screen: 'mail' | 'journey'): State {
  const { state, place } = view;
  const conversation = conversationAt(view);
  const none = place.session === 0 || (conversation !== undefined && messageAt(conversation, lineAt(place)) === undefined);
  const row = view.world.rows[place.session - 1];
  return none || row === undefined || (conversation === undefined && row.mails === 0) ? said(state, { key: 'no-mail-here', params: {} }) : opened(state, screen);
}

/** Found out anew each time: more may have been read. */
function way(view: View): Step {
  const { place } = view;
  const state = mail(view, 'journey');
  const isOpened = placeOf(state).screen === 'journey' && place.screen !== 'journey';
  return { state, effects: isOpened ? [{ kind: 'trace', session: place.session, entry: lineAt(place), hop: undefined }] : [] };
}

/** Which mail it is, and where it went, is found out first. */
function hop({ state, place }: View, action: Hop): Step {
  if (place.session === 0) return only(state);
  return { state, effects: [{ kind: 'trace', session: place.session, entry: lineAt(place), hop: action }] };
}

function save(view: View): State {
  const targets = saveTargets(view);
  return targets.length === 0 ? view.state : { ...view.state, dialog: { kind: 'save', targets, cursor: 0 } };
}

function copy({ state, place, world }: View): Step {
  const row = world.rows[place.session - 1];
  if (row === undefined) return only(state);
  const text = displayFilter(row, world.rows);
  return { state: { ...state, dialog: { kind: 'copied', text } }, effects: [{ kind: 'copy', text }] };
}

/** The same column again turns the order around. */
function sort({ state }: View, column: ListColumn): Step {
  const descending = column === state.sort.column && !state.sort.descending;
  return { state: said({ ...state, sort: { column, descending } }, { key: 'sorted', params: { column, descending } }), effects: [{ kind: 'sort' }] };
}

/** What was captured and is nowhere else is not thrown away by one key. */
function quit({ state, world }: View): Step {
  return world.feed?.unsaved === true && world.progress.packets > 0 ? only({ ...state, dialog: { kind: 'quit' } }) : { state, effects: [{ kind: 'quit' }] };
}

export const SWITCHES = { act, sort };
