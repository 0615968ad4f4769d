/** A mail that has another size than LIST has told. */
import type { Rule } from '../../rule.js';

/** Mails whose sizes are remembered. */
const MOST = 10_000;

export const wrongSize: Rule<'pop3.wrong-size'> = {
  id: 'pop3.wrong-size',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 1939 §11',
  protocols: ['pop3'],
  begin: () => (_facts, tell) => {
    const sizes = new Map<number, number>();
    const remember = (number: number, size: number): void => {
      if (sizes.size < MOST || sizes.has(number)) sizes.set(number, size);
    };
    return {
      reply({ note, items }) {
        if (note.key === 'pop3.reply.list-one') remember(note.params.number, note.params.octets);
        if (note.key !== 'pop3.reply.list') return;
        for (const { number, size } of items ?? []) if (number !== undefined && size !== undefined) remember(number, size);
      },
      message(entry) {
        const { note } = entry;
        if (note.key !== 'pop3.message' || !note.params.whole || note.params.number === undefined) return;
        const announced = sizes.get(note.params.number);
        const { number, size } = note.params;
        if (announced !== undefined && announced !== size) tell({ number, announced, size }, { entry, message: entry.message });
      },
    };
  },
};
