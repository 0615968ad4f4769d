/** When and by which frame octets of a stream came in. One object serves every octet of a packet. */
import type { CaptureTime } from './packet.js';

export interface Arrival extends CaptureTime {
  /** The fraction in nanoseconds, for comparing and subtracting; an integer but for resolutions beyond nine digits. */
  readonly nanos: number;
  /** Frame number, from 1 within its capture. */
  readonly frame: number;
  /** Frames of earlier IP fragments of the same segment. */
  readonly earlierFrames: readonly number[] | undefined;
  /** Position of the capture among the inputs, from 0. */
  readonly capture: number;
  /** Rises with every packet read, over all captures. */
  readonly order: number;
}
