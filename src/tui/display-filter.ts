/**
 * The packets of a session in Wireshark's language: by addresses and ports, which hold in every file it is in. Where they were
 * used more than once, or may have been, the session's time is added.
 */
import type { SessionRow } from '../model/archive.js';
import type { CaptureTime } from '../model/packet.js';

/** Sessions that are looked at for the same addresses and ports. */
const LOOKED_AT = 20_000;
const MICRO = 1e6;

export function displayFilter(row: SessionRow, rows: readonly SessionRow[]): string {
  const parties = partiesOf(row);
  const isAlone = rows.length <= LOOKED_AT && !rows.some((other) => other.id !== row.id && partiesOf(other) === parties);
  return isAlone ? parties : `${parties}${timesOf(row)}`;
}

function partiesOf({ client, server }: SessionRow): string {
  const field = (address: string): string => (address.includes(':') ? 'ipv6.addr' : 'ip.addr');
  return [client, server].map(({ address, port }) => `${field(address)} == ${address} && tcp.port == ${port}`).join(' && ');
}

/** In whole microseconds around it. Empty where the capture has no times. */
function timesOf({ start, duration }: SessionRow): string {
  if (duration === undefined || Number.isNaN(start.seconds)) return '';
  const first = microsecondsOf(start);
  return ` && frame.time_epoch >= ${epoch(first)} && frame.time_epoch <= ${epoch(first + Math.ceil(duration * MICRO) + 1)}`;
}

/** Cut, so that the first packet is not left out. */
function microsecondsOf({ seconds, fraction, digits }: CaptureTime): number {
  return seconds * MICRO + Math.floor((fraction * MICRO) / 10 ** digits);
}

function epoch(microseconds: number): string {
  return `${Math.floor(microseconds / MICRO)}.${String(microseconds % MICRO).padStart(6, '0')}`;
}
