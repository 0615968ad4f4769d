/** The log-ins of a session: USER with PASS and APOP (RFC 1939 §7), AUTH (RFC 5034), with what they give away. */
import type { EntryDraft } from '../../dialogue/entry-draft.js';
import { logInParams, takeSaslLine } from '../../dialogue/sasl/attempt.js';
import { SaslExchange, type SaslLine } from '../../dialogue/sasl/exchange.js';
import type { AuthAttempt, Session } from '../../model/session.js';
import { wordsOf, type Pop3Command } from './command-parser.js';

export class Login {
  readonly #session: Session;
  #attempt: AuthAttempt | undefined;
  /** The SASL exchange that is going on. */
  exchange: SaslExchange | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The attempt that the last command belongs to. */
  get attempt(): AuthAttempt | undefined {
    return this.#attempt;
  }

  /** Takes what a command of the log-in says into its entry; gives the attempt that its reply will decide. */
  take({ verb, args = '' }: Pop3Command, entry: EntryDraft): AuthAttempt | undefined {
    if (verb === 'USER') return this.#user(args.trim(), entry);
    if (verb === 'PASS') return this.#pass(args, entry);
    if (verb === 'RPOP') return this.#continueUser(entry);
    if (verb === 'APOP') return this.#digest(args, entry);
    return undefined;
  }

  /** AUTH with a mechanism, and perhaps an initial response. */
  begin(args: string, entry: EntryDraft): AuthAttempt {
    const [mechanism = '', response] = wordsOf(args);
    this.exchange = new SaslExchange(mechanism);
    const attempt = this.#open(this.exchange.mechanism, entry);
    const initial = response === undefined ? undefined : this.answer(response, entry).note;
    entry.note = { key: 'pop3.command.auth', params: logInParams(attempt, initial) };
    return attempt;
  }

  /** A challenge came although no AUTH was seen: its mechanism is not known. */
  beginUnseen(): SaslExchange {
    this.#attempt = undefined;
    this.exchange = new SaslExchange('');
    return this.exchange;
  }

  /** A line of SASL data; its entry gets what it says. */
  answer(line: string, entry: EntryDraft): SaslLine {
    const answer = this.exchange!.response(line);
    takeSaslLine(answer, entry, this.#attempt);
    return answer;
  }

  #open(mechanism: string, entry: EntryDraft): AuthAttempt {
    this.#attempt = { mechanism, entry };
    this.#session.auth.push(this.#attempt);
    return this.#attempt;
  }

  #user(username: string, entry: EntryDraft): AuthAttempt {
    const attempt = this.#open('USER', entry);
    if (username !== '') {
      attempt.username = username;
      entry.decoded = { username };
    }
    return attempt;
  }

  /** The attempt that a USER has opened, or one without it. */
  #continueUser(entry: EntryDraft): AuthAttempt {
    const current = this.#attempt;
    const open = current?.mechanism === 'USER' && current.succeeded === undefined && current.password === undefined;
    return open ? current : this.#open('USER', entry);
  }

  /** RFC 1939 §7: blanks belong to the password. */
  #pass(password: string, entry: EntryDraft): AuthAttempt {
    const attempt = this.#continueUser(entry);
    if (password === '') return attempt;
    attempt.password = password;
    entry.decoded = { password };
    entry.secrets = [password];
    return attempt;
  }

  /** The digest is no password, but it opens the mailbox to whoever can guess it from a dictionary. */
  #digest(args: string, entry: EntryDraft): AuthAttempt {
    const [username, digest] = wordsOf(args);
    const attempt = this.#open('APOP', entry);
    if (username !== undefined) {
      attempt.username = username;
      entry.decoded = digest === undefined ? { username } : { username, digest };
    }
    if (digest !== undefined) entry.secrets = [digest];
    return attempt;
  }
}
