/**
 * The parameters of MAIL and RCPT, a row a keyword: where it may stand, which extension brings it, where it is specified,
 * and how its value is decoded (RFC 5321 §4.1.1.11). A value that is not of its form is told as such, not guessed at.
 */
import type { OddParameter, Parameter, ParameterKeyword, ParameterList, ParameterValues } from '../../model/notes/smtp-parameters.js';
import type { ParameterWord } from './command-parser.js';
import { decodeUnicodeEscapes, decodeXtext } from './xtext.js';

interface ParameterRow<V> {
  readonly on: 'MAIL' | 'RCPT' | 'both';
  /** Its EHLO keyword; by value where several bring values of their own. */
  readonly extension: string | ((value: V) => string);
  readonly reference: string;
  /** `value`: behind the equals sign, undefined without one; the result is undefined where the value is not of its form. */
  readonly decode: (value: string | undefined) => V | undefined;
}

type Decode<K extends ParameterKeyword> = (value: string | undefined) => ParameterValues[K] | undefined;

const NOTHING: Record<string, never> = {};

/** A keyword that stands alone. */
function alone(value: string | undefined): Record<string, never> | undefined {
  return value === undefined ? NOTHING : undefined;
}

/** For values of a given form: `make` gets its groups. */
function formed<V>(form: RegExp, make: (groups: readonly string[]) => V): (value: string | undefined) => V | undefined {
  return (value) => {
    const match = value === undefined ? null : form.exec(value);
    return match === null ? undefined : make(match.map((group) => group ?? ''));
  };
}

/** For values in xtext. */
function xtext<V>(make: (text: string) => V): (value: string | undefined) => V | undefined {
  return (value) => {
    const text = value === undefined ? undefined : decodeXtext(value);
    return text === undefined || text === '' ? undefined : make(text);
  };
}

const originalRecipient: Decode<'ORCPT'> = (value) => {
  const match = /^([^;]+);(.+)$/.exec(value ?? '');
  const type = match?.[1]!.toLowerCase();
  const text = match === null ? undefined : decodeXtext(match[2]!);
  if (type === undefined || text === undefined) return undefined;
  return { type, address: type === 'utf-8' ? decodeUnicodeEscapes(text) : text };
};

const reports: Decode<'NOTIFY'> = (value) => {
  const cases = (value ?? '').toUpperCase().split(',');
  const known = cases.filter((word) => word === 'SUCCESS' || word === 'FAILURE' || word === 'DELAY');
  if (cases.length === 1 && cases[0] === 'NEVER') return { cases: ['NEVER'] };
  return known.length === cases.length ? { cases: known } : undefined;
};

const upper = <T extends string>(text: string): T => text.toUpperCase() as T;

