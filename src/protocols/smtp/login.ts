/** AUTH (RFC 4954): from the command to the reply that ends the exchange. */
import { logInParams, takeSaslLine } from '../../dialogue/sasl/attempt.js';
import { SaslExchange, type SaslLine } from '../../dialogue/sasl/exchange.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { AuthAttempt, Session } from '../../model/session.js';

export class Login {
  readonly exchange: SaslExchange;
  readonly #attempt: AuthAttempt | undefined;

  /** `args`: what follows AUTH; without `entry` the command was not seen, and the mechanism is not known. The entry of the command gets its annotation, and what its initial response says. */
  constructor(args: string, entry: EntryDraft | undefined, session: Session) {
    const [mechanism = '', response] = args.trim().split(/[ \t]+/);
    this.exchange = new SaslExchange(mechanism);
    if (entry === undefined) return;
    this.#attempt = { mechanism: this.exchange.mechanism, entry };
    session.auth.push(this.#attempt);
    const initial = response === undefined ? undefined : this.answer(response, entry).note;
    entry.note =
      mechanism === ''
        ? { key: 'smtp.command.auth-malformed', params: {} }
        : { key: 'smtp.command.auth', params: logInParams(this.#attempt, initial) };
  }

  /** AUTH itself was not seen. */
  get isUnseen(): boolean {
    return this.#attempt === undefined;
  }

  get username(): string | undefined {
    return this.#attempt?.username;
  }

  /** A line of SASL data; its entry gets what it says. */
  answer(line: string, entry: EntryDraft): SaslLine {
    const answer = this.exchange.response(line);
    takeSaslLine(answer, entry, this.#attempt);
    return answer;
  }

  end(succeeded: boolean): void {
    if (this.#attempt !== undefined) this.#attempt.succeeded = succeeded;
  }
}
