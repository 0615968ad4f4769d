/** Chooses the annotation of a reply by the command it answers. */
import type { Note } from '../../model/note.js';
import type { Circumstance, RefusedCommand, ReplyParams } from '../../model/notes/smtp.js';
import { isPolicy } from './asked.js';
import { parseBlobSize } from './command-parser.js';
import { misplacedKeyword, parseExtensions } from './extensions.js';
import { queueIdIn } from './queue-id.js';
import { CLOSING, GO_AHEAD, GOODBYE, RESUME, TLS_READY } from './reply-codes.js';
import type { Reply } from './reply.js';
import { splitEnhanced } from './reply-parser.js';
import { isSmtpVerb, verbRow, type SmtpVerb } from './verbs.js';

/** What is known of the command when its reply comes. */
export interface Asked {
  readonly kind?: 'blob' | undefined;
  readonly verb: string;
  /** The address, word or name that the command was about. */
  readonly subject: string | undefined;
  /** The connection is not encrypted. */
  readonly readable: boolean;
  readonly circumstance: Circumstance | undefined;
  /** How a refusal is told, where that is not a matter of the verb. */
  readonly refused?: RefusedCommand | undefined;
}

type NoteMaker = (reply: ReplyParams, asked: Asked, full: Reply) => Note;

const HOST = /^\[?[A-Za-z0-9](?:[A-Za-z0-9.:_-]*[A-Za-z0-9])?\]?$/;

/** The first word of a greeting, where it can be a host name or an address literal. */
export function hostIn(words: string): string | undefined {
  const word = words.split(/[ \t]/, 1)[0] ?? '';
  return HOST.test(word) && /[.:]|^localhost$/i.test(word) ? word : undefined;
}

const hello: NoteMaker = (reply, asked, full) => {
  const host = hostIn(reply.words);
  if (asked.verb === 'HELO') return { key: 'smtp.reply.hello', params: { host, ...reply } };
  const extensions = parseExtensions(full.allWords);
  if (full.cut && extensions.length === 0) return { key: 'smtp.reply.hello', params: { host, ...reply } };
  // What is missing may have been STARTTLS.
  const readable = asked.readable && !full.cut && !extensions.some(({ keyword }) => keyword === 'STARTTLS');
  return { key: 'smtp.reply.extensions', params: { host, misplaced: misplacedKeyword(full.allWords), extensions, readable, ...reply } };
};

const address = (asked: Asked): string => asked.subject ?? '';

/** RFC 5321 §3.4, §3.5.3: 251 forwards, 252 cannot say. */
const FORWARDED = 251;
const CANNOT_VERIFY = 252;

const sender: NoteMaker = (reply, asked) => ({ key: 'smtp.reply.sender-accepted', params: { address: address(asked), ...reply } });
const turned: NoteMaker = (reply) => ({ key: 'smtp.reply.turned', params: reply });
const loggedIn: NoteMaker = (reply, asked) => ({ key: 'smtp.reply.logged-in', params: { username: asked.subject, ...reply } });
const encrypted: NoteMaker = (reply, asked) =>
  reply.code === TLS_READY ? { key: 'smtp.reply.tls-ready', params: reply } : { key: 'smtp.reply.other', params: { verb: asked.verb, ...reply } };

const ACCEPTED: Readonly<Partial<Record<SmtpVerb, NoteMaker>>> = {
  HELO: hello,
  EHLO: hello,
  LHLO: hello,
  MAIL: sender,
  SEND: sender,
  SOML: sender,
  SAML: sender,
  BURL: (reply) => ({ key: 'smtp.reply.fetched', params: reply }),
  XCLIENT: (reply) => ({ key: 'smtp.reply.client-changed', params: reply }),
  RCPT: (reply, asked) => {
    const key = reply.code === FORWARDED ? 'smtp.reply.recipient-forwarded' : 'smtp.reply.recipient-accepted';
    return { key, params: { address: address(asked), ...reply } };
  },
  RSET: (reply) => ({ key: 'smtp.reply.reset', params: reply }),
  VRFY: (reply, asked) => {
    const key = reply.code === CANNOT_VERIFY ? 'smtp.reply.not-verified' : 'smtp.reply.verified';
    return { key, params: { word: address(asked), ...reply } };
  },
  EXPN: (reply, asked, full) => ({
    key: 'smtp.reply.expanded',
    params: { word: address(asked), members: full.allWords.length, ...reply },
  }),
  HELP: (reply, _asked, full) => ({ key: 'smtp.reply.help', params: { lines: full.allWords.length, ...reply } }),
  NOOP: (reply) => ({ key: 'smtp.reply.noop', params: reply }),
  QUIT: (reply) => ({ key: 'smtp.reply.closing', params: reply }),
  ATRN: turned,
  TURN: turned,
  STARTTLS: encrypted,
  'X-ANONYMOUSTLS': encrypted,
  XANONYMOUSTLS: encrypted,
  AUTH: loggedIn,
  'X-EXPS': loggedIn,
};

