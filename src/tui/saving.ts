/** Writes what somebody wants to keep into a file. A file that is there is replaced only when he said so, and when the new one is whole. */
import type { Archive, OpenedSession } from '../model/archive.js';
import type { Remark } from '../text/index.js';
import type { SaveTarget, State } from './state.js';

/** Behind the name of a file that is to replace another. */
const HALF_WRITTEN = '.part';

export interface DocumentOptions {
  readonly language: State['language'];
  readonly secrets: boolean;
}

/** What the view asks of the files around it. */
export interface SavedDocuments {
  exists(path: string): boolean;
  /** One of the captures that are being read: never written to. */
  isInput(path: string): boolean;
  /** One file takes the place of another. */
  replace(from: string, to: string): void;
  /** Both give the octets that were written. */
  transcript(opened: OpenedSession, path: string, options: DocumentOptions): number;
  report(opened: OpenedSession, path: string, options: DocumentOptions): number;
}

/** `exists`: nothing was written, since there is such a file. */
export async function save(archive: Archive, documents: SavedDocuments, target: SaveTarget, place: { readonly path: string; readonly overwrite: boolean }, options: DocumentOptions): Promise<Remark | 'exists'> {
  const { path, overwrite } = place;
  try {
    if (documents.isInput(path)) throw new Error('EBUSY');
    if (!overwrite && documents.exists(path)) return 'exists';
    const octets = await write(archive, documents, target, overwrite ? path + HALF_WRITTEN : path, options);
    if (overwrite) documents.replace(path + HALF_WRITTEN, path);
    return { key: 'saved', params: { path, octets } };
  } catch (error) {
    return { key: 'not-saved', params: { path, reason: reasonOf(error) } };
  }
}

async function write(archive: Archive, documents: SavedDocuments, { kind, session, message = 0, part = '' }: SaveTarget, path: string, options: DocumentOptions): Promise<number> {
  if (kind === 'packets') return (await archive.savePackets(session, path)).octets;
  if (kind === 'mail') return (await archive.saveMail(session, message, path)).octets;
  if (kind === 'part') return (await archive.savePart(session, message, part, path)).octets;
  const opened = await archive.open(session);
  if (opened === undefined) throw new Error('ENOENT');
  return documents[kind](opened, path, options);
}

/** What the system says, or the program. */
export function reasonOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? (error instanceof Error ? error.message : String(error));
}
