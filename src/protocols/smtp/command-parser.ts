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

/** Seen in the wild: blanks before the verb, which Sendmail passes over and others refuse. */
export function parseCommand(text: string): SmtpCommand {
  const line = startsBlank(text) ? text.trimStart() : text;
  const space = line.search(/[ \t]/);
  const word = space === -1 ? line : line.slice(0, space);
  const verb = (word.length > VERB_LENGTH ? word.slice(0, VERB_LENGTH) : word).trimEnd().toUpperCase();
  return { verb, args: space === -1 ? undefined : line.slice(space + 1) };
}

export function startsBlank(text: string): boolean {
  return text.startsWith(' ') || text.startsWith('\t');
}

/** `KEYWORD` or `KEYWORD=value`. */
export interface ParameterWord {
  /** Upper case. */
  readonly keyword: string;
  readonly value: string | undefined;
}

export interface MailPath {
  /** Without angle brackets and source route; empty for the null reverse path. */
  readonly address: string;
  /** ESMTP parameters as they stand there. */
  readonly params: readonly ParameterWord[];
  /** Seen in the wild: no angle brackets (RFC 5321 §4.1.1.2), or a blank behind the colon (§3.3); a source route (appendix C). */
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
  const routed = path.startsWith('@') && path.includes(':');
  const address = routed ? path.slice(path.indexOf(':') + 1) : path;
  const loose = bracketed === undefined ? 'bare' : blanks !== '' ? 'blank' : routed ? 'route' : undefined;
  return { address, params: parseParams(rest ?? ''), loose };
}

function parseParams(rest: string): readonly ParameterWord[] {
  const words = rest.split(/[ \t]+/).filter((word) => word !== '');
  return words.map((word) => {
    const equals = word.indexOf('=');
    if (equals === -1) return { keyword: word.toUpperCase(), value: undefined };
    return { keyword: word.slice(0, equals).toUpperCase(), value: word.slice(equals + 1) };
  });
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

export interface ContentReference {
  readonly url: string;
  readonly last: boolean;
}

/** The argument of BURL (RFC 4468); undefined where it is none. */
export function parseReference(args: string): ContentReference | undefined {
  const [url, last, more] = args.trim().split(/[ \t]+/);
  if (url === undefined || !/^[a-z][a-z0-9+.-]*:/i.test(url) || more !== undefined) return undefined;
  return last === undefined || last.toUpperCase() === 'LAST' ? { url, last: last !== undefined } : undefined;
}

/** The argument of XEXCH50: size in octets, and a type. */
export function parseBlobSize(args: string): { readonly size: number; readonly type: string } | undefined {
  const match = /^[ \t]*(\d{1,15})[ \t]+(\S+)[ \t]*$/.exec(args);
  return match === null ? undefined : { size: Number(match[1]), type: match[2]! };
}
