/** Annotations that all three mail protocols share. */
import type { Side } from '../stream.js';

export interface CommonNotes {
  'gap': { from: Side; bytes: number; inMessage: boolean };
  /** Octets whose place in the conversation is not known. */
  'unknown.after-gap': { from: Side; bytes: number };
  'unknown.before-start': { from: Side; bytes: number };
  'unknown.line': { from: Side; bytes: number };
}
