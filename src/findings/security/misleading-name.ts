/** A sender whose name is an address of somebody else: many programs show the name alone (RFC 5322 §3.6.2). */
import { areRelated, domainOf } from '../domain.js';
import { isListMail } from '../list-mail.js';
import { placeOf } from '../mail-place.js';
import { ALL_PROTOCOLS, type Rule } from '../rule.js';

const ADDRESS = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/i;

export const misleadingName: Rule<'mail.misleading-name'> = {
  id: 'mail.misleading-name',
  severity: 'notice',
  category: 'security',
  reference: 'RFC 5322 §3.6.2',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const sender = message.head?.from?.[0];
      // Lists that write their own address put the author's into the name.
      if (sender?.name === undefined || !sender.address.includes('@') || isListMail(message.head!)) return;
      const claimed = ADDRESS.exec(sender.name.slice(0, 500))?.[0];
      if (claimed === undefined || areRelated(domainOf(claimed), domainOf(sender.address))) return;
      tell({ name: claimed, address: sender.address }, placeOf(message));
    },
  }),
};
