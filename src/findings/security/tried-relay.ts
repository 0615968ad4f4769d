/**
 * A stranger asks a mail server to pass a mail on to others, and is refused: a client set up wrongly, or a search for open
 * relays (RFC 5321 §7.9). Concluded from the server's words, or from an address that only such a search uses.
 */
import type { Entry } from '../../model/entry.js';
import type { RelayForm } from '../../model/findings/security.js';
import { relayFormOf } from '../relay-route.js';
import type { Rule } from '../rule.js';

const RELAY = /\brelay/i;

export const triedRelay: Rule<'relay.tried'> = {
  id: 'relay.tried',
  severity: 'info',
  category: 'security',
  reference: 'RFC 5321 §7.9',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { note } = entry;
      if (note.key !== 'smtp.reply.refused' || note.params.command !== 'recipient') return;
      const { subject: address = '', words, code } = note.params;
      const form = formOf(entry.answers, address);
      if (form !== undefined || RELAY.test(words)) tell({ address, form, code, words }, { entry });
    },
  }),
};

function formOf(command: Entry | undefined, address: string): RelayForm | undefined {
  return command?.args === undefined ? undefined : relayFormOf(command.args, address);
}
