/** Whether two hosts are one: by an address, or a name, that both have. */
import type { JourneyHost } from '../model/journey.js';

export function isSameHost(a: JourneyHost, b: JourneyHost): boolean {
  if (a.address !== undefined && a.address === b.address) return true;
  return a.name !== undefined && a.name.toLowerCase() === b.name?.toLowerCase();
}
