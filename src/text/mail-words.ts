/** What is said of a mail itself: its header fields, its hops, its envelope beside its header. Every language owes it all. */
import type { ComparisonRemarks, HopRemarks, Remark } from '../model/mail-remarks.js';
import type { EnvelopeComparison, HeaderField, Hop, MailReport, Message, ReportItem } from '../model/message.js';
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
  | 'x-spam-status'
  | 'x-spam-flag'
  | 'x-spam-score'
  | 'x-virus-scanned'
  | 'dns-list'
  | 'greylist'
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
  'x-spam-level': 'x-spam-score',
  'x-authentication-results': 'authentication-results',
  'x-rbl-warning': 'dns-list',
  'x-rbl': 'dns-list',
  'x-dnsbl': 'dns-list',
  'x-dnsbl-warning': 'dns-list',
  'x-greylist': 'greylist',
  'x-greylist-delay': 'greylist',
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
}

/** A sentence for each remark. */
type RemarkSentences<R> = { readonly [K in keyof R]: (params: R[K]) => string };

export interface MailWords {
  readonly fields: Readonly<Record<FieldName, (value: string) => string>>;
  /** The way of a hop, and its time; what else there is to say of it are remarks. */
  hop(facts: HopFacts): string;
  readonly hops: RemarkSentences<HopRemarks>;
  /** What a report says of one recipient, or a complaint in all. */
  report(kind: MailReport['kind'], item: ReportItem): string;
  readonly envelope: RemarkSentences<ComparisonRemarks>;
}

/** A remark in words. */
export interface MailNote {
  readonly key: keyof HopRemarks | keyof ComparisonRemarks;
  readonly text: string;
}

/** What there is to say of a hop beside its way. */
export function hopNotes({ hops }: MailWords, { remarks = [] }: Hop): readonly MailNote[] {
  return remarks.map((remark) => ({ key: remark.key, text: told(hops, remark) }));
}

/** What there is to say of the envelope beside the header. */
export function comparisonNotes({ envelope }: MailWords, { remarks = [] }: EnvelopeComparison): readonly MailNote[] {
  return remarks.map((remark) => ({ key: remark.key, text: told(envelope, remark) }));
}

function told<R>(sentences: RemarkSentences<R>, { key, params }: Remark<R>): string {
  return sentences[key](params);
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

/** `at`: counted from the newest. */
function hopSentence(words: MailWords, { head }: Message, at: number): string | undefined {
  const hops = head?.received ?? [];
  const hop = hops[at];
  if (hop === undefined) return undefined;
  return [words.hop({ ...hop, number: hops.length - at }), ...hopNotes(words, hop).map(({ text }) => text)].join(' ');
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

/** What the envelope says and the header does not; undefined where they agree, or cannot be compared. */
export function envelopeSentence(words: MailWords, { comparison }: Message): string | undefined {
  const notes = comparison === undefined ? [] : comparisonNotes(words, comparison);
  return notes.length === 0 ? undefined : notes.map(({ text }) => text).join(' ');
}
