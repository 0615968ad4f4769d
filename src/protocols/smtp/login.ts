/** AUTH (RFC 4954): from the command to the reply that ends the exchange. */
import { SaslExchange, type SaslStep } from '../../dialogue/sasl.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Note } from '../../model/note.js';
import type { AuthAttempt, Session } from '../../model/session.js';

export class Login {
  readonly exchange: SaslExchange;
  readonly #attempt: AuthAttempt | undefined;

  /** `args`: what follows AUTH; without `entry` the command was not seen, and the mechanism is not known. The entry of the command gets its annotation, and what its initial response says. */
  constructor(args: string, entry: EntryDraft | undefined, session: Session) {
    const [mechanism = '', initial] = args.trim().split(/[ \t]+/);
    this.exchange = new SaslExchange(mechanism);
    if (entry === undefined) return;
    this.#attempt = { mechanism: this.exchange.mechanism, entry };
    session.auth.push(this.#attempt);
    const step = initial === undefined ? undefined : this.answer(initial, entry);
    entry.note = this.#note(step);
  }

  /** AUTH itself was not seen. */
  get isUnseen(): boolean {
    return this.#attempt === undefined;
  }

  get username(): string | undefined {
    return this.#attempt?.username;
  }

  /** A line of SASL data; its entry gets what it says. */
  answer(line: string, entry: EntryDraft): SaslStep {
    const step = this.exchange.response(line);
    entry.decoded = step.decoded;
    entry.secrets = step.secrets;
    const attempt = this.#attempt;
    if (attempt === undefined) return step;
    if (step.username !== undefined) attempt.username = step.username;
    if (step.password !== undefined) attempt.password = step.password;
    return step;
  }

  end(succeeded: boolean): void {
    if (this.#attempt !== undefined) this.#attempt.succeeded = succeeded;
  }

  #note(step: SaslStep | undefined): Note {
    const { mechanism } = this.exchange;
    if (mechanism === '') return { key: 'smtp.command.auth-malformed', params: {} };
    const withPassword = step?.password !== undefined;
    return { key: 'smtp.command.auth', params: { mechanism, username: this.username, withPassword } };
  }
}
