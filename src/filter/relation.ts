/**
 * Comparisons of a field with a value or another field. Where a field has several values, `==` asks for any of them,
 * `!=` for all, as in Wireshark 4; a field that is not there never matches, whatever is asked of it.
 */
import type { Comparison, Membership, Operand, Quantifier, Relation } from './ast.js';
import { FilterError } from './filter-error.js';
import { literalOf, textOf, type Literal, type Written } from './literal.js';
import type { Zone } from './moment.js';
import { requiredSource, sourceOperand, type Source } from './operand.js';
import { compilePattern } from './pattern.js';
import { areComparable, isTextual, octetsOf, order, type Reader, type Value } from './values.js';
import type { Predicate } from './predicate.js';

export interface Circumstances {
  /** The whole text. */
  readonly expression: string;
  readonly zone: Zone;
}

interface OperatorRow {
  readonly holds: (order: number) => boolean;
  /** Of several values. */
  readonly asks: Quantifier;
}

const isEqual = (found: number): boolean => found === 0;
const differs = (found: number): boolean => found !== 0;

const ANY_EQUAL: OperatorRow = { holds: isEqual, asks: 'any' };
const ALL_EQUAL: OperatorRow = { holds: isEqual, asks: 'all' };
const ALL_DIFFER: OperatorRow = { holds: differs, asks: 'all' };
const ANY_DIFFERS: OperatorRow = { holds: differs, asks: 'any' };
const GREATER: OperatorRow = { holds: (found) => found > 0, asks: 'any' };
const LESS: OperatorRow = { holds: (found) => found < 0, asks: 'any' };
const AT_LEAST: OperatorRow = { holds: (found) => found >= 0, asks: 'any' };
const AT_MOST: OperatorRow = { holds: (found) => found <= 0, asks: 'any' };

const OPERATORS: Readonly<Record<string, OperatorRow>> = {
  '==': ANY_EQUAL, 'eq': ANY_EQUAL, 'any_eq': ANY_EQUAL,
  '===': ALL_EQUAL, 'all_eq': ALL_EQUAL,
  '!=': ALL_DIFFER, 'ne': ALL_DIFFER, 'all_ne': ALL_DIFFER,
  '!==': ANY_DIFFERS, '~=': ANY_DIFFERS, 'any_ne': ANY_DIFFERS,
  '>': GREATER, 'gt': GREATER, '<': LESS, 'lt': LESS,
  '>=': AT_LEAST, 'ge': AT_LEAST, '<=': AT_MOST, 'le': AT_MOST,
};

/** The operator when its sides change places. */
const MIRRORED: Readonly<Record<string, string>> = { '>': '<', 'gt': '<', '<': '>', 'lt': '>', '>=': '<=', 'ge': '<=', '<=': '>=', 'le': '>=' };

/** `a < b < c` is `a < b and b < c`. */
export function compileRelation({ quantifier, left, comparisons }: Relation, circumstances: Circumstances): Predicate {
  const tests: Predicate[] = [];
  let side = left;
  for (const comparison of comparisons) {
    tests.push(compileComparison(side, comparison, quantifier, circumstances));
    side = comparison.right;
  }
  const [only] = tests;
  return tests.length === 1 ? only! : (entry, session) => tests.every((test) => test(entry, session));
}

function compileComparison(left: Operand, { operator, right }: Comparison, quantifier: Quantifier | undefined, circumstances: Circumstances): Predicate {
  const { expression } = circumstances;
  if (operator === 'contains') return compileContains(requiredSource(left, expression), right, quantifier, circumstances);
  if (operator === 'matches' || operator === '~') return compileMatches(requiredSource(left, expression), left, right, quantifier);
  const row = OPERATORS[operator]!;
  const source = sourceOperand(left, expression);
  const other = sourceOperand(right, expression);
  const asks = quantifier ?? row.asks;
  if (source !== undefined && other !== undefined) {
    refuseLabel(source, operator, left);
    return compareSources(source, other, row.holds, asks, right);
  }
  if (source !== undefined) return compareLiteral(source, left, operator, right, asks, circumstances);
  // A value may stand on the left, too.
  if (other === undefined) requiredSource(left.kind === 'word' || right.kind !== 'word' ? left : right, expression);
  return compareLiteral(requiredSource(other === undefined ? left : right, expression), right, MIRRORED[operator] ?? operator, left, asks, circumstances);
}

function compareLiteral(source: Source, operand: Operand, operator: string, value: Operand, asks: Quantifier, { zone }: Circumstances): Predicate {
  refuseLabel(source, operator, operand);
  const literal = literalOf(value as Written, source, zone);
  const { holds } = OPERATORS[operator]!;
  return quantified(folded(source), asks, (found) => holds(orderTo(found, literal)));
}

