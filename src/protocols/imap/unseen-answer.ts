/** A line of the client behind a challenge of a log-in that was not captured, as an entry; unknown where it answers none. */
import type { Line } from '../../dialogue/reading.js';
import { takeSaslLine } from '../../dialogue/sasl/attempt.js';
import { sliceOf } from './logical-line.js';
import type { Talk } from './talk.js';
import { VERBS } from './verbs.js';

export function takeUnseenAnswer(line: Line, talk: Talk): void {
  const { isDue, said } = talk.unseenLogin.answer(line.text);
  if (said === undefined) return talk.unknown('client', line, isDue);
  const entry = talk.entry('auth', 'client', sliceOf(line), VERBS.AUTHENTICATE, { key: 'sasl.empty', params: {} });
  takeSaslLine(said, entry);
  talk.conversation.add(entry);
}
