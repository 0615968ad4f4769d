/** A mail as CONTRACT fixes it, as far as header, envelope and outcome tell. */
import type { Address, EnvelopeRecipient, HeaderField, Message, MessageDirection, Outcome } from '../../model/message.js';

export interface MessageJson {
  id: number;
  session: number;
  /** `id` of its first entry of content. */
  entry: number;
  /** From MAIL, or the command that fetched it, to the last reply. */
  entries: readonly number[];
  direction: MessageDirection;
  /** Of a submitted mail. */
  envelope?: { from?: string; to: readonly EnvelopeRecipient[] };
  /** Absent where no reply to the mail was seen. */
  outcome?: Outcome;
  /** Octets of the mail itself. */
  size: number;
  sha256?: string;
  md5?: string;
  complete: boolean;
  /** Octets known to be missing from the capture. */
  missing?: number;
  headers: readonly HeaderField[];
  subject?: string;
  from?: readonly Address[];
  to?: readonly Address[];
  cc?: readonly Address[];
  /** RFC 3339 with the sender's own offset. */
  date?: string;
  messageId?: string;
}

export function messageJson(message: Message): MessageJson {
  const { headers = [], ...head } = message.head ?? {};
  const ids = message.entries.map(({ id }) => id).sort((a, b) => a - b);
  const entries = ids.filter((id, at) => id !== ids[at - 1]);
  const first = message.entries.find(({ kind }) => kind === 'message') ?? message.entries[0];
  return {
    id: message.id,
    session: message.session,
    entry: first?.id ?? 0,
    entries,
    direction: message.direction,
    ...(message.direction === 'submitted' ? { envelope: message.envelope } : {}),
    ...(message.outcome.accepted === undefined ? {} : { outcome: message.outcome }),
    size: message.size,
    ...(message.sha256 === undefined ? {} : { sha256: message.sha256 }),
    ...(message.md5 === undefined ? {} : { md5: message.md5 }),
    complete: message.complete,
    ...(message.missing === 0 ? {} : { missing: message.missing }),
    headers,
    ...head,
  };
}
