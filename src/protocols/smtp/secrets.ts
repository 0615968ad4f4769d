/** What a command tells that lets others in, log-ins aside. */
import type { SmtpCommand } from './command-parser.js';

const SECRETS: Readonly<Record<string, RegExp>> = {
  // Its token stands in for a second factor of the log-in.
  CLIENTID: /^[ \t]*\S+[ \t]+(\S+)/,
  // Whoever has the token of the URL may fetch what it names (RFC 4467).
  BURL: /;urlauth=[^\s:;]*:[^\s:;]*:([0-9a-f]+)/i,
};

export function secretsOf({ verb, args = '' }: SmtpCommand): readonly string[] | undefined {
  const secret = (Object.hasOwn(SECRETS, verb) ? SECRETS[verb] : undefined)?.exec(args)?.[1];
  return secret === undefined ? undefined : [secret];
}
