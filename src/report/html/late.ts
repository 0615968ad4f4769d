/**
 * What a browser without the page's script shows at once, and one with it keeps as text until it is reached. `height`: what
 * is kept free for it meanwhile, in rem.
 */
import { html, type Html } from './markup.js';

/** Attributes of the element, and its content. */
export interface Drawn {
  readonly attributes: Html;
  readonly content: Html;
}

export function atOnce(content: Html): Drawn {
  return { attributes: html``, content };
}

export function late(content: Html, height: number): Drawn {
  return { attributes: html` data-height="${Math.ceil(height)}"`, content: html`<noscript>${content}</noscript>` };
}
