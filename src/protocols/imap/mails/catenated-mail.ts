/**
 * Mails that APPEND puts together with CATENATE (RFC 4469): what comes as TEXT is on the wire, what a URL names the server
 * has already. The literals belong to their command; a mail of texts alone is whole.
 */
import type { MessageRecorder } from '../../../model/message.js';
import type { ContentSink } from '../../../dialogue/reading.js';
import type { Command } from '../commands/queue.js';
import type { CommandReading } from '../commands/reading.js';
import { textOfCommand } from '../commands/literals.js';
import type { LiteralMark } from '../literal.js';
import type { Talk } from '../talk.js';
import type { Value } from '../value-parser.js';

/** A TEXT: its octets are a value of the command, and the next of its mail. */
export function pieceOfMail({ conversation }: Talk, reading: CommandReading, mark: LiteralMark): ContentSink {
  const lists = catenateLists(reading.values);
  const mails = reading.catenated;
  const at = lists.length - 1;
  const recorder = (mails[at] ??= conversation.openMessage('appended', { to: [] }));
  if (namesUrl(lists[at])) recorder.interrupt();
  return both(recorder, textOfCommand(reading, mark));
}

/** The command is over; `whole`: its end was seen. */
export function endCatenated(reading: CommandReading, command: Command | undefined, whole: boolean): void {
  if (reading.catenated.length === 0) return;
  const lists = catenateLists(reading.values);
  reading.catenated.forEach((recorder, at) => {
    if (namesUrl(lists[at])) recorder.interrupt();
    recorder.close(whole);
    if (command === undefined) return;
    recorder.message.entries.push(command.entry);
    command.messages.push(recorder.message);
  });
}

/** What stands in the brackets behind each CATENATE. */
function catenateLists(values: readonly Value[]): readonly (Value | undefined)[] {
  return values.flatMap((value, i) => (i > 0 && value.kind === 'atom' && value.text.toUpperCase() === 'CATENATE' ? [values[i + 1]] : []));
}

function namesUrl(list: Value | undefined): boolean {
  return list?.kind === 'list' && list.items.some((item) => item.kind === 'atom' && item.text.length === 3 && item.text.toUpperCase() === 'URL');
}

function both(recorder: MessageRecorder, sink: ContentSink): ContentSink {
  return {
    content: (bytes, start, end) => {
      recorder.content(bytes, start, end);
      sink.content(bytes, start, end);
    },
    gap: (length) => {
      recorder.gap(length);
      sink.gap(length);
    },
    end: (extent, whole) => {
      if (!whole) recorder.interrupt();
      sink.end(extent, whole);
    },
  };
}
