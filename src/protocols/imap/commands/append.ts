/** What the commands say that bring mails: APPEND, its mails put together from pieces (CATENATE), and REPLACE. */
import type { Note } from '../../../model/note.js';
import type { AppendParams, CatenatePart } from '../../../model/notes/imap.js';
import type { Command } from './queue.js';
import { flagsIn, keywordOf, takeSet, takeSubject } from './values.js';
import type { LiteralMark } from '../literal.js';
import type { Talk } from '../talk.js';
import { textOf, type Value } from '../value-parser.js';

const DATE_TIME = /^[ \d]\d-[A-Za-z]{3}-\d{4} /;

/** APPEND up to the mail that `mark` announces. */
export function describeAppend(command: Command, values: readonly Value[], mark: LiteralMark | undefined, talk: Talk): Note | undefined {
  const mailbox = takeSubject(command, values, talk);
  if (mailbox === undefined) return undefined;
  const rest = values.slice(1);
  const catenate = rest.findIndex((value) => keywordOf(value) === 'CATENATE');
  if (catenate !== -1) {
    const before = rest.slice(0, catenate);
    const parts = partsOf(rest[catenate + 1]);
    return { key: 'imap.command.catenate', params: { mailbox, flags: flagsIn(before), date: dateIn(before), parts, announced: mark?.octets } };
  }
  return { key: 'imap.command.append', params: appendParams(command, mailbox, rest, mark) };
}

/** RFC 8508 §3: the mail that goes, and then as APPEND. */
export function describeReplace(command: Command, values: readonly Value[], mark: LiteralMark | undefined, talk: Talk): Note | undefined {
  const set = takeSet(command, values[0]);
  const mailbox = takeSubject(command, values, talk, 1);
  if (set === undefined || mailbox === undefined) return undefined;
  return { key: 'imap.command.replace', params: { set, ...appendParams(command, mailbox, values.slice(2), mark) } };
}

function appendParams(command: Command, mailbox: string, rest: readonly Value[], mark: LiteralMark | undefined): AppendParams {
  if (mark !== undefined) command.facts.bytes = mark.octets;
  const utf8 = rest.some((value) => keywordOf(value) === 'UTF8');
  return { mailbox, flags: flagsIn(rest), date: dateIn(rest), size: mark?.octets, waits: mark?.waits ?? false, binary: mark?.text.startsWith('~') ?? false, utf8 };
}

/** The annotation of the next mail of the same command (RFC 3502): its flags and date stand behind the mail before. */
export function describeNextMail(values: readonly Value[], mails: number, mark: LiteralMark): Note {
  const behind = values.slice(values.findLastIndex(holdsMail) + 1);
  return { key: 'imap.data.append-more', params: { flags: flagsIn(behind), date: dateIn(behind), size: mark.octets, number: mails + 1 } };
}

/** UTF8 has the mail in brackets (RFC 6855 §4). */
function holdsMail(value: Value): boolean {
  return value.kind === 'literal' || (value.kind === 'list' && value.items.some(({ kind }) => kind === 'literal'));
}

function dateIn(values: readonly Value[]): string | undefined {
  return values
    .map(textOf)
    .find((text) => text !== undefined && DATE_TIME.test(text))
    ?.trim();
}

const MOST_PARTS = 20;

/** RFC 4469 §3: `URL "…"` and `TEXT {n}` in turn. */
function partsOf(value: Value | undefined): readonly CatenatePart[] {
  const items = value?.kind === 'list' ? value.items : [];
  const parts: CatenatePart[] = [];
  for (const [at, item] of items.entries()) {
    if (parts.length >= MOST_PARTS) break;
    if (item.kind === 'literal' && keywordOf(items[at - 1]) !== 'URL') parts.push({ octets: item.literal.octets });
    else if (keywordOf(item) === 'URL') parts.push({ url: textOf(items[at + 1]) ?? '' });
  }
  return parts;
}
