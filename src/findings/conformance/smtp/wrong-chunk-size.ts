/** A chunk of BDAT that is longer than announced: its rest is read as a command. */
import { spokenOctets } from '../../../bytes/spoken-octets.js';
import type { Entry } from '../../../model/entry.js';
import type { Rule } from '../../rule.js';

export const wrongChunkSize: Rule<'smtp.chunk-size'> = {
  id: 'smtp.chunk-size',
  severity: 'warning',
  category: 'conformance',
  reference: 'RFC 3030 §2',
  protocols: ['smtp'],
  begin: () => (_facts, tell) => {
    let chunk: Entry | undefined;
    return {
      gap: () => void (chunk = undefined),
      message: (entry) => void (chunk = entry.note.key === 'smtp.chunk' && entry.note.params.complete ? entry : undefined),
      command(entry) {
        const before = chunk;
        chunk = undefined;
        const { note, text = '' } = entry;
        if (before === undefined || (note.key !== 'smtp.command.unknown' && note.key !== 'smtp.command.empty')) return;
        tell({ octets: spokenOctets(before.extent), line: text }, { entry, message: before.message });
      },
    };
  },
};
