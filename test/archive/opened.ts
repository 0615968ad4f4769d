/** An archive over captures as the command line makes it, and what it gives as the JSON document says it. */
import { analyze } from '../../src/analyze.js';
import { createArchive } from '../../src/archive/archive.js';
import { openInputs } from '../../src/cli/inputs.js';
import type { Archive, OpenedSession } from '../../src/model/archive.js';
import type { KeyStore } from '../../src/model/keys.js';
import type { PacketReader } from '../../src/model/packet.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { hashFactory } from '../../src/platform/hash.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { PacketFile } from '../../src/platform/packet-file.js';
import { WholeFile } from '../../src/platform/whole-file.js';
import { createJsonReport, type DocumentJson } from '../../src/report/json/document.js';
import { entryMembers } from '../../src/report/json/entry.js';
import { findingJson } from '../../src/report/json/finding.js';
import { messageJson } from '../../src/report/json/message.js';
import { sessionJson } from '../../src/report/json/session.js';
import { languages } from '../../src/text/index.js';
import { keyLogsOf } from '../captures.js';

type Circumstances = Pick<Parameters<typeof createArchive>[1], 'vantage'> & { readonly keys?: KeyStore };

/** What the command line reads with. */
export function toolsFor({ vantage, keys }: Circumstances) {
  const tls = keys === undefined ? tlsTools : { ...tlsTools, opening: { keys, cryptography } };
  return { decoder: mailDecoder, tls, hash: hashFactory, dns: decodeDns, ...(vantage === undefined ? {} : { vantage }) };
}

export function archiveOf(readers: readonly PacketReader[], circumstances: Circumstances = {}): Archive {
  return createArchive(readers, {
    ...toolsFor(circumstances),
    spool: () => new PacketFile(),
    file: (path) => {
      const file = new WholeFile(path);
      return { write: (octets) => file.write(octets), finish: () => file.finish(false), discard: () => file.discard() };
    },
  });
}

/** With the key logs beside them. Undefined where none is a capture. */
export async function archiveOfFiles(...files: readonly string[]): Promise<Archive | undefined> {
  const { readers, close, ...inputs } = await openInputs(files, true, files.flatMap(keyLogsOf), true);
  if (readers.length === 0) return undefined;
  const archive = archiveOf(readers, inputs);
  await archive.done;
  close();
  return archive;
}

/** What `read --format json` says of them. */
export async function documentOf(...files: readonly string[]): Promise<DocumentJson> {
  const pieces: string[] = [];
  const { readers, close, ...inputs } = await openInputs(files, true, files.flatMap(keyLogsOf), true);
  const report = createJsonReport((text) => pieces.push(String(text)), '0', { language: languages.en, redact: false });
  await analyze(readers, report, toolsFor(inputs));
  close();
  return JSON.parse(pieces.join('')) as DocumentJson;
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
