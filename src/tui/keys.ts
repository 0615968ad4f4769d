/** Which key does what: one key, one meaning, on every screen. Names are those of the terminal file. */
import type { Action, FunctionKeyAction, KeyName, MailKeyAction } from '../text/index.js';

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

/** Keys without a letter, by the names of the terminal file. */
const NAMED: Readonly<Record<string, KeyName>> = {
  'up': 'up', 'down': 'down', 'left': 'left', 'right': 'right', 'pageup': 'page-up', 'pagedown': 'page-down', ' ': 'space', 'home': 'home', 'end': 'end',
  'enter': 'enter', 'escape': 'escape', 'backspace': 'backspace', 'tab': 'tab',
};

/** As a keyboard of the language names it: `C-f` is Ctrl-F, or Strg-F. */
export function keyLabel(name: string, names: Readonly<Record<KeyName, string>>): string {
  if (name.startsWith('C-')) return `${names.control}-${name.slice(2).toUpperCase()}`;
  if (name.startsWith('S-')) return `${names.shift}-${keyLabel(name.slice(2), names)}`;
  const known = NAMED[name];
  return known === undefined ? (/^f\d+$/.test(name) ? name.toUpperCase() : name) : names[known];
}
