/** An expression as it was written: what the grammar makes and the compiler reads. Names are not looked up yet. */

/** Where it stands in the text, as offsets of characters; `end` behind the last. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Expression =
  | { readonly kind: 'and' | 'or' | 'xor'; readonly terms: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | Relation
  | Membership
  | { readonly kind: 'presence'; readonly operand: Operand };

export type Quantifier = 'any' | 'all';

/** `a < b`, or `a < b < c`, which is `a < b and b < c`. */
export interface Relation {
  readonly kind: 'relation';
  readonly quantifier: Quantifier | undefined;
  readonly left: Operand;
  readonly comparisons: readonly Comparison[];
}

export interface Comparison {
  readonly operator: string;
  readonly right: Operand;
}

export interface Membership {
  readonly kind: 'membership';
  readonly quantifier: Quantifier | undefined;
  readonly left: Operand;
  readonly negated: boolean;
  readonly members: readonly Member[];
}

/** One value, or all from `low` to `high`. */
export interface Member {
  readonly low: Operand;
  readonly high: Operand | undefined;
}

export type Operand =
  /** A field's name, or a value without quotes: which of the two the other side decides. */
  | { readonly kind: 'word'; readonly text: string; readonly place: Place }
  | { readonly kind: 'string'; readonly text: string; readonly place: Place }
  | { readonly kind: 'character'; readonly code: number; readonly place: Place }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Operand[]; readonly place: Place }
  | { readonly kind: 'slice'; readonly of: Operand; readonly ranges: readonly Range[]; readonly place: Place };

/** Of octets; negative numbers count from the end. Neither length nor end: up to the end. */
export interface Range {
  readonly start: number;
  readonly length?: number;
  /** The last octet, inclusive. */
  readonly end?: number;
}
