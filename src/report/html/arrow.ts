/** One arrow of a ladder as SVG. It is drawn to point to the left; the style mirrors what the client sends. */
import type { Side } from '../../model/endpoint.js';
import { html, type Html } from './markup.js';

/** Stands in the page once; every arrow is a use of it. */
export const ARROW_SHAPE = html`<svg class="shapes" aria-hidden="true"><symbol id="arrow"><path d="M0 9l10-4.5v9z"/><line x1="7" y1="8.7" x2="100%" y2="3"/></symbol></svg>
`;

const ARROW = html`<svg class="arrow" aria-hidden="true"><use href="#arrow"/></svg>`;

/** What happens beside the connection: at the side whose it is, without an arrow. */
export function aside(from: Side, said: Html): Html {
  return html`<div class="sent ${from} aside">${said}</div>`;
}

/** What is sent, and the arrow below it. `tone` is a class of the style. */
export function arrow(from: Side, sent: Html, tone = ''): Html {
  return html`<div class="sent ${from}${tone}">${sent}${ARROW}</div>`;
}
