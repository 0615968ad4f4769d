/** What the capture cannot tell, and what befell the connection. */
import type { Side } from '../endpoint.js';

export interface CaptureFindings {
  /** `places`: how many gaps there are. */
  'capture.gap': { from: Side; octets: number; places: number };
  /** `octets`: those of the stream that are missing. */
  'capture.cut-packets': { packets: number; octets: number };
  /** `side`: that which was heard. */
  'capture.one-sided': { side: Side };
  'capture.begins-inside': Record<string, never>;
  'capture.ends-inside': Record<string, never>;
  /** Out of `packets`. */
  'capture.retransmissions': { repeated: number; packets: number };
  /** `first`, `others`: the captures by number, from 1 in the order given. */
  'capture.altered': { from: Side; first: number; others: readonly number[] };
  /** `command`: the last one before it. */
  'capture.reset': { from: Side; command: string | undefined };
}
