/** More octets than the literal of APPEND has announced: what is left of the mail is read as part of the command. */
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

export const wrongLiteralLength: Rule<'imap.literal-length'> = {
  id: 'imap.literal-length',
  severity: 'warning',
  category: 'conformance',
  reference: 'RFC 9051 §4.3',
  protocols: ['imap'],
  begin: () => (_facts, tell) => {
    let mail: Entry | undefined;
    return {
      command: () => void (mail = undefined),
      message: (entry) => void (mail = entry),
      data(entry) {
        const { note } = entry;
        if (note.key === 'imap.data.append-surplus') tell({ octets: mail?.message?.size, words: note.params.words }, { entry, message: mail?.message });
      },
    };
  },
};
