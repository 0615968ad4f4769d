/** English for what all three mail protocols share: holes in the capture, and octets that fit nowhere. */
import type { CommonNotes } from '../../model/notes/common.js';
import type { Sentences } from '../catalogue.js';
import { octets } from './format.js';

const THE = { client: 'the client', server: 'the server' } as const;
const The = { client: 'The client', server: 'The server' } as const;
const OTHER = { client: 'server', server: 'client' } as const;

function are(bytes: number): string {
  return bytes === 1 ? 'is' : 'are';
}

export const common: Sentences<CommonNotes> = {
  gap: (p) =>
    p.inMessage
      ? `Here ${octets(p.bytes)} of the mail ${are(p.bytes)} missing from the capture; ${THE[OTHER[p.from]]} may well have received them.`
      : `Here ${octets(p.bytes)} from ${THE[p.from]} ${are(p.bytes)} missing from the capture: not recorded${p.first ? ', cut off, or sent before it began' : ' or cut off'}.`,
  'unknown.after-gap': (p) =>
    `${octets(p.bytes)} from ${THE[p.from]} behind a hole in the capture. What they are was said in the part that is missing.`,
  'unknown.before-start': (p) =>
    `${octets(p.bytes)} from ${THE[p.from]} that belong to something from before the capture began; their meaning is not known.`,
  'unknown.line': (p) => `${The[p.from]} sends ${octets(p.bytes)} that ${p.bytes === 1 ? 'has' : 'have'} no meaning in the protocol at this place.`,
};
