/** What FETCH answers of one mail, item by item (RFC 3501 §6.4.5), and whether the mail counts as read by it. */
import { limits } from '../limits.js';
import type { Mail } from '../mail-store.js';
import { bodyStructureOf, envelopeOf } from './envelope.js';
import { BadSyntax, type FetchItem } from './syntax.js';
import { internalDate } from './moment.js';
import { fieldsOf, structureOf, type Part } from './structure.js';

const FAST = ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'];
const MACROS: Readonly<Record<string, readonly string[]>> = { FAST, ALL: [...FAST, 'ENVELOPE'], FULL: [...FAST, 'ENVELOPE', 'BODY'] };

/** The items of RFC 822, as the sections that they are, with what they do. */
const OLD_NAMES: Readonly<Record<string, string>> = { 'RFC822': '', 'RFC822.HEADER': 'HEADER', 'RFC822.TEXT': 'TEXT' };

/** A mail as one session sees it: whether it is recent is told to the first alone. */
export interface SeenMail {
  readonly mail: Mail;
  readonly recent: boolean;
}

type Teller = (seen: SeenMail, structure: () => Part) => string;

const TELLERS: Readonly<Record<string, Teller>> = {
  'FLAGS': (seen) => flagList(seen),
  'UID': ({ mail }) => String(mail.uid),
  'INTERNALDATE': ({ mail }) => internalDate(mail.received),
  'RFC822.SIZE': ({ mail }) => String(mail.octets.length),
  'ENVELOPE': (_seen, structure) => envelopeOf(structure()),
  'BODY': ({ mail }, structure) => bodyStructureOf(structure(), mail.octets, false),
  'BODYSTRUCTURE': ({ mail }, structure) => bodyStructureOf(structure(), mail.octets, true),
};

/** Macros as what they stand for; throws BadSyntax for what there is not. */
export function expandItems(items: readonly FetchItem[], alone: boolean): readonly FetchItem[] {
  const [first] = items;
  const macro = alone && first?.section === undefined ? MACROS[first?.name ?? ''] : undefined;
  if (macro !== undefined) return macro.map((name) => ({ name }));
  for (const item of items) if (!isKnown(item)) throw new BadSyntax(`there is no data item ${item.name}`);
  if (items.filter(({ name, section }) => section !== undefined || name in OLD_NAMES).length > limits.contents) throw new BadSyntax(`more than ${limits.contents} sections at a time`);
  return items;
}

function isKnown({ name, section }: FetchItem): boolean {
  if (section !== undefined) return name === 'BODY' || name === 'BODY.PEEK';
  return Object.hasOwn(TELLERS, name) || Object.hasOwn(OLD_NAMES, name);
}

/** Whether fetching it sets \Seen: content does, unless one only peeks. */
export function marksSeen({ name, section }: FetchItem): boolean {
  return (name === 'BODY' && section !== undefined) || name === 'RFC822' || name === 'RFC822.TEXT';
}

/** `FLAGS (\Seen) UID 4 …`, an octet a character. */
export function fetched(seen: SeenMail, items: readonly FetchItem[]): string {
  let known: Part | undefined;
  const structure = (): Part => (known ??= structureOf(seen.mail.octets));
  return items.map((item) => told(seen, item, structure)).join(' ');
}

function told(seen: SeenMail, { name, section, partial }: FetchItem, structure: () => Part): string {
  const old = OLD_NAMES[name];
  const asked = section ?? old;
  if (asked === undefined) return `${name} ${TELLERS[name]!(seen, structure)}`;
  const octets = sectionOf(seen.mail.octets, asked, structure);
  const label = old === undefined ? `BODY[${asked.toUpperCase()}]` : name;
  if (octets === undefined) return `${label} NIL`;
  const cut = partial === undefined ? octets : octets.slice(partial.from, partial.from + partial.count);
  return `${label}${partial === undefined ? '' : `<${partial.from}>`} {${cut.length}}\r\n${cut}`;
}

const SECTION = /^(?:([1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,20})(?:\.|$))?(HEADER\.FIELDS(?:\.NOT)? \(.*\)|HEADER|TEXT|MIME)?$/i;

/** Undefined where the mail has no such part. */
function sectionOf(octets: Buffer, section: string, structure: () => Part): string | undefined {
  const match = SECTION.exec(section);
  if (match === null) throw new BadSyntax(`there is no section ${section}`);
  const [, numbers, wanted = ''] = match;
  const text = (from: number, to: number): string => octets.toString('latin1', from, to);
  if (numbers === undefined) return wanted === '' ? text(0, octets.length) : ofMessage(structure(), wanted.toUpperCase(), text);
  const part = descend(structure(), numbers.split('.').map(Number));
  if (part === undefined) return undefined;
  if (wanted === '') return text(part.bodyStart, part.end);
  if (wanted.toUpperCase() === 'MIME') return text(part.start, part.bodyStart);
  return part.message === undefined ? undefined : ofMessage(part.message, wanted.toUpperCase(), text);
}

function ofMessage(part: Part, wanted: string, text: (from: number, to: number) => string): string {
  if (wanted === 'TEXT') return text(part.bodyStart, part.end);
  const header = text(part.start, part.bodyStart);
  return wanted.startsWith('HEADER.FIELDS') ? fieldsFrom(header, wanted) : header;
}

/** The fields that are named, or all others, as they stand, and the empty line. */
function fieldsFrom(header: string, wanted: string): string {
  const names = new Set(wanted.slice(wanted.indexOf('(') + 1, -1).replace(/"/g, '').split(' ').filter(Boolean));
  const isNot = wanted.startsWith('HEADER.FIELDS.NOT');
  const kept = header.split(/\r\n(?![ \t])/).filter((field) => {
    const [{ name = '' } = {}] = fieldsOf(field);
    return name !== '' && names.has(name.toUpperCase()) !== isNot;
  });
  return [...kept, '', ''].join('\r\n');
}

/** Part 2.1: the first part of the second; a mail that is not multipart is its own part 1. */
function descend(part: Part, [number, ...rest]: readonly number[]): Part | undefined {
  if (number === undefined) return part;
  const inside = part.message ?? part;
  const child = inside.children.length > 0 ? inside.children[number - 1] : number === 1 && (part.message !== undefined || part.start === 0) ? inside : undefined;
  return child === undefined ? undefined : descend(child, rest);
}

export function flagList({ mail, recent }: SeenMail): string {
  return `(${[...mail.flags, ...(recent ? ['\\Recent'] : [])].join(' ')})`;
}
