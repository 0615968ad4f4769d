/** What asks for an answer: a band above the last lines, so that what it is about stays in sight. */
import { wrap } from '../../report/text/columns.js';
import { clip, fit, line, span, widthOfLine, type Line } from '../line.js';
import type { Dialog, Input } from '../state.js';
import type { View } from '../view.js';

export interface Band {
  readonly lines: readonly Line[];
  /** Where somebody types: the line of the band, and the column. */
  readonly caret: { readonly row: number; readonly x: number } | undefined;
  /** The rows that can be chosen: the first, and how many. */
  readonly choices: { readonly row: number; readonly count: number } | undefined;
}

export function bandOf(view: View, dialog: Dialog): Band {
  const { glyphs, language: { screens } } = view;
  const { dialogs } = screens;
  switch (dialog.kind) {
    case 'filter':
      return typed(view, dialogs.filter, '/', dialog.input, dialog.mistake ?? screens.filterHint, dialog.mistake !== undefined);
    case 'path':
      return typed(view, `${dialogs.save}: ${screens.saves[dialog.target.kind]}`, `${dialogs.path}: `, dialog.input, dialogs.keys, false);
    case 'save': {
      const rows = dialog.targets.map(({ kind, name }, at) => {
        const text = fit([span('  '), span(glyphs.text(screens.saves[kind])), span(`  ${glyphs.text(name)}`, 'quiet')], view.state.size.columns, 'dialog');
        return text.map((part): Line[number] => ({ ...part, ground: at === dialog.cursor ? 'selected' : 'dialog' }));
      });
      return { lines: [head(view, dialogs.save), ...rows, hint(view, dialogs.keys)], caret: undefined, choices: { row: 1, count: rows.length } };
    }
    case 'overwrite':
      return said(view, dialogs.overwrite, dialogs.overwriteQuestion(dialog.path), dialogs.confirmKeys);
    case 'quit':
      return said(view, dialogs.quit, dialogs.quitQuestion, dialogs.confirmKeys);
    case 'copied':
      return said(view, dialogs.copied, dialog.text, dialogs.copiedHint);
  }
}

function head({ glyphs, state }: View, title: string): Line {
  const text = `${glyphs.across}${glyphs.across} ${glyphs.text(title)} `;
  return [span(text, 'strong', 'dialog'), span(glyphs.across.repeat(Math.max(0, state.size.columns - widthOfLine([span(text)]))), 'quiet', 'dialog')];
}

function hint({ glyphs, state }: View, text: string): Line {
  return fit([span(` ${clip(glyphs.text(text), state.size.columns - 2, glyphs.ellipsis)}`, 'quiet', 'dialog')], state.size.columns, 'dialog');
}

/** A text that is read, or copied by hand: nothing stands beside it. */
function said(view: View, title: string, text: string, below: string): Band {
  const { columns } = view.state.size;
  const rows = wrap(view.glyphs.text(text), columns - 1).map((row) => fit([span(row, 'plain', 'dialog')], columns, 'dialog'));
  return { lines: [head(view, title), ...rows, hint(view, below)], caret: undefined, choices: undefined };
}

/** The end of a long line is seen, with what is typed next. */
function typed(view: View, title: string, prompt: string, { text, cursor }: Input, below: string, isMistake: boolean): Band {
  const { glyphs, state } = view;
  const room = state.size.columns - prompt.length - 2;
  const before = glyphs.text(text.slice(0, cursor));
  const start = Math.max(0, before.length - room);
  const shown = (before + glyphs.text(text.slice(cursor))).slice(start);
  const row = fit([span(prompt, 'key', 'dialog'), span(clip(shown, room + 1, ''), 'plain', 'dialog')], state.size.columns, 'dialog');
  const end = isMistake ? fit(line(` ${glyphs.text(below)}`, 'refusal').map((part) => ({ ...part, ground: 'dialog' as const })), state.size.columns, 'dialog') : hint(view, below);
  return { lines: [head(view, title), row, end], caret: { row: 1, x: prompt.length + widthOfLine([span(before.slice(start))]) }, choices: undefined };
}
