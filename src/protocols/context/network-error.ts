/** Errors of ICMP about a packet of a session, or of a question on its account (RFC 792, RFC 1812 §5.2.7, RFC 4443 §3). */
import { createEntry, type EntryDraft } from '../../dialogue/entry-draft.js';
import { ExtentBuilder } from '../../dialogue/extent.js';
import type { HeardError } from '../../model/datagram.js';
import type { ContextNotes, IcmpReason } from '../../model/notes/context.js';
import type { Side } from '../../model/endpoint.js';
import type { Party } from './party.js';

/** By type and code; a type alone where the code says nothing more. */
const REASONS: Readonly<Record<4 | 6, Readonly<Record<string, IcmpReason>>>> = {
  4: {
    '3/0': 'network', '3/1': 'host', '3/3': 'port', '3/4': 'too-big', '3/5': 'network', '3/6': 'network', '3/7': 'host', '3/9': 'prohibited', '3/10': 'prohibited', '3/11': 'network',
    '3/12': 'host', '3/13': 'prohibited', '11/0': 'expired', '11/1': 'reassembly',
  },
  6: { '1/0': 'network', '1/1': 'prohibited', '1/3': 'host', '1/4': 'port', '1/5': 'prohibited', '1/6': 'prohibited', '2/0': 'too-big', '3/0': 'expired', '3/1': 'reassembly' },
};

export function errorEntry(error: HeardError, party: Party, about: ContextNotes['context.icmp']['about']): EntryDraft {
  const { version, type, code, mtu, source, quoted, arrival } = error;
  const of: Side = quoted.source.address === party.client.address ? 'client' : 'server';
  const by = sideOf(party, source);
  const kind = `${type}/${code}`;
  const reason = REASONS[version][kind] ?? 'other';
  const params = { reason, of, about, by: source, side: by, host: quoted.destination.address, port: quoted.destination.port, mtu, kind };
  const place = { phase: party.phase, step: 'network-error' } as const;
  const entry = createEntry('context', by ?? of, new ExtentBuilder(0, 0, arrival), place, undefined, { key: 'context.icmp', params });
  const name = version === 4 ? 'icmp' : 'icmpv6';
  entry.text = `${version === 4 ? 'ICMP' : 'ICMPv6'} ${kind} ${quoted.destination.address}:${quoted.destination.port}`;
  entry.decoded = { service: version === 4 ? 'ICMP' : 'ICMPv6', [`${name}.type`]: String(type), [`${name}.code`]: String(code) };
  return entry;
}

function sideOf({ client, server }: Party, address: string): Side | undefined {
  if (address === server.address) return 'server';
  return address === client.address ? 'client' : undefined;
}
