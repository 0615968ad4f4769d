/** Octets for the pages that show them: a window of one line, and the beginning of a whole stream. */
import type { Archive } from '../model/archive.js';
import type { Conversation } from './conversation.js';
import { octetCount } from './pages/bytes.js';
import type { OctetWindow, StreamPieces } from './view.js';

/** Octets of a line that are read at once, those before what is looked at included. */
const WINDOW = 1 << 16;
/** Octets of a stream that are shown, in all and of one line. */
const STREAM = 1 << 19;
const STREAM_LINE = 1 << 16;

/** Lines without words. */
const SILENT: ReadonlySet<string> = new Set(['tcp', 'gap', 'context']);

export async function readWindow(archive: Archive, session: number, entry: number, offset: number): Promise<OctetWindow> {
  const start = Math.max(0, offset - WINDOW / 4);
  return { session, entry, offset: start, octets: await archive.octets(session, entry, { offset: start, length: WINDOW }) };
}

export async function readStream(archive: Archive, { opened: { session }, lines }: Conversation): Promise<StreamPieces> {
  const pieces: { readonly entry: number; readonly octets: Buffer }[] = [];
  let room = STREAM;
  let rest = 0;
  for (const [at, { entry }] of lines.entries()) {
    const count = SILENT.has(entry.kind) ? 0 : octetCount(entry);
    const length = Math.min(count, STREAM_LINE, room);
    rest += count - length;
    if (length === 0) continue;
    room -= length;
    pieces.push({ entry: at, octets: await archive.octets(session.id, entry.id, { offset: 0, length }) });
  }
  return { session: session.id, pieces, rest };
}
