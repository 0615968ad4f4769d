/** Whether a command was sent before the replies that were still to come, and whether it might have been (RFC 2920 §3.1). */
import type { Line } from '../../dialogue/reading.js';
import type { Haste } from '../../model/notes/smtp.js';
import type { Asked } from './asked.js';
import type { Talk } from './talk.js';
import { REFUSED_MAIL } from './verbs.js';

/** Commands before this one among which the end of a group is looked for: a hostile client sends any number at once. */
const LOOKED_AT = 64;

/** Undefined where the client has waited, or where the capture does not tell. */
export function hasteOf(line: Line, talk: Talk): Haste | undefined {
  if (talk.repliesLost || talk.behindStarttls || repliesMayBeUnseen(talk)) return undefined;
  if (awaitsGreeting(talk)) return { awaited: 'greeting', count: talk.asked.length + 1, fault: 'greeting' };
  const count = talk.asked.length;
  const waiting = count > 0 ? talk.asked.latest(LOOKED_AT) : overtaken(line, talk);
  const first = talk.asked.next ?? waiting[0];
  if (first === undefined) return undefined;
  const last = waiting.find(({ kind, row }) => kind !== 'mail' && row.endsGroup === true);
  if (last !== undefined) return { awaited: awaitedOf(last), count: 1, fault: 'not-last' };
  const fault = talk.offered?.has('PIPELINING') === false ? 'not-offered' : undefined;
  return { awaited: awaitedOf(first), count: Math.max(count, 1), fault };
}

/** The client has acknowledged octets that the capture does not hold, or the server was never heard. */
function repliesMayBeUnseen({ conversation, commander, replier }: Talk): boolean {
  const { connection, clientDirection } = conversation.session;
  const direction = replier === 'client' ? clientDirection : 1 - clientDirection;
  return conversation.hearsOnly(commander) || connection.halves[direction as 0 | 1].lags;
}

function awaitsGreeting({ greeted, commander, conversation }: Talk): boolean {
  return !greeted && commander === 'client' && conversation.setup !== undefined;
}

/** A line that was held until the reply that it did not wait for. */
function overtaken(line: Line, { answered }: Talk): readonly Asked[] {
  return answered !== undefined && line.extent.last.order < answered.order ? [answered.asked] : [];
}

function awaitedOf({ kind, verb, row, content }: Asked): Haste['awaited'] {
  if (row === REFUSED_MAIL) return 'refused-mail';
  if (kind === 'sasl') return 'login';
  if (kind !== 'mail') return { verb };
  return content === undefined || content.isLast ? 'mail' : 'chunk';
}
