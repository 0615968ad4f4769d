/** English for the parameters of MAIL and RCPT: what the client announces, what it demands, and what stands there wrongly. */
import type { OddParameter, Parameter, ParameterKeyword, ParameterList, ParameterValues } from '../../model/notes/smtp-parameters.js';
import { duration, list, octets, quote, shorten } from './format.js';

/** What follows "It announces". */
type Announcements = { readonly [K in ParameterKeyword]?: (value: ParameterValues[K]) => string };

const BODIES: Readonly<Record<ParameterValues['BODY']['type'], string>> = {
  '7BIT': '7-bit text (7BIT)',
  '8BITMIME': '8-bit text (8BITMIME)',
  BINARYMIME: 'binary content (BINARYMIME)',
};

const ANNOUNCED: Announcements = {
  SIZE: (p) => `a mail of ${octets(p.octets)} (SIZE)`,
  BODY: (p) => BODIES[p.type],
  SMTPUTF8: () => 'addresses or headers in UTF-8 (SMTPUTF8)',
  SOLICIT: (p) => `advertising of the kind ${list(p.keywords.map(shorten))} (SOLICIT)`,
};

/** Sentences of their own. */
type Demands = { readonly [K in Exclude<ParameterKeyword, 'SIZE' | 'BODY' | 'SMTPUTF8' | 'SOLICIT'>]: (value: ParameterValues[K]) => string };

const CASES = { NEVER: '', SUCCESS: 'success', FAILURE: 'failure', DELAY: 'delay' } as const;

function deadline({ seconds, mode, trace }: ParameterValues['BY']): string {
  const late = mode === 'R' ? 'what comes later is to be returned' : 'if it takes longer, the sender is to be told';
  const span = seconds <= 0 ? `The time for delivery has been over for ${duration(-seconds)}` : `The mail is to be delivered within ${duration(seconds)}`;
  return `${span}; ${late} (BY).${trace ? ' Every server on the way is to report that it has passed it on.' : ''}`;
}

const DEMANDED: Demands = {
  'ALT-ADDRESS': (p) => `Where UTF-8 is not understood, ${shorten(p.address)} is to stand for the address (ALT-ADDRESS).`,
  RET: (p) => `A report of failure is to return ${p.part === 'FULL' ? 'the whole mail' : 'only the header of the mail'} (RET).`,
  ENVID: (p) => `Reports are to carry the mark ${shorten(p.id)} (ENVID).`,
  NOTIFY: (p) =>
    p.cases[0] === 'NEVER'
      ? 'It wants no report on the delivery (NOTIFY).'
      : `It wants a report in case of ${list(p.cases.map((word) => CASES[word]), 'or')} (NOTIFY).`,
  ORCPT: (p) => `For reports it keeps the original address ${shorten(p.address)} (ORCPT).`,
  AUTH: (p) =>
    p.mailbox === ''
      ? 'Who has submitted the mail is left open (AUTH).'
      : `It names ${shorten(p.mailbox)} as the one who has submitted the mail (AUTH).`,
  SUBMITTER: (p) => `It names ${shorten(p.address)} as the one who is responsible for the mail (SUBMITTER).`,
  BY: deadline,
  HOLDFOR: (p) => `The server is to hold the mail for ${duration(p.seconds)} before it sends it on (HOLDFOR).`,
  HOLDUNTIL: (p) => `The server is to hold the mail until ${shorten(p.time)} before it sends it on (HOLDUNTIL).`,
  REQUIRETLS: () => 'The mail is to be passed on over TLS alone, or not at all (REQUIRETLS).',
  'MT-PRIORITY': (p) => `It asks for priority ${p.level} on a scale from -9 to 9 (MT-PRIORITY).`,
  MTRK: (p) => `Whoever knows its secret may ask for the whereabouts of the mail${p.seconds === undefined ? '' : ` for ${duration(p.seconds)}`} (MTRK).`,
  TRANSID: (p) => `Under the mark ${shorten(p.id)} the mail can go on where it was broken off (TRANSID).`,
  CONPERM: () => 'Content may be converted on the way into what the recipient can display (CONPERM).',
  CONNEG: () => 'It asks what the recipient can display (CONNEG).',
  RRVS: (p) =>
    `The mailbox must have been in the same hands since ${shorten(p.since)}; ${p.action === 'R' ? 'otherwise the server is to refuse it' : 'a server that cannot tell is to pass the demand on'} (RRVS).`,
  PRDR: () => 'It wants a reply for each recipient behind the mail (PRDR).',
  XVERP: (p) => `Each recipient is to get the mail with a return address that names it${p.delimiters ? `, marked off by ${quote(p.delimiters)}` : ''} (XVERP).`,
};

function announcement<K extends ParameterKeyword>({ keyword, value }: { keyword: K; value: ParameterValues[K] }): string | undefined {
  return ANNOUNCED[keyword]?.(value);
}

function demand<K extends keyof Demands>({ keyword, value }: { keyword: K; value: ParameterValues[K] }): string {
  const words: (value: ParameterValues[K]) => string = DEMANDED[keyword];
  return ` ${words(value)}`;
}

function isDemand(parameter: Parameter): parameter is Extract<Parameter, { keyword: keyof Demands }> {
  return Object.hasOwn(DEMANDED, parameter.keyword);
}

/** Where Exchange has said what its parameter means, which no specification does. */
const PRIVATE: Readonly<Record<string, string>> = {
  XOORG: 'the organisation that the mail comes from, as Exchange servers tell each other',
  XATTRDIRECT: 'the direction of the mail, as Exchange servers tell each other',
  XATTRORGID: 'the organisation that the mail belongs to, as Exchange servers tell each other',
  XSYSPROBEID: 'the mark of a test, as Exchange servers tell each other',
  XMESSAGEVALUE: 'the rank of the mail, as Exchange servers tell each other',
};

function oddity({ keyword, value, fault, reference }: OddParameter): string {
  const written = shorten(value === undefined ? keyword : `${keyword}=${value}`);
  switch (fault) {
    case 'unknown':
      return PRIVATE[keyword] === undefined ? ` ${written} is a parameter of no known extension.` : ` ${written} names ${PRIVATE[keyword]}.`;
    case 'malformed':
      return ` The parameter ${written} does not have the form of ${reference}.`;
    case 'misplaced':
      return ` The parameter ${written} does not belong to this command (${reference}).`;
    case 'repeated':
      return ` The parameter ${written} stands there a second time.`;
  }
}

/** Everything behind the address; `limit` is told where the announced size goes beyond it. */
export function parameters({ parameters: all, odd, unoffered }: ParameterList, limit?: string): string {
  const announced = all.flatMap((parameter) => announcement(parameter) ?? []);
  const opening = announced.length === 0 ? '' : ` It announces ${enumerate(announced)}.`;
  const offer = unoffered.length === 0 ? '' : ` The server has not offered ${list(unoffered)}, which this needs.`;
  return `${opening}${limit ?? ''}${all.filter(isDemand).map(demand).join('')}${odd.map(oddity).join('')}${offer}`;
}

/** a, b, and c */
export function enumerate(items: readonly string[]): string {
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items[items.length - 1]!}`;
}
