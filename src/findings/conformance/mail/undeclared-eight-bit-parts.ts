/** Octets above 127 in a mail of whose parts none says that it holds any. */
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';
import { contentOf, hasWholeHeader } from './content.js';

/** What nobody knows may hold anything, a mail inside a mail is looked into. */
function mayHoldThem(encoding: string | undefined, contentType: string): boolean {
  if (contentType.startsWith('multipart/') && encoding === undefined) return false;
  return encoding !== undefined && encoding !== '7bit' && encoding !== 'quoted-printable' && encoding !== 'base64';
}

export const undeclaredEightBitParts: Rule<'mail.eight-bit-as-seven'> = {
  id: 'mail.eight-bit-as-seven',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 2045 §6.2',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      const { count, line } = message.lines.eightBitBody;
      if (count === 0 || !hasWholeHeader(message) || message.parts.some(({ encoding, contentType }) => mayHoldThem(encoding, contentType))) return;
      tell({ octets: count, line, encoding: message.parts.length === 1 ? message.parts[0]!.encoding : undefined }, { message, entry: contentOf(message) });
    },
  }),
};
