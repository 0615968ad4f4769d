/** Every key and what it does, the signs and colours, and how filters are written. */
import type { Severity } from '../../model/finding.js';
import type { Action, ScreenWords } from '../../text/index.js';
import { keyLabel, KEYS } from '../keys.js';
import { padded, span, type Tone } from '../line.js';
import { Paragraphs } from '../screens/paragraphs.js';
import { SIGNS } from '../screens/sessions.js';
import type { Page, View } from '../view.js';

const SECTIONS: Readonly<Record<keyof ScreenWords['help']['sections'], readonly Action[]>> = {
  moving: ['up', 'down', 'left', 'right', 'page-up', 'page-down', 'half-up', 'half-down', 'first', 'last', 'enter', 'back', 'pane'],
  looking: ['findings', 'bytes', 'mail', 'journey', 'onward', 'backward', 'follow', 'statistics', 'help'],
  doing: ['filter', 'next', 'previous', 'save', 'copy', 'sort-left', 'sort-right', 'reverse', 'pause'],
  showing: ['clock', 'secrets', 'language', 'palette', 'redraw'],
  leaving: ['suspend', 'quit'],
};

const TONES: Readonly<Record<'client' | 'server' | 'refusal' | 'delay' | 'gap', Tone>> = { client: 'client', server: 'server', refusal: 'refusal', delay: 'delay', gap: 'gap' };

export function helpPage(view: View): Page {
  const { language, glyphs, state } = view;
  const { help, actions, screens } = language.screens;
  const page = new Paragraphs(view, state.size.columns - 2);
  for (const text of view.world.feed?.introduction(language) ?? []) page.text(text);
  if (page.rows.length > 0) page.rows.push([]);
  page.text(help.introduction);
  for (const [name, keys] of Object.entries(SECTIONS) as [keyof typeof SECTIONS, readonly Action[]][]) {
    page.heading(help.sections[name]);
    page.values(keys.map((action) => [KEYS[action].map((key) => keyLabel(key, language.screens.keys)).join(' '), actions[action]]));
  }
  page.heading(help.filters);
  for (const text of help.filterTexts) page.text(text);
  page.heading(help.signs);
  for (const severity of Object.keys(SIGNS) as Severity[]) page.rows.push([span(padded(SIGNS[severity], 4), severity), span(glyphs.text(help.sign[severity]))]);
  for (const [name, tone] of Object.entries(TONES) as [keyof typeof TONES, Tone][]) {
    const line = (name === 'gap' ? glyphs.missing : glyphs.across).repeat(2);
    page.rows.push([span(padded(name === 'client' ? `${line}${glyphs.toRight}` : `${glyphs.toLeft}${line}`, 4), tone), span(glyphs.text(help.sign[name]))]);
  }
  page.rows.push([span(padded(`${glyphs.missing}${glyphs.fromRight}`, 4), 'quiet'), span(glyphs.text(help.sign.context))]);
  page.rows.push([]);
  page.text(help.mouse, 'quiet');
  const { rows } = page;
  return { title: screens.help, length: rows.length, row: (at) => ({ line: rows[at]! }) };
}
