/**
 * Reads several captures once before they are read for good, to learn which connections more than one of them holds. A
 * connection is the same where addresses, ports and initial sequence numbers are, whatever the clocks say; one of which no
 * SYN was captured is never taken for another. It keeps numbers and no octets, and is bounded.
 */
import type { Segment } from '../model/segment.js';
import type { VantagePlan } from '../model/vantage.js';
import { identityOf } from '../stream/identity.js';
import { ACK } from '../stream/tcp-flags.js';
import { alignClocks } from './clocks.js';
import { compareClocks } from './comparison.js';
import { FlowMap } from './flows.js';
import { limits } from './limits.js';
import { SurveyedPlan } from './plan.js';
import { Sight, type Sights } from './sight.js';

/** Whose segments go the way of the one that the flow was found by. */
interface Watched {
  readonly sight: Sight;
  readonly firstSide: 0 | 1;
}

export class Survey {
  readonly #connections = new Map<string, Sights>();
  #flows = new FlowMap<Watched>();
  #capture = -1;
  #samples = 0;
  /** Connections were left out: there are too many. */
  isCut = false;

  /** The next segment of a capture; captures come one behind the other. */
  segment(segment: Segment): void {
    const { capture } = segment.packet;
    if (capture !== this.#capture) {
      this.#capture = capture;
      this.#flows = new FlowMap();
    }
    const identity = identityOf(segment);
    if (identity !== undefined) this.#open(identity, segment);
    const found = this.#flows.find(segment);
    if (found === undefined) return;
    const { sight, firstSide } = found.value;
    const most = this.#samples < limits.samplesInAll ? limits.samples : limits.samplesThen;
    this.#samples += sight.add((firstSide ^ found.direction) as 0 | 1, segment, most);
  }

  /** Undefined where no connection was seen twice. */
  plan(): VantagePlan | undefined {
    const shared = new Map<string, Sights>();
    const unanswered = new Map<string, Sights>();
    for (const [identity, sights] of this.#connections) {
      const together = sights.length < 2 ? [] : withPacketsInCommon(inOrder(sights));
      if (together.length > 1) shared.set(identity, together);
      else if (sights.length > 1 && sights.every(({ octets }) => octets === 0)) unanswered.set(identity, inOrder(sights));
    }
    const places = placesOf(shared.values());
    for (const [identity, [first, ...others]] of unanswered) {
      const together = [first!, ...others.filter(({ capture }) => places.get(first!.capture)?.has(capture))];
      if (together.length > 1) shared.set(identity, together);
    }
    return shared.size === 0 ? undefined : new SurveyedPlan(shared, alignClocks([...shared.values()]));
  }

  #open(identity: string, segment: Segment): void {
    let sights = this.#connections.get(identity);
    if (sights === undefined) {
      if (this.#connections.size >= limits.connections) {
        this.isCut = true;
        return;
      }
      sights = [];
      this.#connections.set(identity, sights);
    }
    if (sights.at(-1)?.capture === this.#capture) return;
    const sight = new Sight(this.#capture);
    sights.push(sight);
    this.#flows.set(segment, { sight, firstSide: (segment.flags & ACK) === 0 ? 0 : 1 });
  }
}

/** By capture, those that were taken at another place: both hold the same packets. Of SYNs alone nobody knows which is which. */
function placesOf(connections: Iterable<Sights>): ReadonlyMap<number, ReadonlySet<number>> {
  const places = new Map<number, Set<number>>();
  for (const sights of connections) {
    const captures = sights.map(({ capture }) => capture);
    for (const capture of captures) {
      const others = places.get(capture) ?? new Set<number>();
      for (const other of captures) others.add(other);
      places.set(capture, others);
    }
  }
  return places;
}

/** A capture that was divided into several holds every packet once: its pieces are no vantage points. */
function withPacketsInCommon([first, ...others]: Sights): Sights {
  const together = [first!];
  for (const sight of others) if (together.some((known) => compareClocks(known, sight) !== undefined)) together.push(sight);
  return together;
}

/** The one with most octets first; of equal ones the earlier capture. */
function inOrder(sights: Sights): Sights {
  return [...sights].sort((a, b) => b.octets - a.octets || a.capture - b.capture);
}
