/**
 * A log-in whose AUTHENTICATE was not captured: a challenge that only one mechanism can have sent gives it away. What the
 * client says behind a `+` that nothing explains may be a password, whatever it is.
 */
import { SaslExchange, type SaslLine } from '../../dialogue/sasl/exchange.js';

export class UnseenLogin {
  #exchange = new SaslExchange('');
  /** The server has asked for more, and the client has not answered yet. */
  #isDue = false;

  /** A request to go on that nothing seen has asked for; undefined where it need not be a challenge. */
  challenge(words: string): SaslLine | undefined {
    this.#isDue = true;
    const challenge = this.#exchange.challenge(words);
    return this.#exchange.mechanism === '' ? undefined : challenge;
  }

  /** What the client says in a line that is no command; `said` where it answers a challenge that gave the mechanism away. */
  answer(text: string): { readonly isDue: boolean; readonly said: SaslLine | undefined } {
    const isDue = this.#isDue;
    this.#isDue = false;
    const said = isDue && this.#exchange.mechanism !== '' ? this.#exchange.response(text) : undefined;
    return { isDue, said };
  }

  /** A tagged reply has come. */
  end(): void {
    this.#isDue = false;
    if (this.#exchange.mechanism !== '') this.#exchange = new SaslExchange('');
  }
}
