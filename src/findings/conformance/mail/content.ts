/** What rules about mails themselves have in common. */
import type { Entry } from '../../../model/entry.js';
import type { Message } from '../../../model/message.js';

/** The line that a mail's octets are. */
export function contentOf({ entries }: Message): Entry | undefined {
  return entries.find(({ kind }) => kind === 'message');
}

/** The header is there as it was sent: what is fetched in parts may lack some of it. */
export function hasWholeHeader({ complete, head }: Message): boolean {
  return complete && head !== undefined && head.headers.length > 0;
}

/** How often each field stands in the header, by its name in lower case. */
export function fieldCounts({ head }: Message): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of head?.headers ?? []) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return counts;
}
