/** Fields, slices and functions of fields: what has values in every entry. */
import type { FilterType } from '../model/filter.js';
import { formatAddress } from './address.js';
import type { Operand, Range } from './ast.js';
import { FilterError } from './filter-error.js';
import { findField, similarNames } from './fields.js';
import type { Counterpart } from './literal.js';
import { isTextual, octetsOf, readerOf, type Reader, type Value } from './values.js';

/** An operand that has values. */
export interface Source extends Counterpart {
  readonly read: Reader;
}

type Call = Extract<Operand, { readonly kind: 'call' }>;
type Slice = Extract<Operand, { readonly kind: 'slice' }>;

/** `expression`: the whole text. Undefined where the operand is a value, or a word that is no field. */
export function sourceOperand(operand: Operand, expression: string): Source | undefined {
  switch (operand.kind) {
    case 'word': {
      const row = findField(operand.text);
      if (row === undefined) return undefined;
      return { type: row.type, name: operand.text, most: row.most, folds: row.type === 'word', read: readerOf(row) };
    }
    case 'call':
      return callOf(operand, expression);
    case 'slice':
      return sliceOf(operand, expression);
    case 'string':
    case 'character':
      return undefined;
  }
}

/** Where there must be one. */
export function requiredSource(operand: Operand, expression: string): Source {
  const source = sourceOperand(operand, expression);
  if (source !== undefined) return source;
  if (operand.kind !== 'word') throw new FilterError('no-field', {}, operand.place);
  throw new FilterError('unknown-field', { name: operand.text, similar: similarNames(operand.text) }, operand.place);
}

interface FunctionRow {
  readonly takes: (type: FilterType) => boolean;
  readonly gives: FilterType;
  readonly folds: boolean;
  readonly of: (values: readonly Value[], type: FilterType) => readonly Value[];
}

const FUNCTIONS: Readonly<Record<string, FunctionRow>> = {
  upper: { takes: isTextual, gives: 'text', folds: false, of: (values) => values.map((value) => String(value).toUpperCase()) },
  lower: { takes: isTextual, gives: 'text', folds: false, of: (values) => values.map((value) => String(value).toLowerCase()) },
  len: { takes: isTextual, gives: 'number', folds: false, of: (values, type) => values.map((value) => lengthOf(String(value), type)) },
  count: { takes: () => true, gives: 'number', folds: false, of: (values) => (values.length === 0 ? values : [values.length]) },
  string: {
    takes: (type) => type === 'number' || type === 'boolean' || type === 'ipv4' || type === 'ipv6',
    gives: 'text',
    folds: false,
    of: (values, type) => values.map((value) => (typeof value === 'bigint' ? formatAddress(value, type === 'ipv4' ? 'ipv4' : 'ipv6') : String(value))),
  },
};

/** In octets. */
function lengthOf(text: string, type: FilterType): number {
  return type === 'octets' ? text.length : Buffer.byteLength(text, 'utf8');
}

function callOf({ name, args, place }: Call, expression: string): Source {
  const row = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (row === undefined) throw new FilterError('unknown-function', { name, known: Object.keys(FUNCTIONS) }, place);
  const [argument, ...more] = args;
  if (argument === undefined || more.length > 0) throw new FilterError('one-argument', { name }, place);
  const { type, name: field, read } = requiredSource(argument, expression);
  if (!row.takes(type)) throw new FilterError('bad-argument', { name, field, type }, argument.place);
  return {
    type: row.gives,
    name: expression.slice(place.start, place.end),
    folds: row.folds,
    read: (entry, session) => row.of(read(entry, session), type),
  };
}

function sliceOf({ of, ranges, place }: Slice, expression: string): Source {
  const { type, name, read, folds } = requiredSource(of, expression);
  if (!isTextual(type)) throw new FilterError('bad-slice', { field: name, type }, of.place);
  if (!ranges.every(isRange)) throw new FilterError('bad-range', {}, place);
  return {
    type: 'octets',
    name: expression.slice(place.start, place.end),
    folds,
    read: (entry, session) =>
      read(entry, session).flatMap((value) => {
        const octets = type === 'octets' ? String(value) : octetsOf(String(value));
        const pieces = ranges.map((range) => cut(octets, range));
        return pieces.every((piece) => piece !== undefined) ? [pieces.join('')] : [];
      }),
  };
}

function isRange({ start, length, end }: Range): boolean {
  if (length !== undefined) return length > 0;
  return end === undefined || (start < 0) !== (end < 0) || start <= end;
}

/** Undefined where the text is too short: a slice is there whole or not at all. */
function cut(octets: string, { start, length, end }: Range): string | undefined {
  const first = fromStart(start, octets);
  const last = end === undefined ? (length === undefined ? octets.length : first + length) : fromStart(end, octets) + 1;
  return first < 0 || first >= octets.length || last > octets.length || last <= first ? undefined : octets.slice(first, last);
}

function fromStart(offset: number, { length }: string): number {
  return offset < 0 ? length + offset : offset;
}
