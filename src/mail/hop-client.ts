/**
 * Who handed the mail over, as the `from` clause of a Received field tells it (RFC 5321 §4.4). The comments that carry
 * it have no grammar: read are the forms of Postfix and sendmail, `helo (name [address])`, of Exim,
 * `name ([address] helo=helo)` and `[address] (helo=helo)`, of qmail, `name (HELO helo) (address)`, and of Exchange,
 * `helo (address)`. What is written in another way is not guessed.
 */
import type { HopClient } from '../model/message.js';

export interface ToldClient extends HopClient {
  /** The host looked for a name of the address and found none that leads back to it. */
  readonly nameless: boolean;
  /** The host says itself that the name may be wrong. */
  readonly unproven: boolean;
}

/** Where the comments begin. */
const HELO = /\b(?:helo|ehlo)[ =]([^\s()]+)/i;
const BRACKETED = /\[(?:IPv6:)?([\da-f:.]{2,45})(?:%\w+)?\]/i;
const IN_COMMENT = /\(([\da-f:.]{2,45})(?:%\w+)?\)/i;
/** `(name [address` */
const NAMED = /\(([^\s()[\]]+) \[/;
const NO_NAME: ReadonlySet<string> = new Set(['unknown', 'unverified']);

/** `from`: the clause, unfolded. */
export function readClient(from: string): ToldClient {
  const host = hostOf(from);
  const comments = from.slice(host.length);
  const helo = HELO.exec(comments)?.[1];
  const name = helo === undefined ? NAMED.exec(comments)?.[1] : LITERAL.test(host) ? undefined : host;
  const nameless = name !== undefined && NO_NAME.has(name.toLowerCase());
  return {
    helo: helo ?? (host === '' ? undefined : host),
    name: nameless ? undefined : name?.replace(/\.$/, ''),
    address: addressIn(comments, BRACKETED) ?? addressIn(comments, IN_COMMENT) ?? addressIn(host, BRACKETED),
    nameless,
    unproven: /may be forged/i.test(comments),
  };
}

/** An address in brackets in the place of a name. */
export const LITERAL = /^\[[^\s\]]*\]$/;

function hostOf(text: string): string {
  const comment = text.indexOf('(');
  return (comment === -1 ? text : text.slice(0, comment)).trimEnd();
}

function addressIn(text: string, form: RegExp): string | undefined {
  const found = form.exec(text)?.[1];
  return found !== undefined && /\d\.|:/.test(found) ? found : undefined;
}
