/** What surrounds a session, by Wireshark's names: DNS, syslog, ICMP. */
import type { ContextField } from '../../model/filter.js';
import type { Entry } from '../../model/entry.js';
import type { FieldRow, Value } from '../values.js';

/** Numbers of the types that mail has to do with (RFC 1035 §3.2.2 and its registry). */
const TYPES: Readonly<Record<string, number>> = { A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, TLSA: 52, SPF: 99, ANY: 255 };
const RCODES: Readonly<Record<string, number>> = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };

function isDns({ note: { key } }: Entry): boolean {
  return key === 'context.dns.query' || key === 'context.dns.answer';
}

function isIcmp({ note, decoded }: Entry, service: string): boolean {
  return note.key === 'context.icmp' && decoded?.['service'] === service;
}

function presence(is: (entry: Entry) => boolean): FieldRow {
  return { type: 'label', values: (entry) => (is(entry) ? 1 : undefined) };
}

function value(name: string): (entry: Entry) => string | undefined {
  return ({ kind, decoded }) => (kind === 'context' ? decoded?.[name] : undefined);
}

function numbered(name: string, numbers: Readonly<Record<string, number>> | undefined): FieldRow {
  const read = value(name);
  const numberOf = (text: string): Value | undefined => (numbers === undefined ? Number(text) : numbers[text]);
  return {
    type: 'number',
    values: (entry) => {
      const text = read(entry);
      return text === undefined ? undefined : numberOf(text);
    },
  };
}

export const CONTEXT_FIELDS: Readonly<Record<ContextField, FieldRow>> = {
  'dns': presence(isDns),
  'dns.qry.name': { type: 'word', values: value('dns.qry.name') },
  'dns.qry.type': numbered('dns.qry.type', TYPES),
  'dns.flags.response': { type: 'boolean', values: (entry) => (isDns(entry) ? Number(entry.note.key === 'context.dns.answer') : undefined) },
  'dns.flags.rcode': numbered('dns.flags.rcode', RCODES),
  'syslog': presence(({ note }) => note.key === 'context.log'),
  'syslog.msg': { type: 'text', values: value('syslog.msg') },
  'icmp': presence((entry) => isIcmp(entry, 'ICMP')),
  'icmp.type': numbered('icmp.type', undefined),
  'icmp.code': numbered('icmp.code', undefined),
  'icmpv6': presence((entry) => isIcmp(entry, 'ICMPv6')),
  'icmpv6.type': numbered('icmpv6.type', undefined),
  'icmpv6.code': numbered('icmpv6.code', undefined),
};
