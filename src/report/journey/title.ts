/** What stands above a mail's journey: its number, its Message-ID, its subject and who sent it; not yet escaped. */
import type { Language } from '../../text/index.js';

interface Titled {
  readonly id: number;
  readonly messageId?: string | undefined;
  readonly subject?: string | undefined;
  readonly sender?: string | undefined;
}

export function journeyTitle({ id, messageId, subject, sender }: Titled, { journey, quote }: Language): string {
  // Reports of mail systems have an empty sender on the envelope.
  const parts = [journey.title(id), messageId, subject === undefined ? undefined : quote(subject), sender === '' ? '<>' : sender];
  return parts.filter((part) => part !== undefined).join(' · ');
}
