/** Reads the lines of the server (RFC 5321 §4.2). */

export interface ReplyLine {
  readonly code: number;
  /** Whether more lines of this reply follow (`250-`). */
  readonly continues: boolean;
  /** Behind code and separator. */
  readonly words: string;
}

/** Undefined where the line does not begin with a reply code. */
export function parseReplyLine(line: string): ReplyLine | undefined {
  const match = /^([2-5]\d\d)(?:([ \t-])(.*))?$/s.exec(line.trimEnd());
  if (match === null) return undefined;
  return { code: Number(match[1]), continues: match[2] === '-', words: match[3] ?? '' };
}

export interface EnhancedWords {
  readonly enhanced: string | undefined;
  readonly words: string;
}

/** Takes an RFC 3463 code off the beginning of a reply's words; its class must be that of the code. */
export function splitEnhanced(code: number, words: string): EnhancedWords {
  const match = /^([245]\.\d{1,3}\.\d{1,3})(?:[ \t]+|$)/.exec(words);
  if (match === null || Number(words[0]) !== Math.floor(code / 100)) return { enhanced: undefined, words };
  return { enhanced: match[1], words: words.slice(match[0].length) };
}
