/** The packets of a session in Wireshark's language: by addresses and ports, which hold in every file it is in. */
import type { SessionRow } from '../model/archive.js';

export function displayFilter({ client, server }: Pick<SessionRow, 'client' | 'server'>): string {
  const field = (address: string): string => (address.includes(':') ? 'ipv6.addr' : 'ip.addr');
  return [client, server].map(({ address, port }) => `${field(address)} == ${address} && tcp.port == ${port}`).join(' && ');
}
