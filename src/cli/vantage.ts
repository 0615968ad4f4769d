/**
 * Reads several captures once ahead, to learn which of them hold the same connections. What can be read only once, a pipe,
 * takes no part.
 */
import { statSync } from 'node:fs';
import { openCapture } from '../capture/open.js';
import type { PacketReader } from '../model/packet.js';
import type { SegmentDecoder } from '../model/segment.js';
import type { VantagePlan } from '../model/vantage.js';
import { createSegmentDecoder } from '../packet/decoder.js';
import { Survey } from '../vantage/survey.js';

export interface Surveyed {
  /** Absent where no two captures hold the same connection. */
  readonly plan: VantagePlan | undefined;
  /** Inputs that can be read only once. */
  readonly pipes: readonly string[];
  /** There are more connections than are compared. */
  readonly isCut: boolean;
}

/** `readers`: those that are open already, in the order of the captures; nothing is taken from them. */
export async function surveyCaptures(readers: readonly PacketReader[]): Promise<Surveyed> {
  const survey = new Survey();
  const pipes: string[] = [];
  for (const [capture, { summary }] of readers.entries()) {
    if (isRegular(summary.file)) await read(summary.file, capture, survey);
    else pipes.push(summary.file);
  }
  return { plan: survey.plan(), pipes, isCut: survey.isCut };
}

async function read(file: string, capture: number, survey: Survey): Promise<void> {
  const decoder: SegmentDecoder = createSegmentDecoder();
  const reader = await openCapture(file, { capture, hash: false, supportsLinkType: decoder.supports });
  do {
    for (let packet = reader.next(); packet !== undefined; packet = reader.next()) {
      const segment = decoder.decode(packet);
      if (segment !== undefined) survey.segment(segment);
    }
  } while (await reader.fill());
  await reader.close();
}

function isRegular(file: string): boolean {
  return file !== '-' && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
