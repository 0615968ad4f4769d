/** Writes what belongs to one session to files: its packets as a capture, a mail, a part of one. By the road of `extract`. */
import { formatFor, PacketNeeds } from '../capture/packet-writer.js';
import type { SavedFile, SessionRow } from '../model/archive.js';
import type { MailKeeper, SavedOctets } from '../model/platform.js';
import type { Dissection } from './dissection.js';
import { SILENT } from '../analyze.js';
import { replayPackets } from './replay.js';

/** Makes a file of this name. */
export type CreateFile = (path: string) => SavedOctets;

export async function savePackets({ source, slices, identities }: Dissection, { id }: SessionRow, path: string, create: CreateFile): Promise<SavedFile> {
  const { stream } = identities.identityOf(id);
  const needs = new PacketNeeds();
  await replayPackets(source, stream, { packet: (packet) => needs.add(packet) }, slices);
  const format = formatFor(needs);
  return saving(path, create, async (write) => {
    write(format.head);
    await replayPackets(source, stream, { packet: (packet) => write(format.packet(packet)) }, slices);
  });
}

/** `part`: its path; without one the mail itself. */
export async function saveMail(dissection: Dissection, { id, ended }: SessionRow, wanted: { readonly message: number; readonly part?: string }, path: string, create: CreateFile): Promise<SavedFile> {
  return saving(path, create, async (write) => {
    const keeper: MailKeeper = {
      begin: (message) => {
        if (message.id !== wanted.message) return undefined;
        return {
          octets: (bytes, start, end) => (wanted.part === undefined ? write(bytes.subarray(start, end)) : undefined),
          part: (part) => (part.path === wanted.part ? { octets: write, end: () => {} } : undefined),
          end: () => {},
        };
      },
    };
    await dissection.again(id, SILENT, { ended, options: dissection.without({ keeper }) });
  });
}

async function saving(path: string, create: CreateFile, fill: (write: (octets: Buffer) => void) => Promise<void>): Promise<SavedFile> {
  const file = create(path);
  let octets = 0;
  try {
    await fill((piece) => {
      octets += piece.length;
      file.write(piece);
    });
    file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
  return { path, octets };
}
