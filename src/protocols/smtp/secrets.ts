/** What a command tells that lets others in, log-ins aside. */
import { urlTokens } from '../../dialogue/url-tokens.js';
import type { SmtpCommand } from './command-parser.js';

const SECRETS: Readonly<Record<string, (args: string) => readonly string[] | undefined>> = {
  // Its token stands in for a second factor of the log-in.
  CLIENTID: (args) => /^[ \t]*\S+[ \t]+(\S+)/.exec(args)?.slice(1),
  BURL: (args) => urlTokens([args]),
};

export function secretsOf({ verb, args = '' }: SmtpCommand): readonly string[] | undefined {
  return Object.hasOwn(SECRETS, verb) ? SECRETS[verb]!(args) : undefined;
}
