/** Was Server unterwegs beim Prüfen einer Mail fanden, auf Deutsch. */
import { authenticationOf, spamOf, spfOf, type MethodResult, type SpamTest, type SpfResult } from '../verdicts.js';
import { list, shorten } from './format.js';

const SPF: Readonly<Record<SpfResult, (address: string, sender: string) => string>> = {
  pass: (address, sender) => `Die Domain von ${sender} erlaubt ${address}, für sie zu senden`,
  fail: (address, sender) => `Die Domain von ${sender} verbietet ${address}, für sie zu senden`,
  softfail: (address, sender) => `Die Domain von ${sender} erlaubt ${address} wohl nicht, für sie zu senden`,
  neutral: (address, sender) => `Die Domain von ${sender} sagt zu ${address} weder Ja noch Nein`,
  none: (address, sender) => `Die Domain von ${sender} sagt nicht, wer für sie senden darf, also auch nichts zu ${address}`,
  temperror: (address, sender) => `Was die Domain von ${sender} zu ${address} sagt, ließ sich gerade nicht erfragen`,
  permerror: (_address, sender) => `Was die Domain von ${sender} über ihre Rechner sagt, ist nicht lesbar`,
};

export function spfSentence(value: string): string {
  const verdict = spfOf(value);
  if (verdict === undefined) return 'Ob der Rechner für die Domain des Absenders vom Umschlag senden durfte (SPF, RFC 7208).';
  const { result, address = 'dem Client', sender = 'dem Absender vom Umschlag' } = verdict;
  return `${SPF[result](shorten(address), shorten(sender))} (SPF, RFC 7208): ${result}. Geprüft wird der Umschlag, nicht From.`;
}

const RESULTS: Readonly<Record<string, string>> = {
  pass: 'bestanden',
  fail: 'nicht bestanden',
  hardfail: 'nicht bestanden',
  softfail: 'wohl nicht bestanden',
  none: 'nichts zu prüfen',
  neutral: 'weder Ja noch Nein',
  policy: 'nach den eigenen Regeln des Servers nicht anerkannt',
  temperror: 'gerade nicht prüfbar',
  permerror: 'nicht prüfbar',
  bestguesspass: 'bestanden, aber nur geraten',
};

function resultWords({ method, result, subject }: MethodResult): string {
  const words = Object.hasOwn(RESULTS, result) ? RESULTS[result]! : result;
  return `${method.toUpperCase()}${subject === undefined ? '' : ` für ${shorten(subject)}`} ${words}`;
}

export function authenticationSentence(value: string): string {
  const verdict = authenticationOf(value);
  if (verdict === undefined) return 'Was ein empfangender Server bei der Prüfung von SPF, DKIM und DMARC fand (RFC 8601); nur das Ergebnis des eigenen Servers zählt.';
  return `${shorten(verdict.server)} hat geprüft (RFC 8601): ${list(verdict.results.map(resultWords))}. Es zählt nur, was der eigene Server schreibt.`;
}

const TESTS: Readonly<Record<SpamTest, string>> = {
  'no-name': 'eine Adresse ohne Namen',
  'dynamic': 'eine Adresse, wie Kunden sie auf Zeit bekommen',
  'block-list': 'ein Platz auf einer Liste von Absendern im DNS',
  'white-list': 'ein Platz auf einer Liste guter Absender im DNS',
  'spf-pass': 'SPF, das den Absender erlaubt',
  'spf-fail': 'SPF, das den Absender nicht erlaubt',
  'helo': 'der Name in HELO',
};

export function spamSentence(value: string): string {
  const verdict = spamOf(value);
  if (verdict === undefined) return 'Das Urteil eines Filters unterwegs.';
  const { isSpam, score, required, tests } = verdict;
  const comma = (text: string): string => text.replace('.', ',');
  const points = score === undefined ? '' : ` mit ${comma(score)} Punkten${required === undefined ? '' : ` von den nötigen ${comma(required)}`}`;
  const counted = tests.length === 0 ? '' : ` Unter anderem zählte: ${list(tests.map((test) => TESTS[test]))}.`;
  return `Ein Filter hielt sie ${isSpam ? 'für Spam' : 'nicht für Spam'}${points}.${counted}`;
}
