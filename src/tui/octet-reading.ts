/** Octets for the pages that show them: a window of one line, and a part of a whole stream. */
import type { Archive, OctetWish } from '../model/archive.js';
import type { Conversation } from './conversation.js';
import { octetCount } from './pages/bytes.js';
import type { OctetWindow, StreamPart } from './view.js';

/** Octets of a line that are read at once, those before what is looked at included. */
const WINDOW = 1 << 16;
/** Octets, and lines, of a part of a stream: as much as is read and drawn at once without a wait. */
const PART = 1 << 18;
const PART_LINES = 4000;

/** Lines without words. */
const SILENT: ReadonlySet<string> = new Set(['tcp', 'gap', 'context']);

export async function readWindow(archive: Archive, session: number, entry: number, offset: number): Promise<OctetWindow> {
  const start = Math.max(0, offset - WINDOW / 4);
  const [read] = await archive.octetsOf(session, [{ entry, offset: start, length: WINDOW }]);
  return { session, entry, offset: start, octets: read?.octets ?? Buffer.alloc(0), frames: read?.frames ?? [] };
}

export async function readStream(archive: Archive, conversation: Conversation, part: number): Promise<StreamPart> {
  const { id } = conversation.opened.session;
  const parts = partsOf(conversation);
  const wishes = parts[part] ?? [];
  const read = await archive.octetsOf(id, wishes);
  return { session: id, part, parts: Math.max(1, parts.length), pieces: wishes.map(({ entry }, at) => ({ entry: entry - 1, octets: read[at]?.octets ?? Buffer.alloc(0) })) };
}

/** A part ends with a line, but for lines that are longer than a part. */
function partsOf({ lines }: Conversation): readonly (readonly OctetWish[])[] {
  const parts: OctetWish[][] = [];
  let room = 0;
  for (const { entry } of lines) {
    const count = SILENT.has(entry.kind) ? 0 : octetCount(entry);
    for (let offset = 0; offset < count; offset += PART) {
      const length = Math.min(PART, count - offset);
      let last = parts.at(-1);
      if (last === undefined || length > room || last.length >= PART_LINES) {
        parts.push((last = []));
        room = PART;
      }
      last.push({ entry: entry.id, offset, length });
      room -= length;
    }
  }
  return parts;
}
