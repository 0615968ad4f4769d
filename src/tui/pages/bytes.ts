/** The octets of a line in hex and as text, with their offsets in the stream. Only the rows that are seen are made. */
import type { OctetRange } from '../../model/archive.js';
import type { Entry } from '../../model/entry.js';
import type { Conversation } from '../conversation.js';
import { line, span, type Line } from '../line.js';
import { frameList } from '../screens/explanation.js';
import { entryTone } from '../screens/ladder.js';
import { conversationAt, type OctetWindow, type Page, type View } from '../view.js';

const WIDE_ROW = 16;
const NARROW_ROW = 8;
/** Columns of a row of sixteen. */
const FOR_WIDE = 78;
/** Columns from which on a row has room for the frame that begins in it. */
const FOR_FRAMES = 90;
/** Rows above the octets. */
const HEAD = 3;
const MASK = '*'.charCodeAt(0);

/** Octets in one row. */
export function octetsPerRow(columns: number): number {
  return columns >= FOR_WIDE ? WIDE_ROW : NARROW_ROW;
}

/** How many octets of a line can be looked at: those out of TLS and compression where it could be opened. */
export function octetCount({ extent }: Entry): number {
  return extent.inflated ?? extent.decrypted ?? extent.bytes;
}

/** Offset of the first octet that is shown when the cursor stands on `row`. */
export function offsetAt(row: number, columns: number): number {
  return Math.max(0, row - HEAD) * octetsPerRow(columns);
}

export function bytesPage(view: View): Page | undefined {
  const conversation = conversationAt(view);
  const entry = conversation?.lines[view.place.entry]?.entry;
  if (conversation === undefined || entry === undefined) return undefined;
  const { state, language, glyphs } = view;
  const perRow = octetsPerRow(state.size.columns);
  const head = headLines(view, entry);
  const count = octetCount(entry);
  return {
    title: `${language.screens.screens.bytes} ${glyphs.separator} ${language.labels.counted.line(entry.id)}`,
    length: HEAD + Math.ceil(count / perRow),
    row: (at) => ({ line: at < HEAD ? head[at]! : octetRow(view, conversation, entry, (at - HEAD) * perRow, perRow) }),
    remark: (at) => {
      const frames = at < HEAD ? [] : framesIn(view.world.octets, view.place.session, entry.id, { offset: (at - HEAD) * perRow, length: perRow });
      return frames.length === 0 ? '' : language.screens.frames(frames.join(', '), frames.length);
    },
  };
}

/** Always three. */
function headLines({ state, language, glyphs }: View, entry: Entry): readonly Line[] {
  const { screens, labels, number, octets } = language;
  const { extent } = entry;
  const how = extent.inflated !== undefined ? screens.inflated : extent.decrypted !== undefined ? screens.opened : undefined;
  const isBeside = entry.kind === 'context';
  const facts = [`${labels.kinds[entry.kind]} ${screens.from(labels.sides[entry.from])}`, screens.frames(frameList(extent.frames, extent.frameCount), extent.frameCount), ...(isBeside ? [] : [octets(extent.bytes)])];
  const place = isBeside ? screens.beside : extent.bytes === 0 ? '' : screens.streamOffset(number(extent.offset), number(extent.offset + extent.bytes - 1));
  return [
    line(glyphs.text(facts.join(' · ')), 'strong'),
    line(glyphs.text([place, how].filter((part) => part !== undefined && part !== '').join(' · ')), 'quiet'),
    line(state.secrets || entry.secrets === undefined ? '' : glyphs.text(screens.masked), 'quiet'),
  ];
}

function octetRow({ state, world, glyphs, place }: View, conversation: Conversation, entry: Entry, offset: number, perRow: number): Line {
  const known = windowOf(world.octets, place.session, entry.id);
  const shown = known?.octets.subarray(Math.max(0, offset - known.offset), Math.max(0, offset - known.offset + perRow));
  // What is encrypted or compressed has offsets of its own.
  const base = entry.extent.inflated === undefined && entry.extent.decrypted === undefined ? entry.extent.offset : 0;
  const label = (base + offset).toString(16).padStart(8, '0');
  if (known === undefined || shown === undefined || offset < known.offset || shown.length === 0) return [span(label, 'quiet'), span(`  ${glyphs.ellipsis}`, 'quiet')];
  const octets = state.secrets ? shown : masked(known, entry, conversation).subarray(offset - known.offset, offset - known.offset + perRow);
  const hex = Array.from({ length: perRow }, (_, at) => `${at === NARROW_ROW ? ' ' : ''}${octets[at]?.toString(16).padStart(2, '0') ?? '  '}`).join(' ');
  const first = state.size.columns < FOR_FRAMES ? undefined : frameBegun(known, offset, perRow);
  const frame = first === undefined ? [] : [span(`  ${padding(perRow - octets.length)}#${first}`, 'quiet')];
  return [span(`${label}  `, 'quiet'), span(hex), span('  '), span(printable(octets), entryTone(entry)), ...frame];
}

function windowOf(known: OctetWindow | undefined, session: number, entry: number): OctetWindow | undefined {
  return known?.session === session && known.entry === entry ? known : undefined;
}

function padding(columns: number): string {
  return ' '.repeat(Math.max(0, columns));
}

/** The frame that begins in a row. */
function frameBegun({ frames, offset: start }: OctetWindow, offset: number, perRow: number): number | undefined {
  return frames.find((frame) => start + frame.offset >= offset && start + frame.offset < offset + perRow)?.frame;
}

/** Those that brought the octets of a row. */
function framesIn(known: OctetWindow | undefined, session: number, entry: number, { offset, length }: OctetRange): readonly number[] {
  const window = windowOf(known, session, entry);
  if (window === undefined) return [];
  const { frames, offset: start } = window;
  return frames.filter((frame, at) => start + frame.offset < offset + length && start + (frames[at + 1]?.offset ?? Infinity) > offset).map(({ frame }) => frame);
}

/** Octets that are no printable ASCII are dots. */
function printable(octets: Buffer): string {
  return Array.from(octets, (octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.')).join('');
}

const maskedWindows = new WeakMap<OctetWindow, Buffer>();

/** Asterisks over the octets of secrets, and over everything where a secret stands in another form. */
function masked(window: OctetWindow, entry: Entry, conversation: Conversation): Buffer {
  const known = maskedWindows.get(window);
  if (known !== undefined) return known;
  const octets = maskOctets(window.octets, entry, conversation);
  maskedWindows.set(window, octets);
  return octets;
}

export function maskOctets(octets: Buffer, entry: Entry, conversation: Conversation): Buffer {
  const text = octets.toString('latin1');
  const masks = conversation.mask(text, entry);
  if (masks === text) return octets;
  const copy = Buffer.from(octets);
  // The masked text has lost length: what stands between what is left is the secret.
  let at = 0;
  const pieces = masks.split('***');
  pieces.forEach((piece, index) => {
    const found = piece === '' && index === pieces.length - 1 ? copy.length : text.indexOf(piece, at);
    const start = found === -1 ? copy.length : found;
    if (index > 0) copy.fill(MASK, at, start);
    at = start + piece.length;
  });
  return copy;
}
