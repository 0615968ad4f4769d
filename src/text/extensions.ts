/** What an EHLO reply offers, in the form in which a sentence needs it: each keyword once, log-in mechanisms together. */
import type { OfferedExtension } from '../model/notes/smtp.js';

/** In the order of the reply. Seen in the wild: "AUTH=LOGIN PLAIN" beside "AUTH LOGIN PLAIN", for clients of old. */
export function plainExtensions(extensions: readonly OfferedExtension[]): readonly OfferedExtension[] {
  return extensions.filter(({ keyword }, at) => extensions.findIndex((other) => other.keyword === keyword) === at);
}

export function offeredMechanisms(extensions: readonly OfferedExtension[]): readonly string[] {
  const names = new Set<string>();
  for (const { keyword, params } of extensions) {
    if (keyword !== 'AUTH') continue;
    for (const name of params.split(' ')) if (name !== '') names.add(name);
  }
  return [...names];
}

/** The number behind SIZE (RFC 1870 §4); 0 where there is no limit, undefined where none is named. */
export function sizeOffered({ params }: OfferedExtension): number | undefined {
  const size = Number(params.trim() || 'none');
  return Number.isSafeInteger(size) && size >= 0 ? size : undefined;
}
