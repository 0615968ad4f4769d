/** POP3 by Wireshark's names. */
import type { Entry } from '../../model/entry.js';
import type { PopField } from '../../model/filter.js';
import type { FieldRow, Value } from '../values.js';
import { filled, isSpoken, wireText } from './spoken.js';

type Read = (entry: Entry) => Value | readonly Value[] | undefined;

function inPop(read: Read): FieldRow['values'] {
  return (entry, { protocol }) => (protocol === 'pop3' && isSpoken(entry) ? read(entry) : undefined);
}

function ofCommand(read: Read): FieldRow['values'] {
  return inPop((entry) => (entry.kind === 'command' ? read(entry) : undefined));
}

function ofReply(read: Read): FieldRow['values'] {
  return inPop((entry) => (entry.status === undefined ? undefined : read(entry)));
}

/** The word, and what follows it. */
function halves({ text = '' }: Entry): readonly [string, string] {
  const at = text.indexOf(' ');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

export const POP_FIELDS: Readonly<Record<PopField, FieldRow>> = {
  'pop': { type: 'protocol', values: inPop(wireText) },
  'pop.request': { type: 'text', values: inPop(({ kind, text }) => (kind === 'command' || kind === 'auth' ? text : undefined)) },
  'pop.request.command': { type: 'word', values: ofCommand(({ verb }) => verb) },
  'pop.request.parameter': { type: 'text', values: ofCommand(({ args }) => filled(args)) },
  'pop.request.data': { type: 'text', values: inPop(({ kind, text }) => (kind === 'auth' ? text : undefined)) },
  'pop.response': { type: 'text', values: ofReply(({ text }) => text) },
  'pop.response.indicator': { type: 'word', values: ofReply((entry) => halves(entry)[0]) },
  'pop.response.description': { type: 'text', values: ofReply((entry) => filled(halves(entry)[1])) },
  'pop.response.data': { type: 'text', values: ofReply(({ lines }) => lines?.slice(1)) },
};
