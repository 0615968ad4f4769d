/** Dissects one session again, whoever wants to hear of it: with its own packets, ids and keys, and the rest of the house as at first. */
import { createReplay, type AnalysisListener, type AnalysisOptions } from '../analyze.js';
import type { IdentityBook } from './identity-book.js';
import type { PacketSource } from './packet-source.js';
import { replayPackets } from './replay.js';
import type { TimeSlices } from './time-slice.js';

export interface DissectionWish {
  /** The connection is over: what is still waited for will not come. */
  readonly ended: boolean;
  readonly options?: Partial<AnalysisOptions>;
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

  /** Gives how many packets could not be read again. */
  async again(id: number, listener: AnalysisListener, { ended, options, isEnough }: DissectionWish): Promise<number> {
    const identity = this.identities.identityOf(id);
    const replay = createReplay(identity, listener, { ...this.options, ...options });
    const lost = await replayPackets(this.source, identity.stream, replay, this.slices, isEnough);
    if (ended && isEnough?.() !== true) replay.end();
    return lost;
  }
}
