/** Where the octets of a client's literals go: to the command that they are a value of, or to a mail of their own. */
import type { ContentSink } from '../../../dialogue/reading.js';
import type { Message } from '../../../model/message.js';
import type { CommandReading } from './reading.js';
import { TextLiteral, type LiteralMark } from '../literal.js';
import { MailLiteral } from '../mails/mail-literal.js';
import type { Talk } from '../talk.js';

/** A value of the command. */
export function textOfCommand({ logical }: CommandReading, mark: LiteralMark): ContentSink {
  const literal = new TextLiteral(mark.octets, (extent) => logical.addLiteral(literal, extent));
  return literal;
}

/** A mail that the command appends; `tell` hears which one is coming, and undefined when it is over. */
export function appendedMail(
  { conversation, state }: Talk,
  { logical, command }: CommandReading,
  { octets }: LiteralMark,
  tell: (message: Message | undefined) => void,
): ContentSink {
  const owner = command!;
  const recorder = conversation.openMessage('appended', { to: [] });
  recorder.message.entries.push(owner.entry);
  tell(recorder.message);
  const frame = { from: 'client', octets, state, number: undefined, mailbox: owner.facts.mailbox } as const;
  const literal = new MailLiteral(recorder, frame, (entry) => {
    tell(undefined);
    logical.addLiteral(literal, undefined);
    owner.messages.push(recorder.message);
    if (entry === undefined) return;
    owner.answered = entry;
    conversation.add(entry);
  });
  return literal;
}
