/**
 * Masks what must not be shown: the secret becomes `***` in every field and every encoding in which it stands.
 * An entry names its own secrets; what a session has given away is masked in its other entries and mails, too, where
 * it is long enough not to be part of every word.
 */
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import { terminalText } from './terminal-text.js';

const MASK = '***';
/** A shorter secret is masked only in the entry that carries it. */
const RECOGNISABLE = 4;
/** Stands where a view has left out the end of what is long. */
const CUT = '…';
/** Characters of a secret that a view shows at the most before it cuts. */
const LONGEST_SHOWN = 1000;

/** Fields whose values are words of the program or numbers of the capture, never somebody's text. */
const STRUCTURAL = new Set([
  'type', 'time', 'from', 'kind', 'code', 'status', 'phase', 'step', 'state', 'key', 'protocol', 'service', 'address',
  'start', 'end', 'handshake', 'close', 'closedBy', 'mode', 'direction', 'mechanism', 'sha256', 'md5', 'date',
  'version', 'cipher', 'group', 'ja3', 'ja3s', 'ja4', 'notBefore', 'notAfter',
]);

export class Redaction {
  readonly #known = new Set<string>();

  /** Remembers what the entry gives away; whether that was anything new, so that what was told before must be masked again. */
  learn(entry: Entry): boolean {
    if (entry.secrets === undefined) return false;
    const before = this.#known.size;
    for (const secret of entry.secrets) {
      for (const form of formsOf(secret)) if (form.length >= RECOGNISABLE) this.#known.add(form);
    }
    return this.#known.size > before;
  }

  /** `text` without what is known of the session, and without `own` secrets of any length. */
  mask(text: string, own: readonly string[] = []): string {
    const forms = [...own.flatMap(formsOf), ...this.#known];
    let masked = text;
    // First, as what begins like a secret may hold a shorter form of it.
    if (text.includes(CUT)) for (const form of forms) masked = maskCut(masked, form);
    for (const form of forms) masked = masked.replaceAll(form, MASK);
    return masked;
  }

  /** The JSON text of a value, masked. Most sessions and most of their lines hold nothing to be masked, and are not taken apart. */
  maskText(json: string, own: readonly string[] = []): string {
    return this.#known.size === 0 && own.length === 0 ? json : JSON.stringify(this.maskJson(JSON.parse(json), own));
  }

  /** The JSON text of an entry, masked; what the entry gives away is remembered. */
  maskEntry(json: string, entry: Entry): string {
    this.learn(entry);
    return this.maskText(json, entry.secrets);
  }

  /** A copy of a JSON value with all its texts masked. */
  maskJson<T>(value: T, own: readonly string[] = []): T {
    return this.#copy(value, '', own) as T;
  }

  #copy(value: unknown, name: string, own: readonly string[]): unknown {
    if (typeof value === 'string') return this.#text(value, name, own);
    if (Array.isArray(value)) return value.map((item) => this.#copy(item, name, own));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#copy(item, key, own)]));
  }

  #text(value: string, name: string, own: readonly string[]): string {
    if (STRUCTURAL.has(name)) return value;
    if (name !== 'raw') return this.mask(value, own);
    const octets = Buffer.from(value, 'base64').toString('latin1');
    return this.mask(octets, own) === octets ? value : MASK;
  }
}

/** Short ones, too: the session's own record names them. */
export function passwordsOf(session: Session): readonly string[] {
  return session.auth.flatMap(({ password }) => (password === undefined ? [] : [password]));
}

/** The redactions of all open sessions; none where nothing is to be masked. */
export class SessionMasks {
  readonly #redactions: Map<Session, Redaction> | undefined;

  constructor(redact: boolean) {
    this.#redactions = redact ? new Map() : undefined;
  }

  begin(session: Session): void {
    this.#redactions?.set(session, new Redaction());
  }

  learn(session: Session, entry: Entry): void {
    this.#redactions?.get(session)?.learn(entry);
  }

  mask(session: Session, text: string): string {
    return this.#redactions?.get(session)?.mask(text) ?? text;
  }

  maskJson<T>(session: Session, value: T): T {
    return this.#redactions?.get(session)?.maskJson(value) ?? value;
  }

  end(session: Session): void {
    this.#redactions?.delete(session);
  }
}

/** The secret as it is, as a view shows it, and in the encodings in which mail carries text; longer forms first. */
function formsOf(secret: string): readonly string[] {
  const octets = Buffer.from(secret, 'utf8');
  const plain = [secret, secret.trim(), withoutFullStop(secret.trim()), octets.toString('latin1')];
  const forms = [...plain, ...plain.map(terminalText), octets.toString('base64'), octets.toString('hex'), encodeURIComponent(toWellFormed(secret))];
  return [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
}

/** Sentences leave out the full stop of what they quote. */
function withoutFullStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

/** A lone surrogate has no percent encoding. */
function toWellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Masks a beginning of `form` that a view has cut off behind. In time linear in the text (Knuth, Morris, Pratt 1977). */
function maskCut(text: string, form: string): string {
  if (form.length < RECOGNISABLE || !text.includes(form.slice(0, RECOGNISABLE))) return text;
  const pattern = form.slice(0, LONGEST_SHOWN);
  const fallbacks = fallbacksOf(pattern);
  let masked = '';
  let done = 0;
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    if (matched >= RECOGNISABLE && text[at] === CUT) {
      masked += text.slice(done, Math.max(done, at - matched)) + MASK;
      done = at;
    }
    matched = advance(pattern, fallbacks, matched, text[at]!);
  }
  return masked + text.slice(done);
}

/** How much of the pattern ends at `character`, where `matched` of it ended before. */
function advance(pattern: string, fallbacks: readonly number[], matched: number, character: string): number {
  let length = matched;
  while (length > 0 && pattern[length] !== character) length = fallbacks[length - 1]!;
  return pattern[length] === character ? length + 1 : 0;
}

/** For each beginning of the pattern, the longest shorter one that it ends with. */
function fallbacksOf(pattern: string): readonly number[] {
  const fallbacks = [0];
  for (let at = 1; at < pattern.length; at++) fallbacks.push(advance(pattern, fallbacks, fallbacks[at - 1]!, pattern[at]!));
  return fallbacks;
}
