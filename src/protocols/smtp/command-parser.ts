/** Reads one line of the client (RFC 5321 §4.1.1). Total: whatever the line says, it is a command of some kind. */
import type { LooseForm } from '../../model/notes/smtp.js';

export interface SmtpCommand {
  /** Upper case; empty for an empty line. */
  readonly verb: string;
  /** What follows the verb and one blank, verbatim; undefined where nothing does. */
  readonly args: string | undefined;
}

/** A verb that is longer than this is cut: it is nobody's command. */
const VERB_LENGTH = 64;

export function parseCommand(line: string): SmtpCommand {
  const space = line.search(/[ \t]/);
  const word = space === -1 ? line : line.slice(0, space);
  const verb = (word.length > VERB_LENGTH ? word.slice(0, VERB_LENGTH) : word).trimEnd().toUpperCase();
  return { verb, args: space === -1 ? undefined : line.slice(space + 1) };
}

export interface MailPath {
  /** Without angle brackets and source route; empty for the null reverse path. */
  readonly address: string;
  /** ESMTP parameters, keywords in upper case. */
  readonly params: ReadonlyMap<string, string>;
  /** Seen in the wild: no angle brackets (RFC 5321 §4.1.1.2), or a blank behind the colon (§3.3). */
  readonly loose: LooseForm | undefined;
}

const PATH = /^[ \t]*:([ \t]*)(?:<((?:"(?:[^"\\]|\\.)*"|[^">])*)>|([^\s<>]+))(.*)$/i;

/** The argument of MAIL (`FROM:`) or RCPT (`TO:`); undefined where it has no path. */
export function parsePath(args: string, keyword: 'FROM' | 'TO'): MailPath | undefined {
  if (args.slice(0, keyword.length).toUpperCase() !== keyword) return undefined;
  const match = PATH.exec(args.slice(keyword.length));
  if (match === null) return undefined;
  const [, blanks, bracketed, bare, rest] = match;
  const path = bracketed ?? bare ?? '';
  // A source route is to be ignored (RFC 5321 appendix F.2).
  const address = path.startsWith('@') && path.includes(':') ? path.slice(path.indexOf(':') + 1) : path;
  return { address, params: parseParams(rest ?? ''), loose: bracketed === undefined ? 'bare' : blanks === '' ? undefined : 'blank' };
}

function parseParams(rest: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  for (const word of rest.split(/[ \t]+/)) {
    if (word === '') continue;
    const equals = word.indexOf('=');
    params.set((equals === -1 ? word : word.slice(0, equals)).toUpperCase(), equals === -1 ? '' : word.slice(equals + 1));
  }
  return params;
}

export interface ChunkSize {
  readonly size: number;
  readonly last: boolean;
}

/** The argument of BDAT (RFC 3030 §2); undefined where it is none. */
export function parseChunkSize(args: string): ChunkSize | undefined {
  const match = /^[ \t]*(\d{1,15})(?:[ \t]+(LAST))?[ \t]*$/i.exec(args);
  return match === null ? undefined : { size: Number(match[1]), last: match[2] !== undefined };
}
