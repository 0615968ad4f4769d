/**
 * A server that takes, from a client that has not logged in, a mail between two domains of which neither is its own by
 * name. That is what an open relay does, and what every host does that keeps mailboxes for other domains: a listener
 * cannot tell, and says no more.
 */
import { areRelated, domainOf } from '../domain.js';
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';

/** Addresses that mail of the own network comes from, and those of examples. */
const INTERNAL = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80:|::1$)/i;
const MX = 25;

export const foreignRelay: Rule<'relay.between-strangers'> = {
  id: 'relay.between-strangers',
  severity: 'info',
  category: 'security',
  reference: 'RFC 5321 §7.9',
  protocols: ['smtp'],
  judge: (facts, tell) => ({
    mail(message) {
      const { client, server } = facts.session;
      if (server.port !== MX || INTERNAL.test(client.address)) return;
      const { from, to } = message.envelope;
      const { name } = server;
      if (facts.isLoggedIn || message.outcome.accepted !== true || name?.includes('.') !== true || from === undefined) return;
      const stranger = to.find(({ address, accepted }) => accepted === true && isStrange(address, name) && isStrange(address, domainOf(from)));
      if (stranger === undefined || !isStrange(from, name)) return;
      tell({ from, to: stranger.address, server: name }, placeOf(message));
    },
  }),
};

function isStrange(address: string, domain: string): boolean {
  return address.includes('@') && domain !== '' && !areRelated(domainOf(address), domain.toLowerCase());
}
