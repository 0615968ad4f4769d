/** What a person sees and where he stands, as plain data; and what the screens ask of the world around them. */
import type { LanguageCode } from '../text/index.js';
import type { Action, Clock, ListColumn, Remark, SaveKind, ScreenName } from '../text/index.js';
import type { Palette } from './palette.js';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** One level of the way down. */
export interface Place {
  readonly screen: ScreenName;
  /** Id of the session; 0 where it is about none. */
  readonly session: number;
  /** Position of the line in its conversation, on the pages below it. */
  readonly entry: number;
  /** Row of the list or page that the cursor stands on, and the first that is shown. */
  readonly cursor: number;
  readonly top: number;
  /** Columns that are scrolled away. */
  readonly shift: number;
  /** Of a stream that is shown in parts: which one. */
  readonly part: number;
  /** The second half of the screen: its first row, and whether keys move there. */
  readonly side: number;
  readonly inSide: boolean;
  /** The cursor stays with the newest row. */
  readonly following: boolean;
}

export interface Filter {
  readonly kind: 'words' | 'expression';
  readonly text: string;
}

/** A line that is typed. */
export interface Input {
  readonly text: string;
  /** In UTF-16 units. */
  readonly cursor: number;
}

export interface SaveTarget {
  readonly kind: SaveKind;
  readonly session: number;
  /** Id of the mail, and the path of its part. */
  readonly message?: number | undefined;
  readonly part?: string | undefined;
  /** What the file is called if nobody says otherwise. */
  readonly name: string;
}

export type Dialog =
  | { readonly kind: 'filter'; readonly input: Input; readonly mistake: string | undefined }
  | { readonly kind: 'save'; readonly targets: readonly SaveTarget[]; readonly cursor: number }
  | { readonly kind: 'path'; readonly target: SaveTarget; readonly input: Input }
  | { readonly kind: 'overwrite'; readonly target: SaveTarget; readonly path: string }
  | { readonly kind: 'quit' }
  | { readonly kind: 'copied'; readonly text: string };

export interface State {
  readonly size: Size;
  readonly language: LanguageCode;
  readonly palette: Palette;
  /** Passwords are shown. */
  readonly secrets: boolean;
  /** The clock of the list, and that of a conversation. */
  readonly clocks: { readonly list: Clock; readonly lines: Clock };
  /** From the list down to what is shown; never empty. */
  readonly places: readonly Place[];
  readonly sort: { readonly column: ListColumn; readonly descending: boolean };
  /** Of the list. */
  readonly filter: Filter | undefined;
  /** What is marked below the list, and found by n and N. */
  readonly sought: Filter | undefined;
  readonly paused: boolean;
  readonly dialog: Dialog | undefined;
  readonly remark: Remark | undefined;
}

/** To the step of a mail's way behind the one at hand, or before it. */
export type Hop = 'onward' | 'backward';

/** What a state asks to be done. */
export type Effect =
  | { readonly kind: 'open'; readonly session: number }
  | { readonly kind: 'octets'; readonly session: number; readonly entry: number; readonly offset: number }
  | { readonly kind: 'stream'; readonly session: number; readonly part: number }
  | { readonly kind: 'statistics' }
  /** The way of the mail that a line is about; and where to go when it is known. */
  | { readonly kind: 'trace'; readonly session: number; readonly entry: number; readonly hop: Hop | undefined }
  | { readonly kind: 'filter'; readonly text: string; readonly inList: boolean }
  | { readonly kind: 'sort' }
  | { readonly kind: 'save'; readonly target: SaveTarget; readonly path: string; readonly overwrite: boolean }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'quit' };

/** What happens: somebody does something, or something that was asked for has been done. */
export type Event =
  | { readonly kind: 'key'; readonly name: string; readonly character: string | undefined }
  | { readonly kind: 'action'; readonly action: Action }
  /** A click on a row: of the list or page, or of a dialog. */
  | { readonly kind: 'pick'; readonly row: number; readonly inSide: boolean }
  | { readonly kind: 'sort'; readonly column: ListColumn }
  | { readonly kind: 'wheel'; readonly rows: number; readonly inSide: boolean }
  | { readonly kind: 'resize'; readonly size: Size }
  /** The world has changed. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'mistaken'; readonly text: string; readonly mistake: string }
  | { readonly kind: 'filtered'; readonly filter: Filter | undefined; readonly inList: boolean }
  /** The way that was asked for is known. */
  | { readonly kind: 'traced'; readonly hop: Hop }
  | { readonly kind: 'exists'; readonly target: SaveTarget; readonly path: string }
  | { readonly kind: 'remark'; readonly remark: Remark };

/** What follows from an event. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function placeOf(state: State): Place {
  return state.places.at(-1)!;
}

/** Position of the line that is looked at, in its conversation. */
export function lineAt({ screen, cursor, entry }: Place): number {
  return screen === 'conversation' ? cursor : entry;
}

export const START: Place = { screen: 'sessions', session: 0, entry: 0, cursor: 0, top: 0, shift: 0, part: 0, side: 0, inSide: false, following: false };

export interface Beginning {
  readonly size: Size;
  readonly language: LanguageCode;
  readonly palette: Palette;
  readonly secrets: boolean;
  /** Packets come as they are captured. */
  readonly live: boolean;
}

export function initialState({ live, ...given }: Beginning): State {
  return {
    ...given,
    clocks: { list: 'absolute', lines: 'relative' },
    places: [{ ...START, following: live }],
    sort: { column: 'number', descending: false },
    filter: undefined,
    sought: undefined,
    paused: false,
    dialog: undefined,
    remark: undefined,
  };
}
