/** A value that was written, as the type of the field that it is held against asks for. */
import type { FilterType } from '../model/filter.js';
import { parseNetwork } from './address.js';
import type { Operand } from './ast.js';
import { FilterError } from './filter-error.js';
import { parseDuration, parseMoment, type Zone } from './moment.js';
import { octetsOf, type Value } from './values.js';

export interface Literal {
  readonly value: Value;
  /** Of a network: what of an address counts. */
  readonly mask?: bigint;
}

/** What the literal is held against. */
export interface Counterpart {
  readonly type: FilterType;
  /** As it was written. */
  readonly name: string;
  readonly most?: number | undefined;
  /** Compared without case. */
  readonly folds: boolean;
}

export type Written = Extract<Operand, { readonly kind: 'word' | 'string' | 'character' }>;

/** Throws FilterError where it is no value of that type. */
export function literalOf(written: Written, counterpart: Counterpart, zone: Zone): Literal {
  const literal = read(written, counterpart, zone);
  if (literal !== undefined) return literal;
  const { type, name, most } = counterpart;
  throw new FilterError('bad-value', { text: textOf(written), field: name, type, most }, written.place);
}

/** The characters that it stands for. */
export function textOf(written: Written): string {
  return written.kind === 'character' ? String.fromCodePoint(written.code) : written.text;
}

function read(written: Written, { type, most, folds }: Counterpart, zone: Zone): Literal | undefined {
  const text = textOf(written);
  switch (type) {
    case 'text':
    case 'word':
      return { value: folds ? text.toLowerCase() : text };
    case 'octets':
    case 'protocol':
      return { value: octets(written, type, folds) };
    case 'number':
      return valued(numberOf(written, most));
    case 'boolean':
      return valued(booleanOf(text) ?? numberOf(written, undefined));
    case 'ipv4':
    case 'ipv6': {
      const network = parseNetwork(text, type);
      return network === undefined ? undefined : { value: network.address, mask: network.mask };
    }
    case 'time':
      return valued(parseMoment(text, zone));
    case 'duration':
      return valued(parseDuration(text));
    case 'label':
      return undefined;
  }
}

function valued(value: Value | undefined): Literal | undefined {
  return value === undefined ? undefined : { value };
}

const WHOLE = /^(-?)(0x[0-9a-f]+|0b[01]+|0[0-7]*|[1-9]\d*)$/i;

/** Decimal, `0x`, `0b`, octal with a leading 0 as in C, or a character's number. */
function numberOf(written: Written, most: number | undefined): number | undefined {
  if (written.kind === 'character') return written.code;
  const match = WHOLE.exec(written.text);
  if (match === null) return undefined;
  const [, sign, digits = ''] = match;
  const number = Number(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
  if (most !== undefined && number > most) return undefined;
  return sign === '-' ? -number : number;
}

function booleanOf(text: string): number | undefined {
  const word = text.toLowerCase();
  return word === 'true' ? 1 : word === 'false' ? 0 : undefined;
}

const HEXADECIMAL = /^(?:0x[0-9a-f]{1,2}|[0-9a-f]{1,2}(?:[:.-][0-9a-f]{1,2})*)$/i;

/** Without quotes, hexadecimal octets: `45:48`, `0x45`; a protocol's are told from words by their signs. */
function octets(written: Written, type: 'octets' | 'protocol', folds: boolean): string {
  const text = textOf(written);
  const isHexadecimal = written.kind === 'word' && HEXADECIMAL.test(text) && (type === 'octets' || /[:.-]|^0x/.test(text));
  if (!isHexadecimal) return type === 'octets' ? octetsOf(folds ? text.toLowerCase() : text) : text;
  const found = text.replace(/^0x/i, '').split(/[:.-]/);
  const value = String.fromCharCode(...found.map((octet) => parseInt(octet, 16)));
  return folds ? value.toLowerCase() : value;
}

