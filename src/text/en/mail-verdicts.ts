/** What servers on the way found when they checked a mail, in English. */
import { authenticationOf, spamOf, spfOf, type MethodResult, type SpamTest, type SpfResult } from '../verdicts.js';
import { list, shorten } from './format.js';

const SPF: Readonly<Record<SpfResult, (address: string, sender: string) => string>> = {
  pass: (address, sender) => `The domain of ${sender} allows ${address} to send for it`,
  fail: (address, sender) => `The domain of ${sender} forbids ${address} to send for it`,
  softfail: (address, sender) => `The domain of ${sender} says that ${address} should probably not send for it`,
  neutral: (address, sender) => `The domain of ${sender} says neither yes nor no to ${address}`,
  none: (address, sender) => `The domain of ${sender} does not say who may send for it; nothing speaks for or against ${address}`,
  temperror: (address, sender) => `Whether ${address} may send for the domain of ${sender} could not be found out just then`,
  permerror: (_address, sender) => `What the domain of ${sender} says of its hosts cannot be read`,
};

export function spfSentence(value: string): string {
  const verdict = spfOf(value);
  if (verdict === undefined) return 'Whether the host was allowed to send for the domain of the envelope’s sender (SPF, RFC 7208).';
  const { result, address = 'the client', sender = 'the envelope’s sender' } = verdict;
  return `${SPF[result](shorten(address), shorten(sender))} (SPF, RFC 7208): ${result}. What is checked is the envelope, not From.`;
}

const RESULTS: Readonly<Record<string, string>> = {
  pass: 'passed',
  fail: 'failed',
  hardfail: 'failed',
  softfail: 'failed, but not for certain',
  none: 'found nothing to check',
  neutral: 'says neither yes nor no',
  policy: 'is not accepted by the server’s own rules',
  temperror: 'could not be checked just then',
  permerror: 'cannot be checked',
  bestguesspass: 'passed by a guess',
};

function resultWords({ method, result, subject }: MethodResult): string {
  const words = Object.hasOwn(RESULTS, result) ? RESULTS[result]! : result;
  return `${method.toUpperCase()}${subject === undefined ? '' : ` of ${shorten(subject)}`} ${words}`;
}

export function authenticationSentence(value: string): string {
  const verdict = authenticationOf(value);
  if (verdict === undefined) return 'What a receiving server found when it checked SPF, DKIM and DMARC (RFC 8601); only what one’s own server found counts.';
  return `${shorten(verdict.server)} checked (RFC 8601): ${list(verdict.results.map(resultWords))}. Only what one’s own server writes counts.`;
}

const TESTS: Readonly<Record<SpamTest, string>> = {
  'no-name': 'an address without a reverse name',
  'dynamic': 'an address of the kind that customers get for a time',
  'block-list': 'a place on a list of senders in the DNS',
  'white-list': 'a place on a list of good senders in the DNS',
  'spf-pass': 'SPF, which allows the sender',
  'spf-fail': 'SPF, which does not allow the sender',
  'helo': 'the name in HELO',
};

export function spamSentence(value: string): string {
  const verdict = spamOf(value);
  if (verdict === undefined) return 'The verdict of a scanner on the way.';
  const { isSpam, score, required, tests } = verdict;
  const points = score === undefined ? '' : ` with ${score} points${required === undefined ? '' : ` of the ${required} that it takes`}`;
  const counted = tests.length === 0 ? '' : ` Among what counted: ${list(tests.map((test) => TESTS[test]))}.`;
  return `A filter took it ${isSpam ? 'for spam' : 'for no spam'}${points}.${counted}`;
}