/** The octet from which the client is to go on. */
function offsetIn(words: string): number | undefined {
  const digits = /^\d{1,15}\b/.exec(words.trim())?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** A reason given over several lines, as one; servers repeat the enhanced code on each. */
export function wordsOfAll({ code, words, allWords }: Reply): string {
  return allWords.length < 2 ? words : allWords.map((line) => splitEnhanced(code, line).words.trim()).join(' ');
}

/** The server goes of its own accord. */
function isExpulsion({ code, enhanced }: Reply, asked: Asked | undefined): boolean {
  return code === CLOSING || (code === GOODBYE && asked?.verb !== 'QUIT' && isPolicy(enhanced));
}

/** The reply to a command; not to a greeting, a mail or a chunk. */
export function noteOfReply(full: Reply, asked: Asked | undefined): Note {
  const reply: ReplyParams = { code: full.code, enhanced: full.enhanced, words: full.words };
  if (full.codeless) return { key: 'smtp.reply.codeless', params: { about: asked?.verb, ...reply } };
  if (isExpulsion(full, asked)) return { key: 'smtp.reply.shutting-down', params: { ...reply, words: wordsOfAll(full) } };
  if (asked === undefined) return { key: 'smtp.reply.other', params: { verb: undefined, ...reply } };
  const { verb, subject, circumstance } = asked;
  if (reply.code >= 400) {
    const params = { command: asked.refused ?? verbRow(verb).refused, verb, subject, circumstance, limit: undefined, ...reply, words: wordsOfAll(full) };
    return { key: 'smtp.reply.refused', params };
  }
  if (asked.kind === 'blob') return { key: 'smtp.reply.blob-accepted', params: reply };
  if (reply.code === GO_AHEAD && verb === 'DATA') return { key: 'smtp.reply.data-go', params: reply };
  if (reply.code === GO_AHEAD && verb === 'XEXCH50') return { key: 'smtp.reply.blob-go', params: { size: parseBlobSize(subject ?? '')?.size, ...reply } };
  if (reply.code === RESUME && verbRow(verb).step === 'sender') return { key: 'smtp.reply.resume', params: { offset: offsetIn(reply.words), ...reply } };
  const make = isSmtpVerb(verb) && reply.code < 300 ? ACCEPTED[verb] : undefined;
  return make?.(reply, asked, full) ?? { key: 'smtp.reply.other', params: { verb, ...reply } };
}

/** The reply to a mail (in LMTP: for one of its recipients) or to a chunk of one. */
export function noteOfMailReply(full: Reply, size: number, isLast: boolean, recipient: string | undefined): Note {
  const reply: ReplyParams = { code: full.code, enhanced: full.enhanced, words: full.words };
  if (full.codeless) return { key: 'smtp.reply.codeless', params: { about: 'mail', ...reply } };
  if (reply.code === CLOSING) return { key: 'smtp.reply.shutting-down', params: reply };
  if (reply.code >= 400) {
    const command = isLast ? 'message' : 'chunk';
    return { key: 'smtp.reply.refused', params: { command, verb: 'DATA', subject: recipient, circumstance: undefined, limit: undefined, ...reply, words: wordsOfAll(full) } };
  }
  if (!isLast) return { key: 'smtp.reply.chunk-accepted', params: { size, ...reply } };
  const queueId = queueIdIn(full);
  return { key: 'smtp.reply.message-accepted', params: { queueId, size, recipient, ...reply } };
}
