/** Mails in a FETCH response, and the parts of them that can be put together: where each begins and what it belongs to. */
import type { EntryDraft } from '../../../dialogue/entry-draft.js';
import type { FetchItem } from '../../../model/notes/imap.js';
import type { Message, MessageRecorder } from '../../../model/message.js';
import type { Command } from '../commands/queue.js';
import { lastItemName, parseFetchItem } from '../commands/fetch-items.js';
import type { LogicalLine } from '../logical-line.js';
import { partOf, type MailPart, type OpenMail, type PartOf } from './mail-parts.js';
import type { Talk } from '../talk.js';
import { nstringOf, parseValues, textOf, wordsOf, type Value, type ValueParser } from '../value-parser.js';

/** A mail, or the part of one, whose octets come next. */
export interface FetchedMail {
  readonly recorder: MessageRecorder;
  /** Absent for a whole mail. */
  readonly part: { readonly item: FetchItem; readonly what: MailPart; readonly mail: OpenMail; readonly of: PartOf } | undefined;
}

/** What a FETCH response has been read to. */
export interface FetchReading {
  readonly response: { readonly word: string; readonly number: number | undefined; readonly start: number };
  readonly logical: LogicalLine;
  readonly parser: ValueParser;
  readonly cause: Command | undefined;
  /** Mails in it so far. */
  readonly messages: Message[];
}

/** The mail whose literal the line announces; undefined where it is something else. */
export function announcedMail(reading: FetchReading, talk: Talk): FetchedMail | undefined {
  const { texts, literals } = reading.logical;
  const item = parseFetchItem(lastItemName(texts.at(-1)!));
  if (item.what !== 'mail' && item.what !== 'header' && item.what !== 'text') return undefined;
  if (item.what === 'mail' && item.partial === undefined) return { recorder: openMail(talk), part: undefined };
  const what = partOf(item, asked(talk));
  if (what === undefined) return undefined;
  return beginPart(item, what, ownerOf(reading.parser.readOn(texts, literals, reading.response.start), reading, talk), talk);
}

/** Notes whose mail it is. */
export function linkMail({ recorder: { message } }: FetchedMail, { cause, messages }: FetchReading): void {
  if (!messages.includes(message)) messages.push(message);
  if (cause === undefined) return;
  message.entries.push(cause.entry);
  if (cause.messages.at(-1) !== message) cause.messages.push(message);
}

/** Mails that stand in quotes, or are empty: their octets belong to the line. `exact`: it is text, and no octet was lost in reading it. */
export function mailsInLine(values: readonly Value[], entry: EntryDraft, exact: boolean, reading: FetchReading, talk: Talk): void {
  const pairs = values[0]?.kind === 'list' ? values[0].items : values;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const value = pairs[i + 1]!;
    const item = parseFetchItem(textOf(pairs[i]) ?? '');
    if (item.what !== 'mail' || value.kind === 'list') continue;
    const octets = Buffer.from(value.kind === 'literal' ? '' : (nstringOf(value) ?? ''), 'utf8');
    if (value.kind === 'literal' && value.literal.octets > 0) continue;
    const mail = mailInLine(item, octets, exact, pairs, reading, talk);
    if (mail === undefined) continue;
    mail.recorder.message.entries.push(entry);
    linkMail(mail, reading);
    if (octets.length > 0) entry.message ??= mail.recorder.message;
  }
}

function mailInLine(item: FetchItem, octets: Buffer, exact: boolean, values: readonly Value[], reading: FetchReading, talk: Talk): FetchedMail | undefined {
  const what = partOf(item, asked(talk));
  if (what === undefined) {
    if (octets.length === 0) return undefined;
    const recorder = openMail(talk);
    recorder.content(octets, 0, octets.length);
    recorder.close(exact);
    return { recorder, part: undefined };
  }
  const owner = ownerOf(values, reading, talk);
  // Nothing is no part; nothing behind the last one says that it was the last.
  if (octets.length === 0 && (what.start === 0 || !talk.parts.goesOn(owner, what.start))) return undefined;
  const begun = beginPart(item, what, owner, talk);
  begun.recorder.content(octets, 0, octets.length);
  begun.part!.mail.end(what, octets.length, exact, begun.part!.of.size);
  return begun;
}

function openMail({ conversation }: Talk): MessageRecorder {
  return conversation.openMessage('retrieved', { to: [] });
}

function beginPart(item: FetchItem, what: MailPart, of: PartOf, talk: Talk): FetchedMail {
  const mail = talk.parts.begin(what, of, talk.conversation);
  return { recorder: mail.recorder, part: { item, what, mail, of } };
}

/** Values in which UID and size are looked for before each part: servers say them first. */
const MOST_LOOKED_AT = 400;

/** What the response has said of the mail before the part. */
function ownerOf(values: readonly Value[], { response }: FetchReading, talk: Talk): PartOf {
  const pairs = values[0]?.kind === 'list' ? values[0].items : values;
  // RFC 9586: a UID stands where else the number does.
  const isUid = response.word === 'UIDFETCH';
  let uid = isUid ? String(response.number) : undefined;
  let size: number | undefined;
  for (let i = 0; i + 1 < Math.min(pairs.length, MOST_LOOKED_AT); i += 2) {
    const name = textOf(pairs[i])?.toUpperCase();
    if (name === 'UID') uid = textOf(pairs[i + 1]);
    if (name === 'RFC822.SIZE') size = Number(textOf(pairs[i + 1]));
  }
  return { number: isUid ? undefined : response.number, uid, size, view: talk.mailbox };
}

/** Commands that are looked at: a server may answer several before it confirms the first. */
const MOST_COMMANDS = 16;
/** Items of each. */
const MOST_ITEMS = 1000;

/** What the commands that wait have asked for; nothing where none was seen. */
function asked({ commands }: Talk): readonly FetchItem[] {
  return commands.someOf('FETCH', MOST_COMMANDS).flatMap(askedBy);
}

function askedBy(command: Command): readonly FetchItem[] {
  return (command.asked ??= wordsOf(parseValues([command.entry.args ?? ''], [], 0)[1]).slice(0, MOST_ITEMS).map(parseFetchItem));
}
