/** A log-in from its command to the tagged reply: LOGIN (RFC 9051 §6.2.3) or AUTHENTICATE (§6.2.2, RFC 4959). */
import { logInParams, takeSaslLine } from '../../dialogue/sasl/attempt.js';
import type { SaslExchange, SaslLine } from '../../dialogue/sasl/exchange.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { AuthAttempt, Session } from '../../model/session.js';
import { textOf, type Value } from './value-parser.js';

export class Login {
  /** Absent for LOGIN, which is no SASL mechanism. */
  readonly exchange: SaslExchange | undefined;
  readonly #attempt: AuthAttempt;
  #isCancelled = false;

  constructor(entry: EntryDraft, session: Session, exchange?: SaslExchange) {
    this.exchange = exchange;
    this.#attempt = { mechanism: exchange?.mechanism ?? 'LOGIN', entry };
    session.auth.push(this.#attempt);
  }

  get username(): string | undefined {
    return this.#attempt.username;
  }

  /** The client has given it up. */
  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  get mechanism(): string {
    return this.#attempt.mechanism;
  }

  /** AUTHENTICATE: the initial response where there is one. The entry gets what it says. */
  open(response: string | undefined, entry: EntryDraft): void {
    const initial = response === undefined ? undefined : this.answer(response, entry).note;
    entry.note = { key: 'imap.command.authenticate', params: logInParams(this.#attempt, initial) };
  }

  /** A line of SASL data; its entry gets what it says. */
  answer(line: string, entry: EntryDraft): SaslLine {
    const answer = this.exchange!.response(line);
    takeSaslLine(answer, entry, this.#attempt);
    this.#isCancelled ||= answer.cancelled === true;
    return answer;
  }

  /** The arguments of LOGIN as far as they have come; `entry` is where the newest of them stand. */
  take(values: readonly Value[], entry: EntryDraft, isFirst: boolean): void {
    const username = textOf(values[0]);
    const password = textOf(values[1]);
    if (username !== undefined) this.#attempt.username = username;
    if (password !== undefined) this.#attempt.password = password;
    const decoded: Record<string, string> = {};
    if (username !== undefined && (isFirst || password === undefined)) decoded['username'] = username;
    if (password !== undefined) {
      decoded['password'] = password;
      entry.secrets = secretForms(values[1]!, password);
    }
    if (Object.keys(decoded).length > 0) entry.decoded = decoded;
  }

  end(succeeded: boolean): void {
    this.#attempt.succeeded = succeeded;
  }
}

/** A quoted password may stand with backslashes on the line, and without them where it is decoded. */
function secretForms(value: Value, password: string): readonly string[] {
  const forms = value.kind === 'string' && value.raw !== password ? [value.raw, password] : [password];
  return forms.filter((form) => form !== '');
}
