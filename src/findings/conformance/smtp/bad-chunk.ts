/** BDAT without a size that can be read. */
import type { Rule } from '../../rule.js';

export const badChunk: Rule<'smtp.bad-chunk'> = {
  id: 'smtp.bad-chunk',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 3030 §2',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note } = entry;
      if (note.key !== 'smtp.command.bdat-malformed') return;
      tell({ args: note.params.args }, { entry });
    },
  }),
};
