/** The entries of a lookup: a question, and an answer. They have no octets of the session's stream. */
import { secondsBetween } from '../../bytes/time.js';
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { DnsMessage } from '../../model/dns.js';
import type { LookupParams, Waited } from '../../model/notes/context.js';
import type { Lookup, LookupMessage, LookupTie } from './lookup.js';

/** Records that the line of an answer names. */
const MOST_NAMED = 12;

/** `server`: the name server, by its name where it has one. */
export function lookupEntry(lookup: Lookup, { message, arrival, tcp }: LookupMessage, { party, side, purpose }: LookupTie, server: string): EntryDraft {
  const params: LookupParams = { from: side, purpose, type: lookup.type, name: message.name, server };
  const asked = lookup.asked?.extent.last;
  const since = asked === undefined ? undefined : secondsBetween(asked, arrival);
  const place = { phase: party.phase, step: 'name-lookup' } as const;
  const entry = createEntry(
    'context',
    side,
    new ExtentBuilder(0, 0, arrival),
    place,
    undefined,
    message.isAnswer ? answerNote(params, message, since) : { key: 'context.dns.query', params: { ...params, again: askedBefore(lookup, arrival.order), tcp } },
  );
  entry.text = message.isAnswer ? answerText(message) : `DNS ${message.type} ${message.name}?`;
  entry.decoded = decodedOf(message, lookup);
  if (message.isAnswer) entry.answers = lookup.asked;
  else lookup.asked = entry;
  return entry;
}

function answerNote(params: LookupParams, { rcode, answers, referral, truncated, whole }: DnsMessage, seconds: number | undefined) {
  return { key: 'context.dns.answer', params: { ...params, rcode, records: answers, referral, truncated, whole, seconds } } as const;
}

/** Seconds since the same was asked first. */
function askedBefore({ messages }: Lookup, order: number): number | undefined {
  const [first] = messages;
  const now = messages.find(({ arrival }) => arrival.order === order);
  return first === now || now === undefined ? undefined : secondsBetween(first!.arrival, now.arrival);
}

function answerText({ rcode, answers, truncated }: DnsMessage): string {
  const named = answers.slice(0, MOST_NAMED).map(({ type, data }) => `${type} ${data}`);
  if (answers.length > MOST_NAMED) named.push('…');
  const words = [rcode === 'NOERROR' && named.length > 0 ? undefined : rcode, named.length === 0 ? undefined : named.join(', '), truncated ? 'TC' : undefined];
  return `DNS ${words.filter((word) => word !== undefined).join(' ')}`;
}

function decodedOf(message: DnsMessage, { server }: Lookup): Readonly<Record<string, string>> {
  const { name, type, id, isAnswer, rcode, answers } = message;
  const question = { service: 'DNS', 'dns.id': String(id), 'dns.qry.name': name, 'dns.qry.type': type, 'dns.server': server };
  if (!isAnswer) return question;
  return { ...question, 'dns.flags.rcode': rcode, 'dns.resp': answers.map((record) => `${record.name} ${record.type} ${record.data}`).join('\n') };
}

/** What a reply that comes later has waited for. */
export function waitFor({ message }: LookupMessage, { type, name }: Lookup): Waited['on'] {
  const failed = message.rcode !== 'NOERROR' && message.rcode !== 'NXDOMAIN';
  return { service: 'dns', type, name, outcome: !message.isAnswer ? 'unanswered' : failed ? 'failed' : 'answered' };
}
