/** Reads what reports say for programs: groups of fields, one group a recipient behind one for the mail (RFC 3464 §2.1). */
import type { HeaderField, MailReport, ReportItem } from '../model/message.js';
import type { HeaderDecoder } from '../model/platform.js';
import { parseFields } from './header-fields.js';
import { limits } from './limits.js';

const KINDS: Readonly<Record<string, MailReport['kind']>> = {
  'message/delivery-status': 'delivery',
  'message/global-delivery-status': 'delivery',
  'message/disposition-notification': 'disposition',
  'message/global-disposition-notification': 'disposition',
  'message/feedback-report': 'complaint',
};

/** The header of a mail without its body, as reports bring it along (RFC 6522 §4). */
export const HEADER_ALONE = 'text/rfc822-headers';

export function isReport(contentType: string): boolean {
  return Object.hasOwn(KINDS, contentType);
}

/** `octets`: the decoded body of a part of that type. */
export function readReport(contentType: string, octets: Buffer, decoder: HeaderDecoder): MailReport {
  const kind = KINDS[contentType] ?? 'delivery';
  const groups = octets.toString('latin1').split(/\r?\n\r?\n/).slice(0, limits.reportItems + 1);
  const fields = groups.map((group) => fieldsOf(group, decoder));
  const items = fields.map((group) => readItem(kind, group)).filter(({ recipient, action }) => recipient !== undefined || action !== undefined);
  const queueId = queueIdIn(fields[0]);
  return queueId === undefined ? { kind, items } : { kind, items, original: { queueId } };
}

/** The header of the mail that the report is about stands in a part behind it. */
export function withOriginal(report: MailReport, header: readonly HeaderField[]): MailReport {
  const messageId = header.find(({ name }) => name.toLowerCase() === 'message-id')?.value;
  return messageId === undefined || report.original?.messageId !== undefined ? report : { ...report, original: { ...report.original, messageId } };
}

/** Seen in the wild: X-Postfix-Queue-ID in captures/smtp-bounce.pcap; the standards name no field for it. */
function queueIdIn(fields: ReadonlyMap<string, string> | undefined): string | undefined {
  for (const [name, value] of fields ?? []) if (name.startsWith('x-') && name.endsWith('-queue-id')) return value;
  return undefined;
}

function fieldsOf(group: string, decoder: HeaderDecoder): ReadonlyMap<string, string> {
  return new Map(parseFields(Buffer.from(group, 'latin1'), decoder).map(({ name, value }) => [name.toLowerCase(), value]));
}

function readItem(kind: MailReport['kind'], fields: ReadonlyMap<string, string>): ReportItem {
  if (kind === 'complaint') return { recipient: address(fields.get('original-rcpt-to')), action: fields.get('feedback-type')?.toLowerCase() };
  const recipient = address(fields.get('final-recipient') ?? fields.get('original-recipient'));
  if (kind === 'disposition') return { recipient, action: fields.get('disposition')?.split(';')[1]?.split('/')[0]?.trim().toLowerCase() };
  return {
    recipient,
    action: fields.get('action')?.toLowerCase(),
    status: /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0],
    diagnostic: fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '').replace(/\s+/g, ' '),
  };
}

/** `rfc822;anna@kolleg.example`, or the address alone. */
function address(value: string | undefined): string | undefined {
  return value?.replace(/^[\w-]+;\s*/, '').replace(/^<(.*)>$/, '$1').trim() || undefined;
}
