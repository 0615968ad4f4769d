/** The sessions of a capture with all that is told of them, and what a filter keeps of their entries. */
import { analyze, type AnalysisListener } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { compileFilter } from '../../src/filter/filter.js';
import type { Zone } from '../../src/filter/moment.js';
import type { Entry } from '../../src/model/entry.js';
import type { Session } from '../../src/model/session.js';
import { hashFactory } from '../../src/platform/hash.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';

export interface Line {
  readonly session: Session;
  readonly entry: Entry;
}

const read = new Map<string, Promise<readonly Line[]>>();

/** All entries of a capture, read once. A filter sees them later than the program would: when all is known. */
export function linesOf(file: string): Promise<readonly Line[]> {
  const known = read.get(file) ?? readLines(file);
  read.set(file, known);
  return known;
}

async function readLines(file: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  await tell(file, silent({ entry: (session, entry) => lines.push({ session, entry }) }));
  return lines;
}

/** Numbers of the entries that the filter keeps. */
export async function keptOf(file: string, expression: string, zone?: Zone): Promise<readonly number[]> {
  const keeps = compileFilter(expression, zone);
  return (await linesOf(file)).filter(({ entry, session }) => keeps(entry, session)).map(({ entry }) => entry.id);
}

export async function tell(file: string, listener: AnalysisListener): Promise<void> {
  const { readers } = await openInputs([file], false);
  await analyze(readers, listener, { decoder: mailDecoder, tls: tlsTools, hash: hashFactory });
}

export function silent(heard: Partial<AnalysisListener>): AnalysisListener {
  const nothing = (): void => {};
  return { begin: nothing, entry: nothing, message: nothing, finding: nothing, end: nothing, capture: nothing, done: nothing, ...heard };
}

export async function packetsOf(file: string): Promise<number> {
  let packets = 0;
  await tell(file, silent({ capture: (_, summary) => (packets = summary.packets) }));
  return packets;
}
