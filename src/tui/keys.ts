/** Which key does what: one key, one meaning, on every screen. Names are those of the terminal file. */
import type { Action, FunctionKeyAction, MailKeyAction } from '../text/index.js';

export const KEYS: Readonly<Record<Action, readonly string[]>> = {
  'up': ['up', 'k'],
  'down': ['down', 'j'],
  'left': ['left', 'h'],
  'right': ['right', 'l'],
  'page-up': ['pageup', 'C-b'],
  'page-down': ['pagedown', 'C-f', ' '],
  'half-up': ['C-u'],
  'half-down': ['C-d'],
  'first': ['g', 'home'],
  'last': ['G', 'end'],
  'enter': ['enter'],
  'back': ['escape', 'backspace'],
  'pane': ['tab', 'S-tab'],
  'filter': ['/', 'f3'],
  'next': ['n'],
  'previous': ['N'],
  'help': ['?', 'f1'],
  'save': ['s', 'f2'],
  'findings': ['i', 'f4'],
  'bytes': ['b', 'f5'],
  'mail': ['m', 'f6'],
  'follow': ['f', 'f7'],
  'statistics': ['t', 'f8'],
  'journey': ['J'],
  'onward': ['o'],
  'backward': ['O'],
  'copy': ['y', 'f9'],
  'sort-left': ['<'],
  'sort-right': ['>'],
  'reverse': ['z'],
  'clock': ['w'],
  'secrets': ['P'],
  'language': ['L'],
  'palette': ['C'],
  'pause': ['p'],
  'redraw': ['C-l'],
  'suspend': ['C-z'],
  'quit': ['q', 'f10'],
};

const ACTIONS: ReadonlyMap<string, Action> = new Map(
  (Object.entries(KEYS) as [Action, readonly string[]][]).flatMap(([action, names]) => names.map((name) => [name, action] as const)),
);

export function actionOf(key: string): Action | undefined {
  return ACTIONS.get(key);
}

/** In the order of their numbers, from F1. */
export const FUNCTION_KEYS: readonly FunctionKeyAction[] = ['help', 'save', 'filter', 'findings', 'bytes', 'mail', 'follow', 'statistics', 'copy', 'quit'];

/** In the last line, too, where there is a mail. */
export const MAIL_KEYS: readonly MailKeyAction[] = ['journey', 'onward', 'backward'];

const SHOWN: Readonly<Record<string, string>> = {
  'up': '↑', 'down': '↓', 'left': '←', 'right': '→', 'pageup': 'PgUp', 'pagedown': 'PgDn', ' ': 'Space', 'home': 'Home', 'end': 'End',
  'enter': 'Enter', 'escape': 'Esc', 'backspace': 'Backspace', 'tab': 'Tab', 'S-tab': 'Shift-Tab',
};

/** As a keyboard names it: `C-f` is Ctrl-F. */
export function keyLabel(name: string): string {
  if (name.startsWith('C-')) return `Ctrl-${name.slice(2).toUpperCase()}`;
  return SHOWN[name] ?? (/^f\d+$/.test(name) ? name.toUpperCase() : name);
}
