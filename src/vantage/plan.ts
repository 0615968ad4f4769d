/**
 * What is made of a survey: of a connection that several captures hold, the one with most octets is read, and of the others
 * only what it lacks. Hears every segment of the captures, merged by time, in order.
 */
import type { Segment } from '../model/segment.js';
import type { Alteration, CaptureClock, SharedSight, VantagePlan, VantagePoint } from '../model/vantage.js';
import { identityOf } from '../stream/identity.js';
import { ACK } from '../stream/tcp-flags.js';
import { compareClocks, firstDifference } from './comparison.js';
import { FlowMap } from './flows.js';
import type { Sights } from './sight.js';

interface Open {
  readonly sights: Sights;
  readonly firstSide: 0 | 1;
}

export class SurveyedPlan implements VantagePlan {
  readonly clocks: ReadonlyMap<number, CaptureClock>;
  readonly #shared: ReadonlyMap<string, Sights>;
  readonly #open = new FlowMap<Open>();

  constructor(shared: ReadonlyMap<string, Sights>, clocks: ReadonlyMap<number, CaptureClock>) {
    this.#shared = shared;
    this.clocks = clocks;
  }

  wants(segment: Segment): boolean {
    const identity = identityOf(segment);
    const sights = identity === undefined ? undefined : this.#shared.get(identity);
    const found = this.#open.find(segment);
    if (identity !== undefined && found?.value.sights !== sights) {
      // Ports used again: what follows is another connection, whether anybody else has seen it or not.
      this.#open.set(segment, { sights: sights ?? [], firstSide: (segment.flags & ACK) === 0 ? 0 : 1 });
      return sights === undefined || isNews(sights, (segment.flags & ACK) === 0 ? 0 : 1, segment);
    }
    if (found === undefined) return true;
    return isNews(found.value.sights, (found.value.firstSide ^ found.direction) as 0 | 1, segment);
  }

  sightOf(segment: Segment): SharedSight | undefined {
    const identity = identityOf(segment);
    const sights = identity === undefined ? undefined : this.#shared.get(identity);
    return sights && describe(sights);
  }
}

/** Whether a segment brings what no better vantage point than its own has. */
function isNews(sights: Sights, side: 0 | 1, segment: Segment): boolean {
  for (const { capture, sides } of sights) {
    if (capture === segment.packet.capture) return true;
    if (sides[side].holds(segment)) return false;
  }
  return true;
}

function describe(sights: Sights): SharedSight {
  const [first, ...others] = sights as [Sights[number], ...Sights];
  const points = others.map((sight): VantagePoint => {
    const distance = compareClocks(first, sight)?.distance;
    return distance === undefined ? { capture: sight.capture } : { capture: sight.capture, distance: Math.round(distance * 1e9) / 1e9 };
  });
  return { captures: sights.map(({ capture }) => capture), points, alterations: alterationsOf(first, others) };
}

function alterationsOf(first: Sights[number], others: Sights): readonly Alteration[] {
  return ([0, 1] as const).flatMap((side) => {
    const found = others.flatMap((other) => {
      const offset = firstDifference(first, other, side);
      return offset === undefined ? [] : [{ capture: other.capture, offset }];
    });
    if (found.length === 0) return [];
    const offset = Math.min(...found.map((item) => item.offset));
    return [{ side: side === 0 ? 'client' : 'server', offset, captures: found.filter((item) => item.offset === offset).map(({ capture }) => capture) }] as const;
  });
}
