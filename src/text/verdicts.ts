/**
 * What servers on the way wrote down of their checks: Received-SPF (RFC 7208 §9.1), Authentication-Results (RFC 8601 §2.2),
 * and the points of SpamAssassin. Reads values for the sentences of them; what has another form is left out.
 */

/** Characters of a field that are read. */
const LONGEST = 2000;
/** Results that are told. */
const TOLD = 8;

/** RFC 7208 §2.6. */
export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';
const SPF_RESULTS: ReadonlySet<string> = new Set(['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror']);

export interface SpfVerdict {
  readonly result: SpfResult;
  readonly address: string | undefined;
  /** The sender of the envelope, or the name in HELO where there was none. */
  readonly sender: string | undefined;
}

export function spfOf(value: string): SpfVerdict | undefined {
  const text = value.slice(0, LONGEST);
  const result = /^[a-z]+/i.exec(text)?.[0].toLowerCase();
  if (result === undefined || !SPF_RESULTS.has(result)) return undefined;
  const said = (name: string): string | undefined => new RegExp(`\\b${name}="?<?([^\\s;">]+)`, 'i').exec(text)?.[1];
  return { result: result as SpfResult, address: said('client-ip'), sender: said('envelope-from') ?? said('helo') };
}

export interface MethodResult {
  /** spf, dkim, dmarc, arc, iprev, auth … */
  readonly method: string;
  /** pass, fail, none … */
  readonly result: string;
  /** What was checked: a domain or an address. */
  readonly subject: string | undefined;
}

export interface AuthenticationVerdict {
  /** Whose results they are. */
  readonly server: string;
  readonly results: readonly MethodResult[];
}

const METHOD = /^([a-z][a-z0-9-]*)(?:\/\d+)? *= *([a-z]+)/i;
const SUBJECT = /\b(?:smtp\.mailfrom|smtp\.mail|smtp\.helo|header\.from|header\.d|header\.i|policy\.iprev|smtp\.auth) *= *"?([^\s;"]+)/i;

export function authenticationOf(value: string): AuthenticationVerdict | undefined {
  const [first = '', ...statements] = withoutComments(value.slice(0, LONGEST)).split(';');
  const server = first.trim().split(/\s/, 1)[0] ?? '';
  const results = statements.flatMap((statement): readonly MethodResult[] => {
    const text = statement.trim();
    const [, method, result] = METHOD.exec(text) ?? [];
    if (method === undefined || result === undefined) return [];
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), subject: SUBJECT.exec(text)?.[1] }];
  });
  return server === '' || results.length === 0 ? undefined : { server, results: results.slice(0, TOLD) };
}

function withoutComments(text: string): string {
  let kept = '';
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (depth === 0) kept += character;
    if (character === ')' && depth > 0) depth--;
  }
  return kept;
}

/** What tests of SpamAssassin look at, of those that a receiver can check before it has read the mail. */
export type SpamTest = 'no-name' | 'block-list' | 'white-list' | 'spf-pass' | 'spf-fail' | 'dynamic' | 'helo';

const TESTS: readonly (readonly [form: RegExp, test: SpamTest])[] = [
  [/^RDNS_NONE$/, 'no-name'],
  [/^RDNS_DYNAMIC$|_DYNAMIC$|^DYN_/, 'dynamic'],
  [/^RCVD_IN_(?:DNSWL|IADB|MSPIKE_W|BONDEDSENDER|BSP)/, 'white-list'],
  [/^RCVD_IN_/, 'block-list'],
  [/^SPF_(?:HELO_)?PASS$/, 'spf-pass'],
  [/^SPF_(?:HELO_)?(?:SOFT)?FAIL$/, 'spf-fail'],
  [/^HELO_/, 'helo'],
];

export interface SpamVerdict {
  readonly isSpam: boolean;
  readonly score: string | undefined;
  readonly required: string | undefined;
  readonly tests: readonly SpamTest[];
}

/** `No, score=-1.9 required=5.0 tests=BAYES_00,RCVD_IN_DNSWL_MED` */
export function spamOf(value: string): SpamVerdict | undefined {
  const text = value.slice(0, LONGEST);
  const isSpam = /^(yes|no)\b/i.exec(text)?.[1]?.toLowerCase();
  if (isSpam === undefined) return undefined;
  const names = /\btests=\[?([A-Z0-9_,=.\s-]*)/.exec(text)?.[1]?.split(/[,\s]+/) ?? [];
  const known = names.flatMap((name) => TESTS.find(([form]) => form.test(name.split('=', 1)[0]!))?.[1] ?? []);
  return {
    isSpam: isSpam === 'yes',
    score: /\b(?:score|hits)=(-?\d+(?:\.\d+)?)/.exec(text)?.[1],
    required: /\brequired=(-?\d+(?:\.\d+)?)/.exec(text)?.[1],
    tests: [...new Set(known)],
  };
}
