/** Which sessions the list shows, in which order, and what they come to: worked out in pieces, for there may be hundreds of thousands. */
import type { SessionRow } from '../model/archive.js';
import type { Severity } from '../model/finding.js';
import type { ListColumn } from '../text/index.js';
import { PIECE, sortInPieces, type Compare } from './sorting.js';

type Key = (row: SessionRow) => number | string;

const GRAVITY: Readonly<Record<Severity, number>> = { critical: 1e12, warning: 1e8, notice: 1e4, info: 1 };

const KEYS: Readonly<Record<ListColumn, Key>> = {
  number: ({ id }) => id,
  start: ({ start }) => (Number.isNaN(start.seconds) ? 0 : start.seconds + start.fraction / 10 ** start.digits),
  protocol: ({ protocol }) => protocol,
  client: ({ client }) => counted((client.name ?? client.address).toLowerCase()),
  server: ({ server }) => counted((server.name ?? server.address).toLowerCase()),
  user: ({ user }) => (user ?? '').toLowerCase(),
  parties: ({ from, to, mailbox }) => [from, ...to, mailbox].filter((part) => part !== undefined).join(' ').toLowerCase(),
  mails: ({ mails }) => mails,
  bytes: ({ bytes }) => bytes.client + bytes.server,
  duration: ({ duration }) => duration ?? 0,
  captures: ({ captures }) => counted(captures.join(' ')),
  outcome: ({ outcome }) => outcome.key,
  findings: ({ findings }) => (Object.keys(GRAVITY) as Severity[]).reduce((sum, severity) => sum + GRAVITY[severity] * findings[severity], 0),
};

/** Digits that numbers are compared by: those of a port, an address, a capture. */
const DIGITS = 5;

/** 192.0.2.9 comes before 192.0.2.10, and the second capture before the tenth. */
function counted(text: string): string {
  return text.replace(/\d+/g, (number) => number.padStart(DIGITS, '0'));
}

export interface Order {
  readonly column: ListColumn;
  readonly descending: boolean;
}

/** Everything, what a filter keeps, or what a search has found: its ids, ascending. */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'kept'; keeps(row: SessionRow): boolean }
  | { readonly kind: 'found'; readonly ids: readonly number[] };

/** Over all sessions that are shown. */
export interface Totals {
  readonly mails: number;
  readonly octets: number;
}

export interface Arrangement {
  /** Undefined where these are all, by number. */
  readonly ids: readonly number[] | undefined;
  readonly totals: Totals;
}

export function* arrange(rows: readonly SessionRow[], selection: Selection, { column, descending }: Order): Generator<void, Arrangement> {
  const isByNumber = column === 'number';
  const chosen = selection.kind === 'all' && isByNumber && !descending ? undefined : yield* choose(rows, selection);
  const totals = yield* add(rows, chosen);
  if (chosen === undefined || (isByNumber && !descending)) return { ids: chosen, totals };
  if (isByNumber) return { ids: chosen.reverse(), totals };
  return { ids: yield* sortInPieces(chosen, yield* comparing(rows, chosen, KEYS[column], descending ? -1 : 1)), totals };
}

function* choose(rows: readonly SessionRow[], selection: Selection): Generator<void, number[]> {
  if (selection.kind === 'found') return selection.ids.slice();
  const ids: number[] = [];
  const { length } = rows;
  for (let at = 0; at < length; at++) {
    if (at % PIECE === 0) yield;
    if (selection.kind === 'all' || selection.keeps(rows[at]!)) ids.push(at + 1);
  }
  return ids;
}

function* add(rows: readonly SessionRow[], chosen: readonly number[] | undefined): Generator<void, Totals> {
  let mails = 0;
  let octets = 0;
  const { length } = chosen ?? rows;
  for (let at = 0; at < length; at++) {
    if (at % PIECE === 0) yield;
    const row = rows[chosen === undefined ? at : chosen[at]! - 1]!;
    const { client, server } = row.bytes;
    mails += row.mails;
    octets += client + server;
  }
  return { mails, octets };
}

/** Each key is made once. What is equal stays in the order of the numbers. */
function* comparing(rows: readonly SessionRow[], ids: readonly number[], key: Key, sign: 1 | -1): Generator<void, Compare> {
  const keys: (number | string)[] = [];
  for (let at = 0; at < ids.length; at++) {
    if (at % PIECE === 0) yield;
    keys.push(key(rows[ids[at]! - 1]!));
  }
  const places = new Uint32Array(rows.length + 1);
  for (let at = 0; at < ids.length; at++) places[ids[at]!] = at;
  return (a, b) => {
    const one = keys[places[a]!]!;
    const other = keys[places[b]!]!;
    return one < other ? -sign : one > other ? sign : a - b;
  };
}
