/** What the lines of lists say: sizes (LIST), unique ids (UIDL), capabilities (CAPA), names (AUTH, LANG). */
import type { Capability } from '../../model/notes/pop3.js';

export interface Sizes {
  readonly mails: number;
  readonly octets: number;
}

/** `3 1250` of LIST, or what STAT and `LIST 3` say behind +OK; undefined where it is none. */
export function parsePair(words: string): readonly [number, number] | undefined {
  const match = /^[ \t]*(\d{1,15})[ \t]+(\d{1,15})(?!\S)/.exec(words);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

export function sumSizes(lines: readonly string[]): Sizes {
  let mails = 0;
  let octets = 0;
  for (const line of lines) {
    const pair = parsePair(line);
    if (pair === undefined) continue;
    mails++;
    octets += pair[1];
  }
  return { mails, octets };
}

/** `3 whqtswO00WBw418f9t5JxYwZ` of UIDL; undefined where it is none. */
export function parseUniqueId(words: string): { readonly number: number; readonly uid: string } | undefined {
  const match = /^[ \t]*(\d{1,15})[ \t]+([^ \t]+)/.exec(words);
  return match === null ? undefined : { number: Number(match[1]), uid: match[2]! };
}

export function parseCapability(line: string): Capability | undefined {
  const match = /^([!-~]+)(?:[ \t]+(.*))?$/.exec(line.trim());
  return match === null ? undefined : { name: match[1]!.toUpperCase(), args: match[2] ?? '' };
}

/** The first word of each line. */
export function firstWords(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim().split(/[ \t]/, 1)[0]!).filter((word) => word !== '');
}
