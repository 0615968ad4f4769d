/** DATA and BDAT for one mail, or DATA for one that was declared to be binary. */
import type { ParameterList } from '../../../model/notes/smtp-parameters.js';
import type { Rule } from '../../rule.js';

function isBinary({ parameters }: ParameterList): boolean {
  return parameters.some((parameter) => parameter.keyword === 'BODY' && parameter.value.type === 'BINARYMIME');
}

export const mixedTransfer: Rule<'smtp.mixed-transfer'> = {
  id: 'smtp.mixed-transfer',
  severity: 'notice',
  category: 'conformance',
  reference: 'RFC 3030 §3',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    let chunked = false;
    let binary = false;
    return {
      command(entry) {
        const { note, verb = '' } = entry;
        if (note.key === 'smtp.command.mail') binary = isBinary(note.params);
        if (verb === 'DATA' && (chunked || binary)) tell({ after: chunked ? 'chunks' : 'binary' }, { entry });
        if (verb === 'BDAT') chunked = note.key === 'smtp.command.bdat' && !note.params.last;
        else if (verb !== 'NOOP') chunked = false;
      },
    };
  },
};
