/** A client that introduces itself with what is no name of a host and no address in brackets. */
import type { Rule } from '../../rule.js';

const ADDRESS_LITERAL = /^\[[\w.:-]+\]$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)$/i;
/** Letters beyond ASCII are of RFC 6531 §3.7.1. */
const LABELS = /^[a-z\d\u0080-\uffff](?:[a-z\d\u0080-\uffff-]*[a-z\d\u0080-\uffff])?$/i;

function formOf(name: string): 'none' | 'address' | 'letters' | 'short' | undefined {
  if (name === '') return 'none';
  if (ADDRESS_LITERAL.test(name)) return undefined;
  if (ADDRESS.test(name)) return 'address';
  const labels = (name.endsWith('.') ? name.slice(0, -1) : name).split('.');
  if (!labels.every((label) => LABELS.test(label))) return 'letters';
  return labels.length === 1 ? 'short' : undefined;
}

export const helloName: Rule<'smtp.hello-name'> = {
  id: 'smtp.hello-name',
  severity: 'info',
  category: 'conformance',
  reference: 'RFC 5321 §4.1.1.1',
  protocols: ['smtp'],
  judge: (_facts, tell) => ({
    command(entry) {
      const { note } = entry;
      if (note.key !== 'smtp.command.ehlo' && note.key !== 'smtp.command.helo' && note.key !== 'smtp.command.lhlo') return;
      const name = (entry.args ?? '').trim();
      const form = formOf(name);
      if (form !== undefined) tell({ verb: entry.verb ?? '', name, form }, { entry });
    },
  }),
};
