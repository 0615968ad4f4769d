/** A text in which the words that are looked for stand out. */
import { span, type Ground, type Line, type Tone } from '../line.js';
import type { View } from '../view.js';

export function marked({ world }: View, text: string, tone: Tone = 'plain', ground: Ground = 'page'): Line {
  const place = world.matcher?.place(text);
  if (place === undefined) return [span(text, tone, ground)];
  const { start, end } = place;
  return [span(text.slice(0, start), tone, ground), span(text.slice(start, end), 'match', ground), span(text.slice(end), tone, ground)];
}
