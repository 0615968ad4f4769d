/**
 * A line inside a mail that some servers take for its end and others do not (SMTP smuggling; RFC 5321 §4.1.1.4 knows CRLF
 * . CRLF alone). One that the mail does end with smuggles nothing.
 */
import type { LooseDot } from '../../model/mail-lines.js';
import { placeOf } from '../mail-place.js';
import type { Rule } from '../rule.js';

export const looseEnd: Rule<'mail.loose-end'> = {
  id: 'mail.loose-end',
  severity: 'warning',
  category: 'security',
  reference: 'RFC 5321 §4.1.1.4',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    mail(message) {
      const { looseDots, count, smuggled } = message.lines;
      const inside = looseDots.filter((dot) => lineBehind(dot) <= count);
      // What looks like a mail of its own is told as that.
      if (inside.length > 0 && smuggled === undefined) tell({ dots: inside }, placeOf(message));
    },
  }),
};

/** Lines are counted by their LF. */
function lineBehind({ behind, line }: LooseDot): number {
  return behind === 'cr' ? line : line + 1;
}
