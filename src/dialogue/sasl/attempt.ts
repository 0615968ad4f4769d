/** Takes what a line of an exchange says into its entry, and into the attempt to log in that it belongs to. */
import type { LogInParams, SaslNote } from '../../model/notes/sasl.js';
import type { AuthAttempt } from '../../model/session.js';
import type { EntryDraft } from '../entry-draft.js';
import type { SaslLine } from './exchange.js';

export function takeSaslLine({ note, decoded, secrets, username, password, token }: SaslLine, entry: EntryDraft, attempt?: AuthAttempt): void {
  entry.note = note;
  entry.decoded = decoded;
  entry.secrets = secrets;
  if (attempt === undefined) return;
  if (username !== undefined) attempt.username = username;
  if (password !== undefined) attempt.password = password;
  if (token !== undefined) attempt.token = token;
}

/** Of the command that opens the exchange; `initial`: what its initial response says. */
export function logInParams({ mechanism, username, password }: AuthAttempt, initial: SaslNote | undefined): LogInParams {
  return { mechanism, username, withPassword: password !== undefined, initial };
}
