/** The envelope of a submitted mail beside its header: who is named on one and not in the other. Judges nothing. */
import type { ComparisonRemark } from '../model/mail-remarks.js';
import type { Envelope, EnvelopeComparison, MessageHead } from '../model/message.js';
import type { HeaderDecoder } from '../model/platform.js';
import { addressesOf } from './head.js';

/** Fields beside To and Cc that name recipients (RFC 5322 §3.6.3, §3.6.6). */
const RECIPIENTS: ReadonlySet<string> = new Set(['bcc', 'resent-to', 'resent-cc', 'resent-bcc']);

/** Undefined where MAIL was not seen. The header must be whole: of one that is cut nobody knows whom it names. */
export function compareEnvelope({ from, to }: Envelope, head: MessageHead, decoder: HeaderDecoder): EnvelopeComparison | undefined {
  if (from === undefined) return undefined;
  const author = head.from?.[0]?.address;
  const sender = senderIn(from, head, decoder);
  const named = [...(head.to ?? []), ...(head.cc ?? [])].map(({ address }) => address);
  const others = head.headers.filter(({ name }) => RECIPIENTS.has(name.toLowerCase())).flatMap((field) => addressesOf(field, decoder));
  const known = new Set([...named, ...others.map(({ address }) => address)].map(normal));
  const onEnvelope = new Set(to.map(({ address }) => normal(address)));
  // Whom the server has refused by now is on the envelope no longer.
  const hidden = to.filter(({ accepted, address }) => accepted !== false && !known.has(normal(address))).map(({ address }) => address);
  const elsewhere = named.filter((address) => !onEnvelope.has(normal(address)));
  const remarks: ComparisonRemark[] = [];
  if (author !== undefined && (sender === 'other' || sender === 'none')) remarks.push({ key: 'envelope.author', params: { sender: from, author } });
  if (author !== undefined && sender === 'sender-field') remarks.push({ key: 'envelope.sender-field', params: { sender: from, author } });
  if (hidden.length > 0) remarks.push({ key: 'envelope.hidden', params: { recipients: hidden } });
  if (elsewhere.length > 0) remarks.push({ key: 'envelope.elsewhere', params: { recipients: elsewhere } });
  const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
  return { sender, hidden: some(hidden), elsewhere: some(elsewhere), remarks: some(remarks) };
}

function senderIn(from: string, head: MessageHead, decoder: HeaderDecoder): EnvelopeComparison['sender'] {
  if (from === '') return 'none';
  if (head.from === undefined || head.from.length === 0) return 'unknown';
  const isSender = ({ address }: { readonly address: string }): boolean => normal(address) === normal(from);
  if (head.from.some(isSender)) return 'author';
  const field = head.headers.find(({ name }) => name.toLowerCase() === 'sender');
  return field !== undefined && addressesOf(field, decoder).some(isSender) ? 'sender-field' : 'other';
}

function normal(address: string): string {
  return address.toLowerCase();
}
