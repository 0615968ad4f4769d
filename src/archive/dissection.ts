/** Dissects one session again, whoever wants to hear of it: with its own packets, ids and keys, and the rest of the house as at first. */
import { createReplay, type AnalysisListener, type AnalysisOptions } from '../analyze.js';
import type { IdentityBook } from './identity-book.js';
import type { PacketSource } from './packet-source.js';
import { replayPackets } from './replay.js';
import type { TimeSlices } from './time-slice.js';

export interface DissectionWish {
  /** The connection is over: what is still waited for will not come. */
  readonly ended: boolean;
  /** Other than those of the archive. */
  readonly options?: AnalysisOptions;
  /** Nothing more is wanted. */
  readonly isEnough?: () => boolean;
}

export class Dissection {
  readonly source: PacketSource;
  readonly identities: IdentityBook;
  readonly slices: TimeSlices;
  readonly options: AnalysisOptions;

  constructor(source: PacketSource, identities: IdentityBook, slices: TimeSlices, options: AnalysisOptions) {
    this.source = source;
    this.identities = identities;
    this.slices = slices;
    this.options = options;
  }

  /** For those who want something of the session and nothing of what is found in it. */
  without(wanted: Partial<AnalysisOptions> = {}): AnalysisOptions {
    return { ...this.options, rules: [], hash: undefined, ...wanted };
  }

  /** Gives how many packets could not be read again. */
  async again(id: number, listener: AnalysisListener, { ended, options = this.options, isEnough }: DissectionWish): Promise<number> {
    const identity = this.identities.identityOf(id);
    const replay = createReplay(identity, listener, options);
    const lost = await replayPackets(this.source, identity.stream, replay, this.slices, isEnough);
    if (ended && isEnough?.() !== true) replay.end();
    return lost;
  }
}
