/** Reads the status lines of the server (RFC 1939 §3, response codes of RFC 2449 §8). */

export interface Status {
  readonly ok: boolean;
  /** What stands in brackets directly behind the indicator. */
  readonly code: string | undefined;
  /** The rest, without indicator and response code. */
  readonly words: string;
}

// Seen in the wild: "+Ok" and "-err"; a colon or a comma directly behind.
const STATUS = /^(\+OK|-ERR)(?![A-Za-z0-9])(?:[ \t]+\[([\x21-\x5c\x5e-\x7e]+)\])?[ \t]*(.*)$/is;
const CERTAIN = /^(?:\+OK|-ERR)(?: |$)/;

/** Undefined where the line does not begin with an indicator. */
export function parseStatus(line: string): Status | undefined {
  const match = STATUS.exec(line);
  if (match === null) return undefined;
  return { ok: match[1]!.startsWith('+'), code: match[2], words: match[3]!.trimEnd() };
}

/** Whether a line inside a list or a mail can only be meant as the next reply: exactly as the standard writes it. */
export function isCertainStatus(line: string): boolean {
  return CERTAIN.test(line);
}

/** What a line with `+` asks (RFC 5034 §4); undefined where it is none. */
export function parseContinuation(line: string): string | undefined {
  return line === '+' ? '' : line.startsWith('+ ') ? line.slice(2).trim() : undefined;
}
