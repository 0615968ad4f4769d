/** Names with their values, as a list of definitions; those without a value are left out. */
import { html, NOTHING, type Html } from './markup.js';

/** `wide`: it has a line for itself. */
export type Fact = readonly [name: Html, value: Html | string | number | undefined, width?: 'wide'];

export function facts(list: readonly Fact[]): Html {
  const known = list.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return NOTHING;
  return html`<dl class="facts">${known.map(([name, value, width]) => html`<div${width === undefined ? NOTHING : WIDE}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const WIDE = html` class="wide"`;
