/** What a line of TLS holds, in the names of its messages, as far as they could be read. */
interface Held {
  readonly messages?: readonly string[] | undefined;
  readonly alert?: { readonly name?: string | undefined; readonly code: number } | undefined;
}

export function tlsWords(tls: Held | undefined): string | undefined {
  if (tls?.alert !== undefined) return `Alert ${tls.alert.name ?? tls.alert.code}`;
  return tls?.messages?.join(', ');
}
