/** What MAIL has said of a mail that was submitted. */
import type { Message } from '../../../model/message.js';
import type { ParameterKeyword, ParameterList, ParameterValues } from '../../../model/notes/smtp-parameters.js';

/** Of MAIL; undefined where it was not seen. */
export function parametersOf({ entries }: Message): ParameterList | undefined {
  const note = entries[0]?.note;
  return note?.key === 'smtp.command.mail' ? note.params : undefined;
}

export function parameterOf<K extends ParameterKeyword>(message: Message, keyword: K): ParameterValues[K] | undefined {
  const parameter = parametersOf(message)?.parameters.find((one) => one.keyword === keyword);
  return parameter?.value as ParameterValues[K] | undefined;
}

/** The client has declared that lines mean nothing in it (RFC 3030 §3). */
export function isBinary(message: Message): boolean {
  return parameterOf(message, 'BODY')?.type === 'BINARYMIME';
}
