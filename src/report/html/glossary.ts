/** The terms that occurred, each with what it is, how it is used, and where it is specified. */
import type { Occurrences } from '../glossary.js';
import { html, type Html } from './markup.js';
import { say } from './vocabulary.js';

export function glossaryHtml(occurrences: Occurrences): Html {
  const topics = { en: occurrences.topics('en'), de: occurrences.topics('de') };
  const items = topics.en.map(({ reference }, at) => {
    const name = say(({ code }) => html`<b>${topics[code][at]!.name}</b> · ${topics[code][at]!.kindName}`);
    const told = say(({ code }) => `${topics[code][at]!.sentence} ${topics[code][at]!.paragraph ?? ''}`);
    return html`<div><dt>${name}</dt><dd>${told} <small class="reference">${reference}</small></dd></div>\n`;
  });
  return html`<dl class="glossary">${items}</dl>`;
}
