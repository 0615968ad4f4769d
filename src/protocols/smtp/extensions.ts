/** The keywords of an EHLO reply (RFC 5321 §4.1.1.1). */
import type { OfferedExtension } from '../../model/notes/smtp.js';

/** `lines`: the words of each line of the reply, without codes; the first one is the greeting. */
export function parseExtensions(lines: readonly string[]): readonly OfferedExtension[] {
  const offered: OfferedExtension[] = [];
  for (const line of lines.slice(1)) {
    // Seen in the wild: "AUTH=LOGIN PLAIN", from before RFC 2554 was settled.
    const match = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:[ \t=]+(.*))?$/.exec(line.trim());
    // Seen in the wild: a last line "250 OK", which offers nothing.
    if (match !== null && match[1]!.toUpperCase() !== 'OK') offered.push({ keyword: match[1]!.toUpperCase(), params: match[2] ?? '' });
  }
  return offered;
}
