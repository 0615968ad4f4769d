/** What both sides of each connection said inside TLS, as far as the keys beside the capture open it. */
import { analyze } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import type { Session } from '../../src/model/session.js';
import type { Side } from '../../src/model/endpoint.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { cryptography } from '../../src/platform/cryptography.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import { keyLogsOf } from '../captures.js';

export type Said = Record<Side, Buffer>;

export interface Opened {
  readonly session: Session;
  readonly said: Said;
}

const ignore = (): void => {};
const SILENT = { begin: ignore, entry: ignore, message: ignore, finding: ignore, end: ignore, capture: ignore, done: ignore };

export async function openedIn(file: string, logs: readonly string[] = keyLogsOf(file)): Promise<readonly Opened[]> {
  const { readers, keys, close } = await openInputs([file], false, logs);
  const opened = new Map<Session, Said>();
  const plain = {
    octets(session: Session, side: Side, bytes: Buffer, start: number, end: number) {
      const said = opened.get(session);
      if (said !== undefined) said[side] = Buffer.concat([said[side], bytes.subarray(start, end)]);
    },
    gap: ignore,
    opened: (session: Session) => void opened.set(session, { client: Buffer.alloc(0), server: Buffer.alloc(0) }),
    end: ignore,
  };
  await analyze(readers, SILENT, { decoder: mailDecoder, tls: { ...tlsTools, opening: { keys, cryptography } }, plain });
  close();
  return [...opened].map(([session, said]) => ({ session, said }));
}
