/** An enhanced code of another class than the reply code before it. */
import type { Rule } from '../../rule.js';

export const unequalClass: Rule<'smtp.code-mismatch'> = {
  id: 'smtp.code-mismatch',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 2034 §4',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    reply(entry) {
      const { code, text = '' } = entry;
      const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(text)?.[1];
      if (code === undefined || enhanced === undefined || enhanced.startsWith(String(code).charAt(0))) return;
      tell({ code, enhanced }, { entry });
    },
  }),
};
