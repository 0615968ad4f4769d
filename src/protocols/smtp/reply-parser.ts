/** Reads the lines of the server (RFC 5321 §4.2). */

export interface ReplyLine {
  readonly code: number;
  /** Whether more lines of this reply follow (`250-`). */
  readonly continues: boolean;
  /** Behind code and separator. */
  readonly words: string;
}

const BLANK = 0x20;
const TAB = 0x09;
const HYPHEN = 0x2d;

/** Undefined where the line does not begin with a reply code. Hot: one is read for every line of a server. */
export function parseReplyLine(line: string): ReplyLine | undefined {
  const trimmed = line.trimEnd();
  const code = codeAt(trimmed);
  if (code === undefined) return undefined;
  if (trimmed.length === 3) return { code, continues: false, words: '' };
  const separator = trimmed.charCodeAt(3);
  if (separator !== BLANK && separator !== HYPHEN && separator !== TAB) return undefined;
  return { code, continues: separator === HYPHEN, words: trimmed.slice(4) };
}

/**
 * A reply that begins with its RFC 3463 code, without the reply code before it. Seen in the wild: Yahoo, in
 * suricata-smtp-errors.pcap. The class stands in for the code: so much can be said of it.
 */
export function parseCodelessLine(line: string): ReplyLine | undefined {
  const match = /^([245])\.\d{1,3}\.\d{1,3}[ \t]/.exec(line);
  return match === null ? undefined : { code: Number(match[1]) * 100, continues: false, words: line.trimEnd() };
}

/** Three digits, the first of them 2 to 5. */
function codeAt(line: string): number | undefined {
  let code = 0;
  for (let at = 0; at < 3; at++) {
    const digit = line.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    code = code * 10 + digit;
  }
  return code >= 200 && code < 600 ? code : undefined;
}

export interface EnhancedWords {
  readonly enhanced: string | undefined;
  readonly words: string;
}

/** Takes an RFC 3463 code off the beginning of a reply's words; its class must be that of the code. */
export function splitEnhanced(code: number, words: string): EnhancedWords {
  // Seen in the wild: OpenSMTPD sets a colon behind it.
  const match = /^([245]\.\d{1,3}\.\d{1,3})(?::?[ \t]+|$)/.exec(words);
  if (match === null || Number(words[0]) !== Math.floor(code / 100)) return { enhanced: undefined, words };
  return { enhanced: match[1], words: words.slice(match[0].length) };
}