/** What has no value can only be asked for. */
function refuseLabel({ type, name }: Source, operator: string, { place }: Operand): void {
  if (type === 'label') throw new FilterError('bad-operator', { operator, field: name, type }, place);
}

/** Of a network both sides count as far as its mask goes. */
function orderTo(found: Value, { value, mask }: Literal): number {
  if (mask === undefined || typeof found !== 'bigint' || typeof value !== 'bigint') return order(found, value);
  return order(found & mask, value & mask);
}

function compareSources(a: Source, b: Source, holds: OperatorRow['holds'], asks: Quantifier, right: Operand): Predicate {
  if (!areComparable(a.type, b.type)) throw new FilterError('types-differ', { left: a.name, right: b.name }, right.place);
  const folds = a.folds || b.folds;
  const inOctets = a.type === 'octets' || b.type === 'octets';
  const readA = alike(a, folds, inOctets);
  const readB = alike(b, folds, inOctets);
  return (entry, session) => {
    const others = readB(entry, session);
    const values = readA(entry, session);
    if (others.length === 0 || values.length === 0) return false;
    const test = (value: Value): boolean =>
      asks === 'any' ? others.some((other) => holds(order(value, other))) : others.every((other) => holds(order(value, other)));
    return asks === 'any' ? values.some(test) : values.every(test);
  };
}

/** Values of both sides in one form. */
function alike({ read, type }: Source, folds: boolean, inOctets: boolean): Reader {
  const toOctets = inOctets && type !== 'octets';
  if (!folds && !toOctets) return read;
  return (entry, session) =>
    read(entry, session).map((value) => {
      if (typeof value !== 'string') return value;
      const text = folds ? value.toLowerCase() : value;
      return toOctets ? octetsOf(text) : text;
    });
}

function folded(source: Source): Reader {
  return alike(source, source.folds, false);
}

function quantified(read: Reader, asks: Quantifier, test: (value: Value) => boolean): Predicate {
  if (asks === 'any') return (entry, session) => read(entry, session).some(test);
  return (entry, session) => {
    const values = read(entry, session);
    return values.length > 0 && values.every(test);
  };
}

function compileContains(source: Source, right: Operand, quantifier: Quantifier | undefined, { expression, zone }: Circumstances): Predicate {
  const { type, name } = source;
  if (!isTextual(type)) throw new FilterError('bad-operator', { operator: 'contains', field: name, type }, right.place);
  const other = sourceOperand(right, expression);
  if (other === undefined) {
    const part = String(literalOf(right as Written, source, zone).value);
    return quantified(folded(source), quantifier ?? 'any', (value) => String(value).includes(part));
  }
  if (!isTextual(other.type)) throw new FilterError('types-differ', { left: name, right: other.name }, right.place);
  const folds = source.folds || other.folds;
  const inOctets = type === 'octets' || other.type === 'octets';
  const readPart = alike(other, folds, inOctets);
  const read = alike(source, folds, inOctets);
  return (entry, session) => {
    const parts = readPart(entry, session);
    return quantified(read, quantifier ?? 'any', (value) => parts.some((part) => String(value).includes(String(part))))(entry, session);
  };
}

function compileMatches({ type, name, read }: Source, left: Operand, right: Operand, quantifier: Quantifier | undefined): Predicate {
  if (!isTextual(type)) throw new FilterError('bad-operator', { operator: 'matches', field: name, type }, left.place);
  if (right.kind !== 'string') throw new FilterError('pattern-text', {}, right.place);
  const matches = compilePattern(textOf(right), right.place);
  return quantified(read, quantifier ?? 'any', (value) => matches(String(value)));
}

/** `not in` is the contrary of `in`, also where the field is not there. */
export function compileMembership({ quantifier, left, negated, members }: Membership, { expression, zone }: Circumstances): Predicate {
  const source = requiredSource(left, expression);
  refuseLabel(source, 'in', left);
  const ranges = members.map(({ low, high }) => {
    const from = literalOf(low as Written, source, zone);
    return { from, to: high === undefined ? undefined : literalOf(high as Written, source, zone) };
  });
  const isMember = quantified(folded(source), quantifier ?? 'any', (value) =>
    ranges.some(({ from, to }) => (to === undefined ? orderTo(value, from) === 0 : orderTo(value, from) >= 0 && orderTo(value, to) <= 0)),
  );
  return negated ? (entry, session) => !isMember(entry, session) : isMember;
}
