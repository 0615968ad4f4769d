/** The stream of a session as text, both sides in the order of their lines, each in its colour. */
import type { Conversation } from '../conversation.js';
import { clip, span, type Line, type Tone } from '../line.js';
import { entryTone } from '../screens/ladder.js';
import { marked } from '../screens/marked.js';
import { conversationAt, streamAt, type Page, type PageRow, type StreamPart, type View } from '../view.js';
import { maskOctets } from './bytes.js';

/** Octets of a line that are shown in a row; the bytes of the line show the rest. */
const LONGEST_LINE = 4096;

export function followPage(view: View): Page | undefined {
  const conversation = conversationAt(view);
  const stream = streamAt(view);
  if (conversation === undefined || stream === undefined) return undefined;
  const { language: { screens, labels }, place } = view;
  const rows = followRows(view, conversation, stream);
  const { part, parts } = stream;
  const title = [screens.screens.follow, labels.counted.session(place.session), parts === 1 ? undefined : screens.part(part + 1, parts)];
  return {
    title: title.filter((words) => words !== undefined).join(' · '),
    length: rows.length,
    row: (at) => rows[at]!,
    remark: (at) => (at === rows.length - 1 && part < parts - 1 ? screens.partBelow : at === 0 && part > 0 ? screens.partAbove : ''),
  };
}

function followRows(view: View, conversation: Conversation, { pieces }: StreamPart): readonly PageRow[] {
  const { state, place } = view;
  const room = state.size.columns - 3;
  return pieces.flatMap(({ entry: at, octets }) => {
    const facts = conversation.lines[at];
    if (facts === undefined) return [];
    const { entry } = facts;
    const target = { kind: 'entry', session: place.session, entry: at } as const;
    const tone = entryTone(entry);
    const shown = state.secrets ? octets : maskOctets(octets, entry, conversation);
    const sign = entry.from === 'client' ? '> ' : '< ';
    return textLines(shown).map((text): PageRow => ({ target, line: textLine(view, sign, text, tone, room) }));
  });
}

/** Long lines are moved with the arrow keys. */
function textLine(view: View, sign: string, text: string, tone: Tone, room: number): Line {
  const safe = view.glyphs.text(text.slice(view.place.shift * SHIFT, LONGEST_LINE));
  return [span(sign, 'quiet'), ...marked(view, clip(safe, room, view.glyphs.ellipsis), tone)];
}

const SHIFT = 8;

function textLines(octets: Buffer): readonly string[] {
  const text = isText(octets) ? octets.toString('utf8') : octets.toString('latin1');
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function isText(octets: Buffer): boolean {
  return !octets.toString('utf8').includes('\ufffd');
}
