/**
 * A client that does not wait for the reply to DATA, or does not heed it, sends the mail although DATA is refused: its
 * lines reach the server as commands.
 */
import type { Line } from '../../dialogue/reading.js';
import type { Arrival } from '../../model/arrival.js';
import type { SmtpCommand } from './command-parser.js';
import { isSmtpVerb } from './verbs.js';

/** A header field, with which a mail begins (RFC 5322 §2.2). */
const FIELD = /^[\x21-\x39\x3b-\x7e]{1,64}:/;
const END = '.';

export class RefusedMail {
  /** The packet of the refusal, as long as lines of the mail may follow. */
  #since: Arrival | undefined;
  #begun = false;

  /** DATA has been refused. */
  expect(since: Arrival): void {
    this.#since = since;
    this.#begun = false;
  }

  forget(): void {
    this.#since = undefined;
  }

  /**
   * Takes a line that was to be one of the mail; `early`: the first one, sent before the refusal came. What is a command
   * to the server is one here, too.
   */
  take(line: Line, { verb }: SmtpCommand): { readonly early: boolean } | undefined {
    if (this.#since === undefined) return undefined;
    const begins = !this.#begun;
    const early = line.extent.last.order < this.#since.order;
    const belongs = !isSmtpVerb(verb) && (this.#begun || early || FIELD.test(line.text));
    if (belongs) this.#begun = true;
    if (belongs ? line.text === END : begins && !early) this.forget();
    return belongs ? { early: begins && early } : undefined;
  }
}