const PARAMETERS: { readonly [K in ParameterKeyword]: ParameterRow<ParameterValues[K]> } = {
  SIZE: { on: 'MAIL', extension: 'SIZE', reference: 'RFC 1870', decode: formed(/^\d{1,15}$/, ([digits]) => ({ octets: Number(digits) })) },
  BODY: {
    on: 'MAIL',
    extension: ({ type }) => (type === 'BINARYMIME' ? 'BINARYMIME' : '8BITMIME'),
    reference: 'RFC 6152',
    decode: formed(/^(?:7BIT|8BITMIME|BINARYMIME)$/i, ([word]) => ({ type: upper(word!) })),
  },
  SMTPUTF8: { on: 'MAIL', extension: 'SMTPUTF8', reference: 'RFC 6531', decode: alone },
  'ALT-ADDRESS': { on: 'both', extension: 'UTF8SMTP', reference: 'RFC 5336', decode: xtext((address) => ({ address })) },
  RET: { on: 'MAIL', extension: 'DSN', reference: 'RFC 3461 §4.3', decode: formed(/^(?:FULL|HDRS)$/i, ([word]) => ({ part: upper(word!) })) },
  ENVID: { on: 'MAIL', extension: 'DSN', reference: 'RFC 3461 §4.4', decode: xtext((id) => ({ id })) },
  NOTIFY: { on: 'RCPT', extension: 'DSN', reference: 'RFC 3461 §4.1', decode: reports },
  ORCPT: { on: 'RCPT', extension: 'DSN', reference: 'RFC 3461 §4.2', decode: originalRecipient },
  AUTH: { on: 'MAIL', extension: 'AUTH', reference: 'RFC 4954 §5', decode: xtext((text) => ({ mailbox: text === '<>' ? '' : text })) },
  SUBMITTER: { on: 'MAIL', extension: 'SUBMITTER', reference: 'RFC 4405', decode: xtext((address) => ({ address })) },
  BY: {
    on: 'MAIL',
    extension: 'DELIVERBY',
    reference: 'RFC 2852',
    decode: formed(/^(-?\d{1,9});([RN])(T?)$/i, ([, seconds, mode, trace]) => ({ seconds: Number(seconds), mode: upper(mode!), trace: trace !== '' })),
  },
  HOLDFOR: { on: 'MAIL', extension: 'FUTURERELEASE', reference: 'RFC 4865', decode: formed(/^\d{1,9}$/, ([digits]) => ({ seconds: Number(digits) })) },
  HOLDUNTIL: { on: 'MAIL', extension: 'FUTURERELEASE', reference: 'RFC 4865', decode: formed(/^\d{4}-\d\d-\d\dT[\d:.Zz+-]+$/i, ([time]) => ({ time: time! })) },
  REQUIRETLS: { on: 'MAIL', extension: 'REQUIRETLS', reference: 'RFC 8689', decode: alone },
  'MT-PRIORITY': { on: 'MAIL', extension: 'MT-PRIORITY', reference: 'RFC 6710', decode: formed(/^[+-]?\d$/, ([level]) => ({ level: Number(level) })) },
  MTRK: {
    on: 'MAIL',
    extension: 'MTRK',
    reference: 'RFC 3885',
    decode: formed(/^[A-Za-z0-9+/]+=*(?::(\d{1,9}))?$/, ([, seconds]) => ({ seconds: seconds === '' ? undefined : Number(seconds) })),
  },
  SOLICIT: { on: 'MAIL', extension: 'NO-SOLICITING', reference: 'RFC 3865', decode: formed(/^[^\s,]+(?:,[^\s,]+)*$/, ([words]) => ({ keywords: words!.split(',') })) },
  TRANSID: { on: 'MAIL', extension: 'CHECKPOINT', reference: 'RFC 1845', decode: formed(/^<?([^<>]+)>?$/, ([, id]) => ({ id: id! })) },
  CONPERM: { on: 'MAIL', extension: 'CONPERM', reference: 'RFC 4141', decode: alone },
  CONNEG: { on: 'RCPT', extension: 'CONNEG', reference: 'RFC 4141', decode: alone },
  RRVS: {
    on: 'RCPT',
    extension: 'RRVS',
    reference: 'RFC 7293',
    decode: formed(/^(\d{4}-\d\d-\d\dT[\d:.Zz+-]+)(?:;([RC]))?$/i, ([, since, action]) => ({ since: since!, action: action === '' ? 'R' : upper(action!) })),
  },
  PRDR: { on: 'MAIL', extension: 'PRDR', reference: 'draft-hall-prdr', decode: alone },
  XVERP: { on: 'MAIL', extension: 'XVERP', reference: 'Postfix VERP_README', decode: (value) => ({ delimiters: value }) },
};

/** Parameters of a command that are read; those behind them are beyond any line that a server takes. */
const MOST = 32;

/** `offered`: the keywords of the last EHLO reply; undefined where it was not seen whole. */
export function readParameters(verb: 'MAIL' | 'RCPT', words: readonly ParameterWord[], offered: ReadonlySet<string> | undefined): ParameterList {
  const parameters: Parameter[] = [];
  const odd: OddParameter[] = [];
  const needed = new Set<string>();
  for (const word of words.slice(0, MOST)) {
    const { keyword } = word;
    if (!isParameter(keyword)) odd.push(oddOf(word, 'unknown'));
    else if (PARAMETERS[keyword].on !== 'both' && PARAMETERS[keyword].on !== verb) odd.push(oddOf(word, 'misplaced', keyword));
    else if (parameters.some((earlier) => earlier.keyword === keyword)) odd.push(oddOf(word, 'repeated', keyword));
    else decodeInto(keyword, word, parameters, odd, needed);
  }
  return { parameters, odd, unoffered: offered === undefined ? [] : [...needed].filter((extension) => !offered.has(extension)) };
}

function decodeInto<K extends ParameterKeyword>(
  keyword: K,
  word: ParameterWord,
  parameters: Parameter[],
  odd: OddParameter[],
  needed: Set<string>,
): void {
  const { decode, extension }: ParameterRow<ParameterValues[K]> = PARAMETERS[keyword];
  const value = decode(word.value);
  if (value === undefined) {
    odd.push(oddOf(word, 'malformed', keyword));
    return;
  }
  parameters.push({ keyword, value } as Parameter);
  needed.add(typeof extension === 'string' ? extension : extension(value));
}

function oddOf({ keyword, value }: ParameterWord, fault: OddParameter['fault'], known?: ParameterKeyword): OddParameter {
  return { keyword, value, fault, reference: known === undefined ? undefined : PARAMETERS[known].reference };
}

function isParameter(keyword: string): keyword is ParameterKeyword {
  return Object.hasOwn(PARAMETERS, keyword);
}
