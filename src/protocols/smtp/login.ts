/** AUTH (RFC 4954): from the command to the reply that ends the exchange. */
import { SaslExchange, type SaslStep } from '../../dialogue/sasl.js';
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import type { Note } from '../../model/note.js';
import type { AuthAttempt, Session } from '../../model/session.js';

export class Login {
  readonly exchange: SaslExchange;
  readonly #attempt: AuthAttempt;

  /** `args`: what follows AUTH. The entry of the command gets its annotation, and what its initial response says. */
  constructor(args: string, entry: EntryDraft, session: Session) {
    const [mechanism = '', initial] = args.trim().split(/[ \t]+/);
    this.exchange = new SaslExchange(mechanism);
    this.#attempt = { mechanism: this.exchange.mechanism, entry };
    session.auth.push(this.#attempt);
    const step = initial === undefined ? undefined : this.answer(initial, entry);
    entry.note = this.#note(step);
  }

  get username(): string | undefined {
    return this.#attempt.username;
  }

  /** A line of SASL data; its entry gets what it says. */
  answer(line: string, entry: EntryDraft): SaslStep {
    const step = this.exchange.response(line);
    entry.decoded = step.decoded;
    entry.secrets = step.secrets;
    if (step.username !== undefined) this.#attempt.username = step.username;
    if (step.password !== undefined) this.#attempt.password = step.password;
    return step;
  }

  end(succeeded: boolean): void {
    this.#attempt.succeeded = succeeded;
  }

  #note(step: SaslStep | undefined): Note {
    const { mechanism } = this.exchange;
    if (mechanism === '') return { key: 'smtp.command.auth-malformed', params: {} };
    const withPassword = step?.password !== undefined;
    return { key: 'smtp.command.auth', params: { mechanism, username: this.username, withPassword } };
  }
}
