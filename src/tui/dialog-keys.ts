/** Keys while a dialog is open: they are typed, choose, or answer. */
import { placeOf, type Dialog, type Input, type State, type Step } from './state.js';

const PATH_LENGTH = 1000;

export function dialogKey(state: State, dialog: Dialog, name: string, character: string | undefined): Step {
  if (name === 'escape') return { state: { ...state, dialog: undefined }, effects: [] };
  switch (dialog.kind) {
    case 'filter': {
      if (name !== 'enter') return typed(state, { ...dialog, mistake: undefined, input: edited(dialog.input, name, character) });
      // Closed at once: what is typed next is no part of it. A mistake opens it again.
      return { state: { ...state, dialog: undefined }, effects: [{ kind: 'filter', text: dialog.input.text.trim(), inList: placeOf(state).screen === 'sessions' }] };
    }
    case 'path': {
      if (name !== 'enter') return typed(state, { ...dialog, input: edited(dialog.input, name, character) });
      const path = dialog.input.text.trim();
      return path === '' ? { state, effects: [] } : { state: { ...state, dialog: undefined }, effects: [{ kind: 'save', target: dialog.target, path, overwrite: false }] };
    }
    case 'save':
      return choice(state, dialog, name);
    case 'overwrite':
      return answered(state, name, { kind: 'save', target: dialog.target, path: dialog.path, overwrite: true });
    case 'quit':
      return answered(state, name, { kind: 'quit' });
    case 'copied':
      return { state: { ...state, dialog: undefined }, effects: [] };
  }
}

function typed(state: State, dialog: Dialog): Step {
  return { state: { ...state, dialog }, effects: [] };
}

function choice(state: State, dialog: Extract<Dialog, { readonly kind: 'save' }>, name: string): Step {
  const last = dialog.targets.length - 1;
  const target = dialog.targets[dialog.cursor];
  if (name === 'enter' && target !== undefined) return typed(state, { kind: 'path', target, input: { text: target.name, cursor: target.name.length } });
  const step = name === 'down' || name === 'j' || name === 'tab' ? 1 : name === 'up' || name === 'k' || name === 'S-tab' ? -1 : 0;
  return typed(state, { ...dialog, cursor: Math.min(last, Math.max(0, dialog.cursor + step)) });
}

/** In either language: yes, ja; no, nein. */
function answered(state: State, name: string, effect: Step['effects'][number]): Step {
  if (/^[yj]$/i.test(name)) return { state: { ...state, dialog: undefined }, effects: [effect] };
  return /^n$/i.test(name) ? { state: { ...state, dialog: undefined }, effects: [] } : { state, effects: [] };
}

/** The usual keys of a shell's line. */
export function edited({ text, cursor }: Input, name: string, character: string | undefined): Input {
  switch (name) {
    case 'left':
      return { text, cursor: cursor - lengthBefore(text, cursor) };
    case 'right':
      return { text, cursor: Math.min(text.length, cursor + lengthBehind(text, cursor)) };
    case 'home':
    case 'C-a':
      return { text, cursor: 0 };
    case 'end':
    case 'C-e':
      return { text, cursor: text.length };
    case 'backspace': {
      const start = cursor - lengthBefore(text, cursor);
      return { text: text.slice(0, start) + text.slice(cursor), cursor: start };
    }
    case 'delete':
      return { text: text.slice(0, cursor) + text.slice(cursor + lengthBehind(text, cursor)), cursor };
    case 'C-u':
      return { text: text.slice(cursor), cursor: 0 };
    case 'C-k':
      return { text: text.slice(0, cursor), cursor };
    case 'C-w': {
      const start = text.slice(0, cursor).replace(/\S*\s*$/, '').length;
      return { text: text.slice(0, start) + text.slice(cursor), cursor: start };
    }
    default:
      if (character === undefined || character < ' ' || character === '\x7f' || text.length >= PATH_LENGTH) return { text, cursor };
      return { text: text.slice(0, cursor) + character + text.slice(cursor), cursor: cursor + character.length };
  }
}

function lengthBefore(text: string, cursor: number): number {
  return /[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(0, cursor)) ? 2 : Math.min(1, cursor);
}

function lengthBehind(text: string, cursor: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(cursor)) ? 2 : Math.min(1, text.length - cursor);
}
