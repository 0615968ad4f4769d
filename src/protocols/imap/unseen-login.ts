/**
 * A log-in whose AUTHENTICATE was not captured: a challenge that only one mechanism can have sent gives it away. What the
 * client says behind a `+` that nothing explains may be a password, whatever it is.
 */
import type { Line } from '../../dialogue/reading.js';
import { takeSaslLine } from '../../dialogue/sasl/attempt.js';
import { SaslExchange, type SaslLine } from '../../dialogue/sasl/exchange.js';
import { sliceOf } from './logical-line.js';
import type { Talk } from './talk.js';
import { VERBS } from './verbs.js';

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

  /** A line of the client that is no command. */
  answer(line: Line, talk: Talk): void {
    const isDue = this.#isDue;
    this.#isDue = false;
    if (!isDue || this.#exchange.mechanism === '') return talk.unknown('client', line, isDue);
    const entry = talk.entry('auth', 'client', sliceOf(line), VERBS.AUTHENTICATE, { key: 'sasl.empty', params: {} });
    takeSaslLine(this.#exchange.response(line.text), entry);
    talk.conversation.add(entry);
  }

  /** A tagged reply has come. */
  end(): void {
    this.#isDue = false;
    if (this.#exchange.mechanism !== '') this.#exchange = new SaslExchange('');
  }
}
