/**
 * What a pcapng interface description says that its packets need: link type, snap length and units of time.
 * Names, filters and addresses of the interface are not kept. Read draft-ietf-opsawg-pcapng, "Interface Description Block".
 */
import { OPTION_TIME_OFFSET, OPTION_TIME_RESOLUTION, type BlockOption } from './pcapng-options.js';
import { TimeUnits } from './time-units.js';
import type { Window } from './window.js';

const MICROSECONDS = 6;

export interface CaptureInterface {
  readonly linkType: number;
  /** Octets kept of a packet at most; 0 where there is no bound. */
  readonly snapLength: number;
  readonly units: TimeUnits;
  /** A packet of this interface has been seen. */
  used: boolean;
}

/** The interface whose description begins at `at` and has these options. */
export function describeInterface(window: Window, at: number, options: readonly BlockOption[], littleEndian: boolean): CaptureInterface {
  const { view } = window;
  let resolution = MICROSECONDS;
  let offset = 0;
  for (const { code, start, end } of options) {
    if (code === OPTION_TIME_RESOLUTION && end > start) resolution = view.getUint8(start);
    if (code === OPTION_TIME_OFFSET && end - start >= 8) offset = Number(view.getBigInt64(start, littleEndian));
  }
  return {
    linkType: view.getUint16(at + 8, littleEndian),
    snapLength: view.getUint32(at + 12, littleEndian),
    units: new TimeUnits(resolution, offset),
    used: false,
  };
}
