/**
 * Masks what must not be shown: the secret becomes `***` in every field and every encoding in which it stands.
 * An entry names its own secrets; what a session has given away is masked in its other entries and mails, too, where
 * it is long enough not to be part of every word.
 */
import type { Entry } from '../model/entry.js';
import type { Session } from '../model/session.js';
import { shorten } from '../text/en/format.js';

const MASK = '***';
/** A shorter secret is masked only in the entry that carries it. */
const RECOGNISABLE = 4;

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
      if (secret.length < RECOGNISABLE) continue;
      for (const form of formsOf(secret)) this.#known.add(form);
    }
    return this.#known.size > before;
  }

  /** `text` without what is known of the session, and without `own` secrets of any length. */
  mask(text: string, own: readonly string[] = []): string {
    let masked = text;
    for (const secret of own) if (secret !== '') for (const form of formsOf(secret)) masked = masked.replaceAll(form, MASK);
    for (const form of this.#known) masked = masked.replaceAll(form, MASK);
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

/** The secret as it is, as a sentence shows it, and in the encodings in which mail carries text; longer forms first. */
function formsOf(secret: string): readonly string[] {
  const octets = Buffer.from(secret, 'utf8');
  const forms = [secret, octets.toString('base64'), octets.toString('hex'), encodeURIComponent(toWellFormed(secret)), octets.toString('latin1'), shownForm(secret)];
  return [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
}

/** Sentences leave blanks at the ends out, and the end of what is long. */
function shownForm(secret: string): string {
  return shorten(secret).replace(/…$/, '');
}

/** A lone surrogate has no percent encoding. */
function toWellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
