/** Frames, addresses and ports. What an entry's side sends has that side's address as its source. */
import type { Entry } from '../../model/entry.js';
import type { NetworkField } from '../../model/filter.js';
import type { Peer, Session } from '../../model/session.js';
import { addressOf, type Family } from '../address.js';
import { nanosecondsBetween, nanosecondsOf, type FieldRow } from '../values.js';

const PORTS = 65_535;
const FRAMES = 4_294_967_295;

function source({ from }: Entry, { client, server }: Session): Peer {
  return from === 'client' ? client : server;
}

function destination({ from }: Entry, { client, server }: Session): Peer {
  return from === 'client' ? server : client;
}

function familyOf({ client }: Session): Family {
  return client.address.includes(':') ? 'ipv6' : 'ipv4';
}

function presence(family: Family): FieldRow {
  return { type: 'label', values: (_entry, session) => (familyOf(session) === family ? 1 : undefined) };
}

function address(type: Family, ...peers: readonly (typeof source)[]): FieldRow {
  return {
    type,
    values: (entry, session) => (familyOf(session) === type ? peers.map((peer) => addressOf(peer(entry, session), type) ?? 0n) : undefined),
  };
}

/** Names are not looked up: as with `tshark -n`, hosts are their addresses. */
function host(family: Family, ...peers: readonly (typeof source)[]): FieldRow {
  return {
    type: 'text',
    values: (entry, session) => (familyOf(session) === family ? peers.map((peer) => peer(entry, session).address) : undefined),
  };
}

/** What surrounds the connection is none of its segments. */
function ofConnection(values: FieldRow['values']): FieldRow['values'] {
  return (entry, session) => (entry.kind === 'context' ? undefined : values(entry, session));
}

function port(...peers: readonly (typeof source)[]): FieldRow {
  return { type: 'number', most: PORTS, values: ofConnection((entry, session) => peers.map((peer) => peer(entry, session).port)) };
}

function flag(isSet: (key: string) => boolean): FieldRow {
  return { type: 'boolean', values: ({ note }) => (isSet(note.key) ? 1 : 0) };
}

export const NETWORK_FIELDS: Readonly<Record<NetworkField, FieldRow>> = {
  'frame': { type: 'label', values: () => 1 },
  'frame.number': { type: 'number', most: FRAMES, values: ({ extent }) => extent.frames },
  'frame.time': { type: 'time', values: ({ extent }) => nanosecondsOf(extent.last) },
  'frame.time_epoch': { type: 'duration', values: ({ extent }) => nanosecondsOf(extent.last) },
  'ip': presence('ipv4'),
  'ip.addr': address('ipv4', source, destination),
  'ip.src': address('ipv4', source),
  'ip.dst': address('ipv4', destination),
  'ip.host': host('ipv4', source, destination),
  'ip.src_host': host('ipv4', source),
  'ip.dst_host': host('ipv4', destination),
  'ipv6': presence('ipv6'),
  'ipv6.addr': address('ipv6', source, destination),
  'ipv6.src': address('ipv6', source),
  'ipv6.dst': address('ipv6', destination),
  'ipv6.host': host('ipv6', source, destination),
  'ipv6.src_host': host('ipv6', source),
  'ipv6.dst_host': host('ipv6', destination),
  'tcp': { type: 'label', values: ofConnection(() => 1) },
  'tcp.port': port(source, destination),
  'tcp.srcport': port(source),
  'tcp.dstport': port(destination),
  'tcp.stream': { type: 'number', most: FRAMES, values: ofConnection((_entry, { connection }) => connection.stream) },
  'tcp.time_relative': { type: 'duration', values: ({ extent }, { connection }) => nanosecondsBetween(connection.first, extent.last) },
  'tcp.analysis.initial_rtt': {
    type: 'duration',
    values: (_entry, { connection: { roundTrip } }) => (roundTrip === undefined ? undefined : BigInt(Math.round(roundTrip * 1e9))),
  },
  'tcp.flags.syn': flag((key) => key.startsWith('tcp.setup')),
  'tcp.flags.fin': flag((key) => key.startsWith('tcp.fin')),
  'tcp.flags.reset': flag((key) => key.startsWith('tcp.rst')),
};
