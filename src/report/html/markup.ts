/**
 * HTML as a value of its own, and the one place where text becomes HTML. Whatever is put into a template is escaped
 * unless it is Html already; so nothing captured can become markup, wherever it stands. No attribute that this room
 * writes is one of script, style or address, but for links within the page.
 */
import { languageCodes, type LanguageCode } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';

export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Content = Html | string | number | undefined | readonly Content[];

/** html`<p>${text}</p>` */
export function html(pieces: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = pieces[0]!;
  for (let at = 0; at < values.length; at++) markup += markupOf(values[at]) + pieces[at + 1]!;
  return new Html(markup);
}

export const NOTHING = new Html('');

function markupOf(value: Content): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value === undefined ? '' : value.map(markupOf).join('');
}

const SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The only way from text to markup, for elements and quoted attributes; what is invisible or turns the reading direction is shown. */
function escapeHtml(text: string): string {
  return terminalText(text).replace(SPECIAL, (character) => ENTITIES[character]!);
}

/** Text of several lines as the content of one element. */
export function lines(texts: readonly string[]): Html {
  return new Html(texts.map(escapeHtml).join('\n'));
}

/** The same in every language: once where the languages agree, else in each, of which the page shows one. */
export function both(say: (code: LanguageCode) => Html | string | undefined): Html {
  const said = languageCodes.map((code) => markupOf(say(code)));
  if (said.every((text) => text === said[0])) return new Html(said[0]!);
  return new Html(said.map((text, at) => `<span lang="${languageCodes[at]!}">${text}</span>`).join(''));
}
