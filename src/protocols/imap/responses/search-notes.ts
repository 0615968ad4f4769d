/** Says what a search has found: SEARCH, SORT and THREAD, ESEARCH (RFC 4731, 5267, 6203, 7377, 9394) and UIDBATCHES. */
import { mailboxOf } from '../commands/values.js';
import { parseMailSet } from '../mail-set.js';
import { pairs, type Describe } from './untagged.js';
import { textOf, valueNamed, wordsOf, type Value } from '../value-parser.js';

/** Numbers that a sentence can still name. */
const NAMED = 12;

/** Numbers, and behind them the highest change among them in a list (RFC 7162 §3.1.6). */
export const search: Describe = ({ word, values, cause }) => {
  const last = values.at(-1);
  const modseq = last?.kind === 'list' ? textOf(valueNamed(last.items, 'modseq')) : undefined;
  const numbers: string[] = [];
  let count = 0;
  for (const value of values) {
    if (value.kind === 'list') continue;
    if (count++ < NAMED) numbers.push(textOf(value) ?? '');
  }
  return { key: 'imap.untagged.search', params: { numbers, count, uid: cause?.uid ?? false, sorted: word === 'SORT', modseq } };
};

/** RFC 4731 §3.1: a correlator in brackets, UID, then names and values. */
export const esearch: Describe = ({ values }, talk) => {
  const [first] = values;
  const correlator = first?.kind === 'list' ? first.items : [];
  const tag = textOf(valueNamed(correlator, 'tag'));
  const mailbox = mailboxOf(valueNamed(correlator, 'mailbox'), talk);
  const uid = textOf(values[first?.kind === 'list' ? 1 : 0])?.toUpperCase() === 'UID';
  const from = (first?.kind === 'list' ? 1 : 0) + (uid ? 1 : 0);
  const sorted = tag !== undefined && talk.commands.waiting(tag)?.name === 'SORT';
  const decoded = mailbox === undefined ? undefined : { mailbox };
  return { note: { key: 'imap.untagged.esearch', params: { items: pairs(values.slice(from)), uid, mailbox, sorted } }, decoded };
};

/** RFC 5256 §4: a list for each conversation, in which branches are lists again. */
export const thread: Describe = ({ values }) => ({
  key: 'imap.untagged.thread',
  params: { threads: values.filter(({ kind }) => kind === 'list').length, mails: mailsIn(values) },
});

function mailsIn(values: readonly Value[]): number {
  return values.reduce((sum, value) => sum + (value.kind === 'list' ? mailsIn(value.items) : 1), 0);
}

/** RFC 10022: a correlator, and ranges of UIDs, the highest first. */
export const uidBatches: Describe = ({ values }) => {
  const text = wordsOf(values.find(({ kind }) => kind !== 'list')).join('');
  const set = text === '' ? undefined : parseMailSet(text, true);
  if (set === undefined && text !== '') return undefined;
  return { key: 'imap.untagged.uidbatches', params: { batches: set?.ranges ?? [], more: set?.more ?? 0 } };
};
