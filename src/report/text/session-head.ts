/** The lines above a session's transcript: who spoke with whom, when, how much, and how it ended. */
import { secondsBetween } from '../../bytes/time.js';
import type { CaptureTime } from '../../model/packet.js';
import type { Peer, Session } from '../../model/session.js';
import type { Language } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';
import { formatTime } from '../time.js';

export type Zone = 'utc' | 'local';

export function sessionHead(session: Session, language: Language, zone: Zone): readonly string[] {
  const { labels } = language;
  const { connection, clientDirection } = session;
  const duration = secondsBetween(connection.first, connection.last);
  const { close, closedBy } = connection;
  const by = closedBy === undefined ? undefined : closedBy === clientDirection ? 'client' : 'server';
  const bytes = (direction: 0 | 1): string => language.octets(connection.halves[direction].captured);
  const facts = [
    clock(connection.first, zone),
    duration === undefined ? undefined : language.duration(duration),
    labels.counted.packets(connection.packets),
    `${labels.sides.client} ${bytes(clientDirection)}, ${labels.sides.server} ${bytes((1 - clientDirection) as 0 | 1)}`,
    connection.retransmissions > 0 ? labels.counted.retransmissions(connection.retransmissions) : undefined,
    connection.handshake === 'absent' ? labels.counted.beginsInside() : undefined,
    labels.counted.closed(close, by),
  ];
  const lines = [[sessionTitle(session, language)], facts, [vantageOf(session, language)], tlsFacts(session)];
  return lines.map((parts) => parts.filter((part) => part !== undefined).join(' · ')).filter((line) => line !== '');
}

/** Which session it is, and between whom. */
export function sessionTitle({ id, protocol, client, server }: Session, { labels }: Language): string {
  return [labels.counted.session(id), labels.protocols[protocol], `${peer(client)} → ${peer(server)}`].join(' · ');
}

/** At which places the connection was recorded, and what the network between the outermost of them takes. */
function vantageOf({ connection: { sight } }: Session, { labels, duration }: Language): string | undefined {
  if (sight === undefined) return undefined;
  const distances = [0, ...sight.points.flatMap(({ distance }) => distance ?? [])];
  const roundTrip = distances.length === 1 ? undefined : duration(2 * (Math.max(...distances) - Math.min(...distances)));
  return labels.counted.vantage(sight.captures.map((capture) => capture + 1), roundTrip);
}

/** What was agreed on, and by what name other tools know the client. */
function tlsFacts({ tls }: Session): readonly (string | undefined)[] {
  if (tls?.version === undefined && tls?.sni === undefined) return [];
  return [tls.version, tls.cipher, tls.group, tls.sni === undefined ? undefined : `SNI ${terminalText(tls.sni)}`, tls.ja4 === undefined ? undefined : `JA4 ${tls.ja4}`];
}

function peer({ address, port, name }: Peer): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return name === undefined ? `${host}:${port}` : `${terminalText(name)} (${host}:${port})`;
}

/** `2026-11-21 14:13:22.322165 UTC`; undefined where there is no time. */
export function clock(time: CaptureTime, zone: Zone): string | undefined {
  const utc = formatTime(time);
  if (utc === undefined) return undefined;
  if (zone === 'utc') return `${utc.replace('T', ' ').replace(/Z$/, '')} UTC`;
  const date = new Date(time.seconds * 1000);
  const minutes = -date.getTimezoneOffset();
  const shifted = formatTime({ ...time, seconds: time.seconds + minutes * 60 }) ?? utc;
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${shifted.replace('T', ' ').replace(/Z$/, '')} ${offset}`;
}
