/**
 * A server that offers TLS to one client and not to another: a device on the way may have cut the offer out, as two vantage
 * points, one before and one behind it, show. What a server says after a log-in or inside TLS is no offer (RFC 3207 §4.2).
 */
import type { Entry } from '../../model/entry.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

/** Servers that are remembered. */
const MOST = 1000;

/** Whether TLS was offered, and to whom first: once each. */
interface Offers {
  with?: string;
  without?: string;
}

export const unevenOffer: Rule<'tls.uneven-offer'> = {
  id: 'tls.uneven-offer',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 3207 §6',
  protocols: ALL_PROTOCOLS,
  crosses: true,
  begin: () => {
    const servers = new Map<string, Offers>();
    return (facts, tell) => {
      let heard = false;
      const look = (entry: Entry): void => {
        const { offers, session } = facts;
        if (heard || offers === undefined || offers.size === 0 || !facts.isReadable || facts.isLoggedIn) return;
        heard = true;
        const seen = seenOf(servers, `${session.server.address} ${session.server.port}`);
        if (seen === undefined) return;
        const offered = offers.has('STARTTLS') || offers.has('STLS');
        const other = offered ? seen.without : seen.with;
        const isFirst = (offered ? seen.with : seen.without) === undefined;
        seen[offered ? 'with' : 'without'] ??= session.client.address;
        if (other !== undefined && (isFirst || !offered)) tell({ offered, other }, { entry });
      };
      return { greeting: look, reply: look, untagged: look };
    };
  },
};

function seenOf(servers: Map<string, Offers>, server: string): Offers | undefined {
  const known = servers.get(server);
  if (known !== undefined || servers.size >= MOST) return known;
  const seen: Offers = {};
  servers.set(server, seen);
  return seen;
}
