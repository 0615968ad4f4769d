/** What a mail that was seen says of its own fate, recipient by recipient; recipients with the same fate together. */
import type { Entry } from '../model/entry.js';
import type { Fate, FateKind } from '../model/fate.js';
import type { EnvelopeRecipient, Message, ReportItem } from '../model/message.js';
import type { Session } from '../model/session.js';
import type { Wanted } from './wanted.js';

/** Recipients whose fate is told. */
const MOST = 50;
const REFUSED = 500;

interface Decision {
  readonly kind: FateKind;
  readonly decisive: Entry | undefined;
}

/** Of a mail that a client hands in by SMTP or LMTP. */
export function submittedFates(session: Session, message: Message, wanted: Wanted): readonly Fate[] {
  const { envelope } = message;
  const named = envelope.to.filter(({ address }) => wanted.isAddress(address));
  const all = wanted.isMail(message) || wanted.isAddress(envelope.from);
  const asked = all ? envelope.to.slice(0, MOST) : named;
  const groups = new Map<string, { readonly decision: Decision; readonly recipients: string[] }>();
  for (const recipient of asked) {
    const decision = decisionFor(recipient, message);
    const key = `${decision.kind} ${decision.decisive?.id ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { decision, recipients: [recipient.address] });
    else group.recipients.push(recipient.address);
  }
  return [...groups.values()].map(({ decision, recipients }) => ({
    ...decision,
    session,
    message,
    sender: envelope.from,
    recipients,
    evidence: evidenceOf(message, recipients, decision.decisive),
    item: undefined,
  }));
}

function decisionFor(recipient: EnvelopeRecipient, message: Message): Decision {
  const { outcome, entries, complete } = message;
  const atRecipient = replyTo(recipientLine(recipient.address, message), message);
  const last = entries.findLast(({ kind, answers }) => kind === 'reply' && answers?.kind === 'message');
  if (recipient.accepted === false) {
    const kind = refusal(recipient.code);
    // LMTP says it behind the mail, for each recipient.
    return { kind, decisive: isRefusal(atRecipient) ? atRecipient : ownReply(recipient.address, message) ?? last };
  }
  if (outcome.accepted === false) return { kind: refusal(outcome.code), decisive: last };
  if (outcome.accepted === true) return { kind: 'accepted', decisive: ownReply(recipient.address, message) ?? last };
  return { kind: complete ? 'unanswered' : 'broken-off', decisive: entries.findLast(({ kind }) => kind === 'message') };
}

export function refusal(code: number | undefined): FateKind {
  return (code ?? REFUSED) >= REFUSED ? 'refused' : 'deferred';
}

function isRefusal(entry: Entry | undefined): boolean {
  return entry?.code !== undefined && entry.code >= 400;
}

function recipientLine(address: string, { entries }: Message): Entry | undefined {
  return entries.find(({ note }) => note.key === 'smtp.command.rcpt' && note.params.address === address);
}

function replyTo(command: Entry | undefined, { entries }: Message): Entry | undefined {
  return command === undefined ? undefined : entries.find(({ answers }) => answers === command);
}

/** The reply to the mail that is about this recipient alone (RFC 2033 §4.2). */
function ownReply(address: string, { entries }: Message): Entry | undefined {
  return entries.find(({ note }) => {
    if (note.key === 'smtp.reply.message-accepted') return note.params.recipient === address;
    return note.key === 'smtp.reply.refused' && note.params.command === 'message' && note.params.subject === address;
  });
}

/** MAIL, the recipients and their replies, the mail, and what decided. */
function evidenceOf(message: Message, recipients: readonly string[], decisive: Entry | undefined): readonly Entry[] {
  const { entries } = message;
  const lines = recipients.slice(0, NAMED).flatMap((address) => {
    const command = recipientLine(address, message);
    return [command, replyTo(command, message)];
  });
  const sender = entries.find(({ verb }) => verb === 'MAIL');
  const mail = decisive?.answers?.kind === 'message' || decisive?.kind === 'message' ? entries.findLast(({ kind }) => kind === 'message') : undefined;
  return inOrder([sender, ...lines, mail, decisive]);
}

/** Recipients whose lines are shown. */
const NAMED = 3;

export function inOrder(entries: readonly (Entry | undefined)[]): readonly Entry[] {
  return [...new Set(entries.filter((entry) => entry !== undefined))].sort((a, b) => a.id - b.id);
}

/** Of a mail that a client fetches or stores, and of one that reports on another. */
export function otherFates(session: Session, message: Message, wanted: Wanted): readonly Fate[] {
  const content = message.entries.find(({ kind }) => kind === 'message');
  const facts = { session, message, sender: message.envelope.from, recipients: [] };
  const items = reportedItems(message, wanted);
  if (items.length > 0) return items.map((item) => ({ kind: 'reported', ...facts, decisive: content, evidence: inOrder([content]), item }));
  if (message.direction === 'submitted' || !(wanted.isMail(message) || wanted.isNamedBy(message))) return [];
  const kind = message.direction === 'appended' ? storageOf(message) : message.direction;
  const reply = message.direction === 'appended' ? message.entries.findLast((entry) => entry.kind === 'reply') : undefined;
  return [{ kind, ...facts, decisive: kind === 'not-stored' ? reply : content, evidence: inOrder([content, reply]), item: undefined }];
}

/** What it reports of the recipient that is asked for, or of all recipients of the mail that is. */
function reportedItems(message: Message, wanted: Wanted): readonly ReportItem[] {
  const items = message.report?.items ?? [];
  return wanted.isReportedBy(message) ? items.slice(0, MOST) : items.filter(({ recipient }) => wanted.isAddress(recipient)).slice(0, 1);
}

function storageOf({ complete, outcome }: Message): FateKind {
  if (outcome.accepted === undefined) return complete ? 'unanswered' : 'broken-off';
  return outcome.accepted ? 'appended' : 'not-stored';
}
