/**
 * Knows datagrams again that were recorded more than once: at two places, or at two interfaces of one host that passes them
 * on. They are told once, by the capture that is read first.
 */
import { secondsBetween } from '../../bytes/time.js';
import type { Arrival } from '../../model/arrival.js';
import type { HeardError, HeardUdp } from '../../model/datagram.js';
import type { Endpoint } from '../../model/endpoint.js';
import { limits } from './limits.js';

/** Octets that tell two datagrams apart. */
const COMPARED = 512;

interface Seen {
  readonly arrival: Arrival;
  readonly identification: number;
}

export class SeenDatagrams {
  /** How each was seen last, in the capture that showed it first. */
  readonly #seen = new Map<string, Seen>();

  /** Whether it was seen already. What its sender repeats in the same capture is another datagram. */
  hasUdp({ source, destination, payload, arrival, identification }: HeardUdp): boolean {
    return this.#has(endsOf(source, destination) + payload.toString('latin1', 0, Math.min(payload.length, COMPARED)), { arrival, identification });
  }

  /** Of several packets each may have its error: they differ by their numbers alone. */
  hasError({ source, version, type, code, quoted, arrival, identification }: HeardError): boolean {
    const key = `${source} ${version} ${type}/${code} ${identification} ${endsOf(quoted.source, quoted.destination)}`;
    return this.#has(key, { arrival, identification: identification === 0 ? arrival.order : identification });
  }

  #has(key: string, now: Seen): boolean {
    const seen = this.#seen.get(key);
    if (seen !== undefined && (seen.arrival.capture !== now.arrival.capture || isCopy(seen, now))) return true;
    if (seen === undefined && this.#seen.size >= limits.seen) this.#seen.delete(this.#seen.keys().next().value!);
    this.#seen.set(key, now);
    return false;
  }
}

function isCopy(seen: Seen, { arrival, identification }: Seen): boolean {
  return seen.identification === identification && Math.abs(secondsBetween(seen.arrival, arrival) ?? Infinity) <= limits.copy;
}

function endsOf(source: Endpoint, destination: Endpoint): string {
  return `${source.address} ${source.port} ${destination.address} ${destination.port} `;
}
