/** German for what a search has found (RFC 9051 §7.3.4, RFC 4731 and what extends it). */
import type { ImapResponseNotes } from '../../model/notes/imap.js';
import { spread } from './imap-codes.js';
import { count, list, number, shorten } from './format.js';

function upTo(modseq: string | undefined): string {
  return modseq === undefined ? '' : ` Die letzte Änderung darunter hat die Nummer ${shorten(modseq)}.`;
}

export function found({ numbers, count: all, uid, sorted, modseq }: ImapResponseNotes['imap.untagged.search']): string {
  if (all === 0) return 'Die Suche hat keine Mail gefunden.';
  const kind = uid ? (all === 1 ? 'UID ' : 'UIDs ') : '';
  const named = numbers.map(shorten);
  if (all > numbers.length) named.push(`${number(all - numbers.length)} weitere`);
  return `Die Suche hat ${count(all, 'eine Mail', 'Mails')} gefunden${sorted ? ', in dieser Reihenfolge' : ''}: ${kind}${list(named)}.${upTo(modseq)}`;
}

/** Nummer; Nummern; UIDs */
function several(set: string, kind: string): string {
  return `${kind}${/^\d+$/.test(set) ? '' : kind === 'UID' ? 's' : 'n'}`;
}

/** "1:500 2,4:7", "1:500 NIL" */
function part(value: string, kind: string): string {
  const [range = '', set = ''] = value.split(' ');
  const none = set === '' || set.toUpperCase() === 'NIL';
  return `an den Plätzen ${range.replace(':', ' bis ')} des Ergebnisses ${none ? 'nichts' : `die ${several(set, kind)} ${spread(set)}`}`;
}

/** "0 44 2 33:34": places and sets in turn (RFC 5267 §4.3). */
function placed(value: string): string {
  return spread(value.split(' ').filter((_, i) => i % 2 === 1).join(','));
}

/** `kind`: what the numbers are; `sorted`: they answer SORT, whose order counts (RFC 5267 §3.1). */
const ESEARCH: Readonly<Record<string, (value: string, kind: string, sorted: boolean) => string>> = {
  MIN: (v, kind, sorted) => (sorted ? `${kind} ${v} an erster Stelle` : `kleinste ${kind} ${v}`),
  MAX: (v, kind, sorted) => (sorted ? `${kind} ${v} an letzter Stelle` : `größte ${kind} ${v}`),
  ALL: (v, kind, sorted) => `${several(v, kind)} ${spread(v)}${sorted ? ' in dieser Reihenfolge' : ''}`,
  MODSEQ: (v) => `Nummer der letzten Änderung ${v}`,
  PARTIAL: part,
  ADDTO: (v, kind) => `neu im Ergebnis: ${kind} ${placed(v)}`,
  REMOVEFROM: (v, kind) => `nicht mehr im Ergebnis: ${kind} ${placed(v)}`,
  RELEVANCY: (v) => `Relevanz von 1 bis 100, in dieser Reihenfolge: ${list(shorten(v).split(' '))}`,
};

export function esearch({ items, uid, mailbox, sorted }: ImapResponseNotes['imap.untagged.esearch']): string {
  const where = mailbox === undefined ? 'Die Suche' : `Die Suche im Postfach ${shorten(mailbox)}`;
  if (items.length === 0) return `${where} hat keine Mail gefunden.`;
  const counted = items.find(({ name, value }) => name === 'COUNT' && /^\d{1,15}$/.test(value ?? ''));
  const kind = uid ? 'UID' : 'Nummer';
  const told = items.flatMap((item) => (item === counted ? [] : [ESEARCH[item.name]?.(shorten(item.value ?? ''), kind, sorted) ?? shorten(`${item.name} ${item.value ?? ''}`)]));
  if (counted === undefined) return `${where} ergibt: ${told.join('; ')}.`;
  const all = Number(counted.value);
  return `${where} hat ${all === 0 ? 'keine Mail' : count(all, 'eine Mail', 'Mails')} gefunden${told.length === 0 ? '' : `: ${told.join('; ')}`}.`;
}
