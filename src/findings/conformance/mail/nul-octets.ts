/** A mail with octets that are 0. */
import type { Message } from '../../../model/message.js';
import { isBinary } from '../smtp/mail-parameters.js';
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

/** `~{n}` may hold any octet (RFC 3516 §4.4). */
function isBinaryLiteral({ entries }: Message): boolean {
  return entries.some(({ note }) => note.key === 'imap.command.append' && note.params.binary);
}

export const nulOctets: Rule<'mail.nul'> = {
  id: 'mail.nul',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5322 §3.5',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.nul;
      if (count > 0 && !isBinary(message) && !isBinaryLiteral(message)) tell({ count, line }, { message, entry: contentOf(message) });
    },
  }),
};
