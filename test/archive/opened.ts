/** An archive over captures as the command line makes it, and what it gives as the JSON document says it. */
import { createArchive } from '../../src/archive/archive.js';
import { openInputs } from '../../src/cli/inputs.js';
import type { Archive, OpenedSession } from '../../src/model/archive.js';
import type { PacketReader } from '../../src/model/packet.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { PacketFile } from '../../src/platform/packet-file.js';
import { WholeFile } from '../../src/platform/whole-file.js';
import { entryMembers } from '../../src/report/json/entry.js';
import { findingJson } from '../../src/report/json/finding.js';
import { messageJson } from '../../src/report/json/message.js';
import { sessionJson } from '../../src/report/json/session.js';
import { languages } from '../../src/text/index.js';
import { keyLogsOf } from '../captures.js';

type Openings = Parameters<typeof createArchive>[1]['tls']['opening'];

export function archiveOf(readers: readonly PacketReader[], opening?: Openings): Archive {
  return createArchive(readers, {
    decoder: mailDecoder,
    tls: opening === undefined ? tlsTools : { ...tlsTools, opening },
    hash: hashFactory,
    spool: () => new PacketFile(),
    file: (path) => {
      const file = new WholeFile(path);
      return { write: (octets) => file.write(octets), finish: () => file.finish(false), discard: () => file.discard() };
    },
  });
}

/** With the key logs beside them. Undefined where none is a capture. */
export async function archiveOfFiles(...files: readonly string[]): Promise<Archive | undefined> {
  const { readers, keys, close } = await openInputs(files, true, files.flatMap(keyLogsOf));
  if (readers.length === 0) return undefined;
  const archive = archiveOf(readers, { keys, cryptography });
  await archive.done;
  close();
  return archive;
}

/** What the JSON document holds of one session. */
export interface SessionView {
  readonly session: unknown;
  readonly messages: readonly unknown[];
  readonly findings: readonly unknown[];
}

export function viewOf({ session, entries, messages, findings }: OpenedSession): SessionView {
  const language = languages.en;
  const timeline = entries.map((entry) => JSON.parse(`{${entryMembers(session, entry, language)}}`) as unknown);
  return JSON.parse(
    JSON.stringify({
      session: { ...sessionJson(session), timeline },
      messages: messages.map((message) => messageJson(message, language)),
      findings: findings.map((finding) => findingJson(session, finding, language)),
    }),
  ) as SessionView;
}
