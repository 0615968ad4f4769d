/** A multipart without a boundary, or without its closing delimiter. */
import { contentOf } from './content.js';
import { ALL_PROTOCOLS, type Rule } from '../../rule.js';

export const unclosedMultipart: Rule<'mail.unclosed-multipart'> = {
  id: 'mail.unclosed-multipart',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 2046 §5.1.1',
  protocols: ALL_PROTOCOLS,
  judge: (_facts, tell) => ({
    mail(message) {
      for (const { path, contentType, defects } of message.complete ? message.parts : []) {
        const defect = defects?.includes('no-boundary') === true ? 'no-boundary' : defects?.includes('unterminated') === true ? 'unterminated' : undefined;
        if (defect !== undefined) tell({ path, contentType, defect }, { message, entry: contentOf(message) });
      }
    },
  }),
};
