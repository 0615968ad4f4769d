/** A mail as CONTRACT fixes it. */
import type {
  Address,
  EnvelopeComparison,
  EnvelopeRecipient,
  HeaderField,
  Hop,
  MailGap,
  MailReport,
  Message,
  MessageDirection,
  Outcome,
  Part,
} from '../../model/message.js';
import type { MessageJourneyJson } from '../journey/json.js';
import { comparisonNotes, hopNotes, type Language, type MailNote } from '../../text/index.js';

/** What one Received field says, and what there is to say of it. */
export interface HopJson extends Omit<Hop, 'remarks' | 'protocol'> {
  /** Its protocol says that TLS protected it. */
  readonly tls?: true | undefined;
  /** Its protocol says that the client had logged in. */
  readonly authenticated?: true | undefined;
  /** Absent where its clauses say it all. */
  readonly notes?: readonly MailNote[] | undefined;
}

/** The envelope beside the header. */
export interface ComparisonJson extends Omit<EnvelopeComparison, 'remarks'> {
  /** Absent where they agree. */
  readonly notes?: readonly MailNote[] | undefined;
}

export interface MessageJson {
  id: number;
  session: number;
  /** `id` of its first entry of content. */
  entry: number;
  /** From MAIL, or the command that fetched it, to the last reply. */
  entries: readonly number[];
  direction: MessageDirection;
  /** Of a submitted mail. */
  envelope?: { from?: string; to: readonly EnvelopeRecipient[] } | undefined;
  /** Of a submitted mail whose sender (MAIL FROM) and header were seen. */
  comparison?: ComparisonJson | undefined;
  /** Absent where no reply to the mail was seen. */
  outcome?: Outcome | undefined;
  /** Octets of the mail itself. */
  size: number;
  sha256?: string | undefined;
  md5?: string | undefined;
  complete: boolean;
  /** Octets known to be missing from the capture. */
  missing?: number | undefined;
  /** Where they are missing: the first 64 places. */
  gaps?: readonly MailGap[] | undefined;
  headers: readonly HeaderField[];
  subject?: string | undefined;
  from?: readonly Address[] | undefined;
  to?: readonly Address[] | undefined;
  cc?: readonly Address[] | undefined;
  /** RFC 3339 with the sender's own offset. */
  date?: string | undefined;
  messageId?: string | undefined;
  /** The Received fields, newest first. */
  received: readonly HopJson[];
  /** In the order of their beginnings, those that hold others before them. */
  parts: readonly Part[];
  /** What a delivery report, a reading notice or a complaint says for programs. */
  report?: MailReport | undefined;
  /** Its way, where it has gone more than one step. */
  journey?: MessageJourneyJson | undefined;
  /** Of a report with `--bodies`: what follows the header, as it was sent. */
  body?: string | undefined;
  /** The end of the body was left out, so long is it. */
  bodyCut?: boolean | undefined;
}

/** With its members in one order; what does not apply is undefined, which JSON leaves out. */
export function messageJson(message: Message, language: Language): MessageJson {
  const { head, direction, outcome, comparison } = message;
  const ids = message.entries.map(({ id }) => id).sort((a, b) => a - b);
  const entries = ids.filter((id, at) => id !== ids[at - 1]);
  const first = message.entries.find(({ kind }) => kind === 'message') ?? message.entries[0];
  return {
    id: message.id,
    session: message.session,
    entry: first?.id ?? 0,
    entries,
    direction,
    envelope: direction === 'submitted' ? message.envelope : undefined,
    comparison: comparison === undefined ? undefined : comparisonJson(comparison, language),
    outcome: outcome.accepted === undefined ? undefined : outcome,
    size: message.size,
    sha256: message.sha256,
    md5: message.md5,
    complete: message.complete,
    missing: message.missing === 0 ? undefined : message.missing,
    gaps: message.gaps,
    headers: head?.headers ?? [],
    subject: head?.subject,
    from: head?.from,
    to: head?.to,
    cc: head?.cc,
    date: head?.date,
    messageId: head?.messageId,
    received: (head?.received ?? []).map((hop) => hopJson(hop, language)),
    parts: message.parts,
    report: message.report,
  };
}

function comparisonJson(comparison: EnvelopeComparison, { mail }: Language): ComparisonJson {
  const { sender, hidden, elsewhere, remarks } = comparison;
  return { sender, hidden, elsewhere, notes: remarks === undefined ? undefined : comparisonNotes(mail, comparison) };
}

function hopJson(hop: Hop, { mail }: Language): HopJson {
  const { from, by, with: name, id, for: recipient, time, delay, protocol, client, seen, remarks } = hop;
  return {
    from,
    by,
    with: name,
    id,
    for: recipient,
    time,
    delay,
    tls: protocol?.tls === true ? true : undefined,
    authenticated: protocol?.auth === true ? true : undefined,
    client,
    seen,
    notes: remarks === undefined ? undefined : hopNotes(mail, hop),
  };
}
