/** A parameter or a command of an extension that the server has not offered. */
import type { Rule } from '../../rule.js';

/** The commands that an extension brings, with its EHLO keyword. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  AUTH: 'AUTH',
  STARTTLS: 'STARTTLS',
  BDAT: 'CHUNKING',
  BURL: 'BURL',
  ETRN: 'ETRN',
  ATRN: 'ATRN',
  XCLIENT: 'XCLIENT',
  XFORWARD: 'XFORWARD',
};

export const unofferedExtension: Rule<'smtp.extension-unoffered'> = {
  id: 'smtp.extension-unoffered',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 5321 §2.2.1',
  protocols: ['smtp'],
  judge: (facts, tell) => ({
    command(entry) {
      const { note, verb = '' } = entry;
      if (note.key === 'smtp.command.mail' || note.key === 'smtp.command.rcpt') {
        for (const extension of note.params.unoffered) tell({ verb, extension }, { entry });
        return;
      }
      const extension = EXTENSIONS[verb];
      if (extension === undefined || facts.offers === undefined || facts.offers.has(extension)) return;
      tell({ verb, extension }, { entry });
    },
  }),
};
