/** What a command of IMAP is to the session: where it is allowed, and what it does. */
import type { ImapSession, State } from './session.js';
import type { ArgumentReader } from './syntax.js';

export interface ImapCommand {
  readonly states: readonly State[];
  /** There is a form with UID in front. */
  readonly uid?: boolean;
  /** EXPUNGE must not be told behind it: numbers would change under the client (RFC 3501 §7.4.1). */
  readonly keepsNumbers?: boolean;
  /** Reads its arguments from the blank on; gives what stands behind OK. Throws Refusal for NO, BadSyntax for BAD. */
  run(session: ImapSession, args: ArgumentReader, byUid: boolean): Promise<string> | string;
}

/** Answered with NO. */
export class Refusal extends Error {}

export const ANY: readonly State[] = ['not authenticated', 'authenticated', 'selected'];
export const OUTSIDE: readonly State[] = ['not authenticated'];
export const INSIDE: readonly State[] = ['authenticated', 'selected'];
export const SELECTED: readonly State[] = ['selected'];
