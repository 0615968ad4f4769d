/** Annotations that all three mail protocols share. */
import type { Side } from '../endpoint.js';

export interface CommonNotes {
  /** `first`: nothing of this side was captured before it, its SYN neither: the capture may have begun behind it. */
  'gap': { from: Side; bytes: number; inMessage: boolean; first: boolean };
  /** Octets whose place in the conversation is not known. */
  'unknown.after-gap': { from: Side; bytes: number };
  'unknown.before-start': { from: Side; bytes: number };
  'unknown.line': { from: Side; bytes: number };
}
