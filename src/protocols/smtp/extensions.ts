/** The keywords of an EHLO reply (RFC 5321 §4.1.1.1). */
import type { OfferedExtension } from '../../model/notes/smtp.js';

/** `lines`: the words of each line of the reply, without codes; the first one is the greeting. */
export function parseExtensions(lines: readonly string[]): readonly OfferedExtension[] {
  const offered: OfferedExtension[] = [];
  for (const line of lines.slice(1)) {
    // Seen in the wild: "AUTH=LOGIN PLAIN", from before RFC 2554 was settled.
    const match = /^([A-Za-z0-9][A-Za-z0-9_-]*)(?:[ \t=]+(.*))?$/.exec(line.trim());
    // Seen in the wild: a last line "250 OK", which offers nothing.
    if (match !== null && match[1]!.toUpperCase() !== 'OK') offered.push({ keyword: match[1]!.toUpperCase(), params: match[2] ?? '' });
  }
  return offered;
}

/** Keywords that hardly anything but an EHLO reply sets at the beginning of a line. */
const TELLING: ReadonlySet<string> = new Set([
  ...['PIPELINING', 'SIZE', '8BITMIME', 'STARTTLS', 'AUTH', 'ENHANCEDSTATUSCODES', 'CHUNKING', 'BINARYMIME', 'DSN', 'SMTPUTF8', 'ETRN'],
]);

/** Whether a reply is one to EHLO although the command is not in the capture. */
export function offersExtensions(lines: readonly string[]): boolean {
  return parseExtensions(lines).some(({ keyword }) => TELLING.has(keyword));
}

/** A keyword in the place of the server's name, where it offers nothing (RFC 5321 §4.1.1.1). */
export function misplacedKeyword([first = '']: readonly string[]): string | undefined {
  const word = first.trim().split(/[ \t]/, 1)[0]!.toUpperCase();
  return TELLING.has(word) ? word : undefined;
}

/** The number behind SIZE (RFC 1870 §4); undefined where there is no limit, or none is named. */
export function sizeLimitOf(extensions: readonly OfferedExtension[]): number | undefined {
  const params = extensions.find(({ keyword }) => keyword === 'SIZE')?.params.trim() ?? '';
  return /^[1-9]\d{0,14}$/.test(params) ? Number(params) : undefined;
}

/** The limit where the size is beyond it. */
export function exceeded(limit: number | undefined, size: number): number | undefined {
  return limit !== undefined && size > limit ? limit : undefined;
}
