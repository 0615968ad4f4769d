/** Knows datagrams again that were recorded at two places: told once, by the capture that is read first. */
import type { Endpoint } from '../../model/endpoint.js';
import { limits } from './limits.js';

/** Octets that tell two datagrams apart. */
const COMPARED = 512;

export class SeenDatagrams {
  /** The capture in which each was seen first. */
  readonly #captures = new Map<string, number>();

  /** Whether another capture has shown it already. A repetition in the same capture is another datagram. */
  has(source: Endpoint, destination: Endpoint, payload: Buffer, capture: number): boolean {
    const ends = `${source.address} ${source.port} ${destination.address} ${destination.port} `;
    const key = ends + payload.toString('latin1', 0, Math.min(payload.length, COMPARED));
    const seen = this.#captures.get(key);
    if (seen !== undefined) return seen !== capture;
    if (this.#captures.size >= limits.seen) this.#captures.delete(this.#captures.keys().next().value!);
    this.#captures.set(key, capture);
    return false;
  }
}
