/** What is said of a mail itself: its header fields, its hops, its envelope beside its header. Every language owes it all. */
import type { HeaderField, Hop, MailReport, Message, ReportItem } from '../model/message.js';
import { meaningOf } from './meaning.js';

/** Fields that have a sentence; those that begin alike share one. */
export type FieldName =
  | 'from'
  | 'sender'
  | 'reply-to'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'subject'
  | 'date'
  | 'message-id'
  | 'in-reply-to'
  | 'references'
  | 'return-path'
  | 'delivered-to'
  | 'x-original-to'
  | 'mime-version'
  | 'content-type'
  | 'content-transfer-encoding'
  | 'content-disposition'
  | 'content-id'
  | 'content-description'
  | 'content-language'
  | 'user-agent'
  | 'x-uidl'
  | 'x-priority'
  | 'x-originating-ip'
  | 'auto-submitted'
  | 'precedence'
  | 'list'
  | 'resent'
  | 'receipt'
  | 'dkim-signature'
  | 'authentication-results'
  | 'received-spf'
  | 'arc'
  | 'spam'
  | 'private';

const ALIASES: Readonly<Record<string, FieldName>> = {
  'x-mailer': 'user-agent',
  'importance': 'x-priority',
  'x-msmail-priority': 'x-priority',
  'envelope-to': 'x-original-to',
  'x-envelope-to': 'x-original-to',
  'disposition-notification-to': 'receipt',
  'return-receipt-to': 'receipt',
  'mailing-list': 'list',
  'errors-to': 'list',
};

/** Prefixes in the order in which they are tried. */
const FAMILIES: readonly (readonly [prefix: string, family: FieldName])[] = [
  ['list-', 'list'],
  ['resent-', 'resent'],
  ['arc-', 'arc'],
  ['x-spam', 'spam'],
  ['x-virus', 'spam'],
  ['x-', 'private'],
];

export interface HopFacts extends Hop {
  /** Counts from the sender: the oldest Received field is hop 1. */
  readonly number: number;
  /** It is this very session: the server that wrote it was heard to give this queue id. */
  readonly isThisSession: boolean;
  /** The mail came from the same host: a scanner or a local program. */
  readonly isLocal: boolean;
  /** The host's address has no name, or none that leads back to it. */
  readonly isNameless: boolean;
}

export interface EnvelopeFacts {
  readonly sender: string;
  /** The author of the header, where it is not the envelope's sender. */
  readonly otherAuthor: string | undefined;
  /** Recipients that stand in no field of the header. */
  readonly hidden: readonly string[];
}

export interface MailWords {
  readonly fields: Readonly<Record<FieldName, (value: string) => string>>;
  hop(facts: HopFacts): string;
  /** What a report says of one recipient, or a complaint in all. */
  report(kind: MailReport['kind'], item: ReportItem): string;
  /** Undefined where envelope and header agree. */
  envelope(facts: EnvelopeFacts): string | undefined;
}

/** Recipients of a report that are told one by one. */
const REPORTED = 5;

/** What a mail that is a report says; undefined where it is none. */
export function reportSentence(words: MailWords, { report }: Message): string | undefined {
  if (report === undefined || report.items.length === 0) return undefined;
  return report.items.slice(0, REPORTED).map((item) => words.report(report.kind, item)).join(' ');
}

/** The sentence of the `at`th field of the header; undefined where nobody knows the field. */
export function fieldSentence(words: MailWords, message: Message, at: number): string | undefined {
  const fields = message.head?.headers ?? [];
  const field = fields[at];
  if (field === undefined) return undefined;
  if (isReceived(field)) return hopSentence(words, message, fields.slice(0, at).filter(isReceived).length);
  const name = familyOf(field.name.toLowerCase(), words);
  return name === undefined ? undefined : words.fields[name](field.value);
}

function familyOf(name: string, { fields }: MailWords): FieldName | undefined {
  if (Object.hasOwn(fields, name)) return name as FieldName;
  return meaningOf(ALIASES, name) ?? FAMILIES.find(([prefix]) => name.startsWith(prefix))?.[1];
}

function isReceived({ name }: HeaderField): boolean {
  return name.toLowerCase() === 'received';
}

const LOCAL = /\b(?:localhost|127\.\d+\.\d+\.\d+|amavis\w*|spamd)\b|\[(?:IPv6:)?::1\]/i;
const NAMELESS = /\(unknown[\s)[]|\bunverified\b/i;

/** `at`: counted from the newest. */
function hopSentence(words: MailWords, { head, outcome }: Message, at: number): string | undefined {
  const hops = head?.received ?? [];
  const hop = hops[at];
  if (hop === undefined) return undefined;
  const id = hop.id?.split(/[\s(]/, 1)[0];
  return words.hop({
    ...hop,
    number: hops.length - at,
    isThisSession: id !== undefined && id === outcome.queueId,
    isLocal: hop.from !== undefined && LOCAL.test(hop.from),
    isNameless: hop.from !== undefined && NAMELESS.test(hop.from),
  });
}

/** A host, as a hop names it, without what comments add. */
export function hostOf(text: string): string {
  const [host = ''] = text.split('(', 1);
  return host.trimEnd();
}

const LONGEST_ADDRESS = 500;
const VERP = /^<?([^<>@\s]+?)[-+]([^<>@\s=+]+)=([^<>@\s=]+)@([^<>@\s]+?)>?$/;

/** The recipient that a list has written into its bounce address (VERP), and the address without it. */
export function verpOf(path: string): { readonly recipient: string; readonly list: string } | undefined {
  const [, list, name, domain, host] = VERP.exec(path.slice(0, LONGEST_ADDRESS).trim()) ?? [];
  return name === undefined ? undefined : { recipient: `${name}@${domain}`, list: `${list}@${host}` };
}

/** What the envelope says and the header does not; undefined where they agree, or the mail had no envelope. */
export function envelopeSentence(words: MailWords, message: Message): string | undefined {
  const { envelope, head, direction } = message;
  if (direction !== 'submitted' || head === undefined || envelope.from === undefined) return undefined;
  const same = (address: string): string => address.toLowerCase();
  const named = new Set([...(head.to ?? []), ...(head.cc ?? [])].map(({ address }) => same(address)));
  const author = head.from?.[0]?.address;
  return words.envelope({
    sender: envelope.from,
    otherAuthor: author !== undefined && same(author) !== same(envelope.from) ? author : undefined,
    hidden: envelope.to.map(({ address }) => address).filter((address) => !named.has(same(address))),
  });
}
