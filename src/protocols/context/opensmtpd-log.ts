/**
 * What OpenSMTPD says in a line of its log: `SESSION smtp|mta|mda WHAT name=value name="value"` (smtpd(8)). The first half of
 * the id of an envelope is the id under which the mail was taken.
 */
import type { LogEvent, SaidInLog } from '../../model/notes/context.js';

const LINE = /^[0-9a-f]{16} (smtp connected|smtp message|smtp envelope|mta delivery|mda delivery) /;
const EVENTS: Readonly<Record<string, LogEvent>> = { 'smtp connected': 'connect', 'smtp message': 'received', 'smtp envelope': 'queued' };
const RESULTS: Readonly<Record<string, LogEvent>> = { Ok: 'delivered', TempFail: 'deferred', PermFail: 'bounced' };
const ID_DIGITS = 8;
/** `10.9.1.3 (mx.example.com)`, the other way round than others write it. */
const RELAY = /^(\S+) \((\S+)\)$/;

export function openSmtpd(text: string): SaidInLog | undefined {
  const what = LINE.exec(text)?.[1];
  if (what === undefined) return undefined;
  const value = (name: string): string | undefined => valueOf(text, name);
  const address = value('address');
  const relay = RELAY.exec(value('relay') ?? '');
  const event = EVENTS[what] ?? RESULTS[value('result') ?? ''] ?? 'other';
  return {
    event,
    queueId: (value('msgid') ?? value('evpid'))?.slice(0, ID_DIGITS),
    sender: value('from'),
    recipient: value('to'),
    relay: address === undefined ? (relay === null ? undefined : `${relay[2]!} [${relay[1]!}]`) : `${value('host') ?? ''}[${address}]`,
    words: value('stat'),
    messageId: undefined,
  };
}

/** In quotation marks, in angle brackets, or up to the next blank. */
function valueOf(text: string, name: string): string | undefined {
  const at = text.indexOf(` ${name}=`);
  if (at === -1) return undefined;
  const from = at + name.length + 2;
  const close = text[from] === '"' ? '"' : text[from] === '<' ? '>' : ' ';
  const begin = close === ' ' ? from : from + 1;
  const end = text.indexOf(close, begin);
  return text.slice(begin, end === -1 ? undefined : end);
}
