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

/** The number behind SIZE (RFC 1870 §4); undefined where there is no limit, or none is named. */
export function sizeLimitOf(extensions: readonly OfferedExtension[]): number | undefined {
  const params = extensions.find(({ keyword }) => keyword === 'SIZE')?.params.trim() ?? '';
  return /^[1-9]\d{0,14}$/.test(params) ? Number(params) : undefined;
}

/** The limit where the size is beyond it. */
export function exceeded(limit: number | undefined, size: number): number | undefined {
  return limit !== undefined && size > limit ? limit : undefined;
}
