/** English for what a search has found (RFC 9051 §7.3.4, RFC 4731 and what extends it). */
import type { ImapResponseNotes } from '../../model/notes/imap.js';
import { spread } from './imap-codes.js';
import { count, list, number, shorten } from './format.js';

function upTo(modseq: string | undefined): string {
  return modseq === undefined ? '' : ` The latest change among them has the number ${shorten(modseq)}.`;
}

export function found({ numbers, count: all, uid, sorted, modseq }: ImapResponseNotes['imap.untagged.search']): string {
  if (all === 0) return 'The search has found no mail.';
  const kind = uid ? (all === 1 ? 'UID ' : 'UIDs ') : '';
  const named = numbers.map(shorten);
  if (all > numbers.length) named.push(`${number(all - numbers.length)} more`);
  return `The search has found ${count(all, 'mail', 'mails')}${sorted ? ', in this order' : ''}: ${kind}${list(named)}.${upTo(modseq)}`;
}

/** number; numbers; UIDs */
function several(set: string, kind: string): string {
  return `${kind}${/^\d+$/.test(set) ? '' : 's'}`;
}

/** "1:500 2,4:7", "1:500 NIL" */
function part(value: string, kind: string): string {
  const [range = '', set = ''] = value.split(' ');
  const none = set === '' || set.toUpperCase() === 'NIL';
  return `in places ${range.replace(':', ' to ')} of the result ${none ? 'nothing' : `the ${several(set, kind)} ${spread(set)}`}`;
}

/** "0 44 2 33:34": places and sets in turn (RFC 5267 §4.3). */
function placed(value: string): string {
  return spread(value.split(' ').filter((_, i) => i % 2 === 1).join(','));
}

/** `kind`: what the numbers are; `sorted`: they answer SORT, whose order counts (RFC 5267 §3.1). */
const ESEARCH: Readonly<Record<string, (value: string, kind: string, sorted: boolean) => string>> = {
  MIN: (v, kind, sorted) => (sorted ? `${kind} ${v} comes first` : `lowest ${kind} ${v}`),
  MAX: (v, kind, sorted) => (sorted ? `${kind} ${v} comes last` : `highest ${kind} ${v}`),
  ALL: (v, kind, sorted) => `${several(v, kind)} ${spread(v)}${sorted ? ' in this order' : ''}`,
  MODSEQ: (v) => `latest change number ${v}`,
  PARTIAL: part,
  ADDTO: (v, kind) => `new in the result: ${kind} ${placed(v)}`,
  REMOVEFROM: (v, kind) => `gone from the result: ${kind} ${placed(v)}`,
  RELEVANCY: (v) => `relevance from 1 to 100, in this order: ${list(shorten(v).split(' '))}`,
};

export function esearch({ items, uid, mailbox, sorted }: ImapResponseNotes['imap.untagged.esearch']): string {
  const where = mailbox === undefined ? 'The search' : `In ${shorten(mailbox)} the search`;
  if (items.length === 0) return `${where} has found no mail.`;
  const counted = items.find(({ name, value }) => name === 'COUNT' && /^\d{1,15}$/.test(value ?? ''));
  const kind = uid ? 'UID' : 'number';
  const told = items.flatMap((item) => (item === counted ? [] : [ESEARCH[item.name]?.(shorten(item.value ?? ''), kind, sorted) ?? shorten(`${item.name} ${item.value ?? ''}`)]));
  if (counted === undefined) return `${where} gives: ${told.join('; ')}.`;
  const all = Number(counted.value);
  return `${where} has found ${all === 0 ? 'no mail' : count(all, 'mail', 'mails')}${told.length === 0 ? '' : `: ${told.join('; ')}`}.`;
}
