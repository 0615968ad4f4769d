/** The names of what FETCH hands out (RFC 9051 §6.4.5, RFC 3501, 3516, 7162, 8474, 8970, Gmail's), a row a name. */
import type { FetchItem, FetchWhat } from '../../../model/notes/imap.js';

const NAMES: Readonly<Record<string, FetchWhat>> = {
  ALL: 'all',
  FAST: 'fast',
  FULL: 'full',
  FLAGS: 'flags',
  UID: 'uid',
  INTERNALDATE: 'date',
  SAVEDATE: 'saved-date',
  'RFC822.SIZE': 'size',
  ENVELOPE: 'envelope',
  BODY: 'structure',
  BODYSTRUCTURE: 'structure',
  RFC822: 'mail',
  'RFC822.PEEK': 'mail',
  'RFC822.HEADER': 'header',
  'RFC822.TEXT': 'text',
  MODSEQ: 'modseq',
  EMAILID: 'email-id',
  THREADID: 'thread-id',
  PREVIEW: 'preview',
  SNIPPET: 'preview',
  ANNOTATION: 'annotations',
  'X-GM-MSGID': 'gmail-message',
  'X-GM-THRID': 'gmail-thread',
  'X-GM-LABELS': 'gmail-labels',
};

/** What stands in the brackets of BODY[...], without a part number. */
const SECTIONS: Readonly<Record<string, FetchWhat>> = {
  '': 'mail',
  HEADER: 'header',
  'HEADER.FIELDS': 'fields',
  'HEADER.FIELDS.NOT': 'fields-not',
  TEXT: 'text',
};

/** The same behind a part number. */
const PART_SECTIONS: Readonly<Record<string, FetchWhat>> = {
  '': 'part',
  HEADER: 'part-header',
  'HEADER.FIELDS': 'part-header',
  'HEADER.FIELDS.NOT': 'part-header',
  TEXT: 'part-text',
  MIME: 'mime',
};

const SECTIONED = /^(BODY|BODY\.PEEK|BINARY|BINARY\.PEEK|BINARY\.SIZE)\[([^\]]*)\](?:<(\d{1,15})(?:\.(\d{1,15}))?>)?$/i;
const SECTION = /^(\d+(?:\.\d+)*)?\.?([A-Za-z][A-Za-z.]*)?(?:\s*\(([^)]*)\))?$/;

/** Reads one name, as it stands in a command or a response. Total: what is not known is `other`. */
export function parseFetchItem(name: string): FetchItem {
  const sectioned = name.includes('[') ? SECTIONED.exec(name) : null;
  if (sectioned === null) return { what: NAMES[name.toUpperCase()] ?? 'other', name, detail: undefined, partial: undefined };
  const [, word = '', section = '', start, length] = sectioned;
  const partial = start === undefined ? undefined : { start: Number(start), length: length === undefined ? undefined : Number(length) };
  return { name, partial, ...readSection(word.toUpperCase(), section.trim()) };
}

function readSection(word: string, section: string): { what: FetchWhat; detail: string | undefined } {
  const match = SECTION.exec(section);
  if (match === null) return { what: 'other', detail: undefined };
  const [, part, kind = '', fields] = match;
  if (word === 'BINARY.SIZE') return { what: 'binary-size', detail: part };
  if (word.startsWith('BINARY')) return { what: part === undefined ? 'mail' : 'binary', detail: part };
  if (part === undefined) return { what: SECTIONS[kind.toUpperCase()] ?? 'other', detail: fieldNames(fields) };
  return { what: PART_SECTIONS[kind.toUpperCase()] ?? 'other', detail: part };
}

function fieldNames(fields: string | undefined): string | undefined {
  return fields?.replaceAll('"', '').trim().split(/\s+/).join(', ');
}

const MARKS_SEEN = /^(?:BODY\[|BINARY\[|RFC822$|RFC822\.TEXT$)/i;

/** Whether asking for it sets \Seen (RFC 9051 §6.4.5, RFC 3501 §6.4.5, RFC 3516 §4.2). */
export function marksSeen(item: FetchItem): boolean {
  return MARKS_SEEN.test(item.name);
}

const LAST_ITEM = /(?:^|[\s(])([^\s([\]]+(?:\[[^\]]*\](?:<\d+>)?)?)\s*$/;
/** As far back as a name may begin. */
const LONGEST_NAME = 1000;

/** The name of the item whose literal begins behind `text`: its last word, a section in brackets included. */
export function lastItemName(text: string): string {
  return LAST_ITEM.exec(text.slice(-LONGEST_NAME))?.[1] ?? '';
}
