/**
 * What a server has not taken of a mail, and why, as far as its codes and words tell: the RFC 3463 code first, then the
 * words that servers are known for, then the reply code. Servers word it as they like; where nothing tells, the cause
 * is only whether it may be tried again.
 */
import type { Entry } from '../../model/entry.js';
import type { Refusal } from '../../model/findings/delivery.js';

export type Cause =
  | 'greylisting'
  | 'block-list'
  | 'relay'
  | 'mailbox-full'
  | 'size'
  | 'login'
  | 'encryption'
  | 'rate'
  | 'unknown-recipient'
  | 'content'
  | 'policy'
  | 'for-now'
  | 'for-good';

interface Sign {
  readonly cause: Cause;
  /** RFC 3463 subject and detail. */
  readonly details?: readonly string[];
  readonly codes?: readonly number[];
  readonly words?: RegExp;
  /** Of what it must be a refusal. */
  readonly of?: readonly Refusal['of'][];
  /** Only for a refusal for now, or only for one for good. */
  readonly lasting?: boolean;
}

/** In this order; the words in one case, without anything that could take long on a hostile line. */
const SIGNS: readonly Sign[] = [
  { cause: 'greylisting', lasting: false, words: /gr[ae]y-?list/i },
  { cause: 'block-list', words: /spamhaus|spamcop|barracuda|sorbs|uceprotect|dnsbl|\brbl\b|block ?list|black ?list|deny ?list/i },
  { cause: 'relay', of: ['recipient'], words: /\brelay/i },
  { cause: 'mailbox-full', details: ['2.2'] },
  { cause: 'mailbox-full', of: ['recipient', 'mail'], words: /\bover ?quota\b|quota exceeded|mailbox (?:is )?full/i },
  { cause: 'size', details: ['3.4', '2.3'] },
  { cause: 'size', of: ['sender', 'mail', 'chunk'], codes: [552] },
  { cause: 'encryption', words: /\bstarttls\b/i },
  { cause: 'login', codes: [530] },
  { cause: 'login', of: ['sender', 'recipient'], words: /authenticat(?:ion|e) (?:is )?(?:required|first)|not authenticated|log ?in first/i },
  { cause: 'rate', lasting: false, words: /rate limit|too many (?:connections|messages|mails|recipients|concurrent)|throttl|slow down/i },
  { cause: 'unknown-recipient', of: ['recipient', 'mail'], details: ['1.1', '1.2', '1.3', '1.6', '1.10'] },
  { cause: 'unknown-recipient', of: ['recipient'], words: /user unknown|unknown user|no such (?:user|mailbox|recipient|address)|mailbox unknown|unroute?able|does(?: not|n't) exist/i },
  { cause: 'content', of: ['mail', 'chunk'], words: /\bspam\b|\bvirus\b|malware|phishing|unsolicited|\bcontent\b/i },
  { cause: 'content', of: ['mail', 'chunk'], details: ['7.1', '6.0', '6.1', '6.2', '6.3'] },
  { cause: 'policy', details: ['7.0', '7.1', '7.20', '7.21', '7.22', '7.23', '7.24', '7.25', '7.26', '7.27'] },
];

/** Undefined where the line refuses nothing of a mail: log-ins, queries and handshakes have rules of their own. */
export function refusalIn({ note }: Entry): Refusal | undefined {
  if (note.key === 'smtp.greeting-refused') return { of: 'client', address: undefined, ...codesOf(note.params) };
  if (note.key !== 'smtp.reply.refused') return undefined;
  const { command, subject, verb, circumstance } = note.params;
  const of = OF[command];
  // A command out of order, or a mail that nobody was accepted for: what was refused before is what counts.
  if (of === undefined || circumstance !== undefined || OUT_OF_ORDER.has(note.params.code)) return undefined;
  const address = command === 'sender' || command === 'recipient' || verb === 'DATA' ? subject : undefined;
  return { of, address, ...codesOf(note.params) };
}

const OF: Readonly<Partial<Record<string, Refusal['of']>>> = {
  hello: 'client',
  sender: 'sender',
  recipient: 'recipient',
  message: 'mail',
  chunk: 'chunk',
};
/** Mistakes of the client, which conformance rules tell. */
const OUT_OF_ORDER: ReadonlySet<number> = new Set([500, 501, 502, 503, 504]);

function codesOf({ code, enhanced, words }: Pick<Refusal, 'code' | 'enhanced' | 'words'>): Pick<Refusal, 'code' | 'enhanced' | 'words'> {
  return { code, enhanced, words };
}

export function causeOf(refusal: Refusal): Cause {
  const lasting = refusal.code >= 500;
  const sign = SIGNS.find((candidate) => (candidate.lasting ?? lasting) === lasting && fits(candidate, refusal));
  return sign?.cause ?? (lasting ? 'for-good' : 'for-now');
}

function fits({ of, details, codes, words }: Sign, refusal: Refusal): boolean {
  if (of !== undefined && !of.includes(refusal.of)) return false;
  if (details !== undefined && !details.includes(refusal.enhanced?.slice(2) ?? '')) return false;
  if (codes !== undefined && !codes.includes(refusal.code)) return false;
  return words === undefined || words.test(refusal.words);
}
