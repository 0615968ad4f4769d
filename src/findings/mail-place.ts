/** Where a finding about a mail belongs: the line that stands for its content, the last one where it came in pieces. */
import type { Message } from '../model/message.js';
import type { Place } from './rule.js';

export function placeOf(message: Message): Place {
  return { message, entry: message.entries.findLast(({ kind }) => kind === 'message') ?? message.entries.at(-1) };
}
