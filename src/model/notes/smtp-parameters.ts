/** The parameters of MAIL and RCPT with what they say, decoded: one line a keyword. Durations are seconds. */

type Nothing = Record<string, never>;

export interface ParameterValues {
  SIZE: { octets: number };
  BODY: { type: '7BIT' | '8BITMIME' | 'BINARYMIME' };
  SMTPUTF8: Nothing;
  'ALT-ADDRESS': { address: string };
  RET: { part: 'FULL' | 'HDRS' };
  ENVID: { id: string };
  NOTIFY: { cases: readonly ('NEVER' | 'SUCCESS' | 'FAILURE' | 'DELAY')[] };
  /** `type` as in RFC 3461 §4.2: `rfc822`, `utf-8` and others. */
  ORCPT: { type: string; address: string };
  /** Empty where it is left open who submitted the mail. */
  AUTH: { mailbox: string };
  SUBMITTER: { address: string };
  /** Negative where the time is already past; `R` returns what comes too late, `N` only tells. */
  BY: { seconds: number; mode: 'R' | 'N'; trace: boolean };
  HOLDFOR: { seconds: number };
  HOLDUNTIL: { time: string };
  REQUIRETLS: Nothing;
  'MT-PRIORITY': { level: number };
  MTRK: { seconds: number | undefined };
  SOLICIT: { keywords: readonly string[] };
  TRANSID: { id: string };
  CONPERM: Nothing;
  CONNEG: Nothing;
  /** `R`: refuse, `C`: leave the decision to later hops. */
  RRVS: { since: string; action: 'R' | 'C' };
  PRDR: Nothing;
  XVERP: { delimiters: string | undefined };
}

export type ParameterKeyword = keyof ParameterValues;

export type Parameter = { [K in ParameterKeyword]: { readonly keyword: K; readonly value: ParameterValues[K] } }[ParameterKeyword];

/** A parameter that is not what a specification says. */
export interface OddParameter {
  readonly keyword: string;
  readonly value: string | undefined;
  /** No known extension has it; its value is not of its form; it belongs to the other command; it stood before. */
  readonly fault: 'unknown' | 'malformed' | 'misplaced' | 'repeated';
  /** Where its form is specified; undefined for one that is unknown. */
  readonly reference: string | undefined;
}

export interface ParameterList {
  readonly parameters: readonly Parameter[];
  readonly odd: readonly OddParameter[];
  /** Extensions that these parameters need and the server has not offered. */
  readonly unoffered: readonly string[];
}
