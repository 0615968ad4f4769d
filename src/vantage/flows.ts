/** Finds the entry of a segment's addresses and ports: the last that was made for them. */
import type { Segment } from '../model/segment.js';
import { FlowKey, flowHash } from '../stream/flow-key.js';

interface Flow<Value> {
  readonly key: FlowKey;
  value: Value;
  next: Flow<Value> | undefined;
}

export interface Found<Value> {
  readonly value: Value;
  /** 0 where the segment goes the way of the one that the entry was made for. */
  readonly direction: 0 | 1;
}

export class FlowMap<Value> {
  readonly #flows = new Map<number, Flow<Value>>();

  find(segment: Segment): Found<Value> | undefined {
    for (let flow = this.#flows.get(flowHash(segment)); flow !== undefined; flow = flow.next) {
      const direction = flow.key.directionOf(segment);
      if (direction !== -1) return { value: flow.value, direction };
    }
    return undefined;
  }

  /** In the place of what was there for the same addresses and ports. `segment` goes the way that is 0 from now on. */
  set(segment: Segment, value: Value): void {
    const hash = flowHash(segment);
    const rest: Flow<Value>[] = [];
    for (let flow = this.#flows.get(hash); flow !== undefined; flow = flow.next) {
      if (flow.key.directionOf(segment) === -1) rest.push(flow);
    }
    const head: Flow<Value> = { key: new FlowKey(segment), value, next: undefined };
    rest.reduce((before, flow) => {
      flow.next = undefined;
      before.next = flow;
      return flow;
    }, head);
    this.#flows.set(hash, head);
  }
}
