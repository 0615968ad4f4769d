/** What the capture cannot tell. */
import type { Side } from '../stream.js';

export interface CaptureFindings {
  'capture.gap': { from: Side; octets: number };
}
