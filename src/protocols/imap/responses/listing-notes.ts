/** Says which mailboxes there are: LIST and its like (RFC 9051 §7.3.1, RFC 5258), STATUS and NAMESPACE. */
import { mailboxOf } from '../commands/values.js';
import { named, pairs, type Describe } from './untagged.js';
import { nstringOf, valueNamed, wordsOf, type Value } from '../value-parser.js';

/** RFC 9051 §7.3.1: attributes, hierarchy delimiter, name, then what extensions add in a list. */
export const list: Describe = ({ word, values }, talk) => {
  const [attributes, separator, name, extended] = values;
  const mailbox = named(name, talk);
  if (attributes?.kind !== 'list' || mailbox === undefined) return undefined;
  const delimiter = nstringOf(separator);
  const tellsLevels = talk.isNewDelimiter(delimiter);
  if (mailbox.mailbox === '') return { key: 'imap.untagged.delimiter', params: { delimiter } };
  const names = wordsOf(attributes);
  const has = (attribute: string): boolean => names.some((name) => name.toLowerCase() === attribute);
  // In LSUB, \Noselect says that only names below this one are subscribed (RFC 3501 §6.3.9).
  const onlyBelow = word === 'LSUB' && has('\\noselect');
  const subscribed = (word === 'LSUB' && !onlyBelow) || has('\\subscribed');
  const added = extended?.kind === 'list' ? extended.items : [];
  const oldName = mailboxOf(firstOf(valueNamed(added, 'oldname')), talk);
  const childInfo = onlyBelow ? ['SUBSCRIBED'] : wordsOf(valueNamed(added, 'childinfo')).map((item) => item.toUpperCase());
  const params = { mailbox: mailbox.mailbox, attributes: names, delimiter, tellsLevels, subscribed, oldName, childInfo };
  const decoded = oldName === undefined ? mailbox.decoded : { mailbox: mailbox.mailbox, oldName };
  return { note: { key: 'imap.untagged.list', params }, decoded };
};

function firstOf(value: Value | undefined): Value | undefined {
  return value?.kind === 'list' ? value.items[0] : value;
}

export const status: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  if (mailbox === undefined || values[1]?.kind !== 'list') return undefined;
  const params = { mailbox: mailbox.mailbox, items: pairs(values[1].items) };
  return { note: { key: 'imap.untagged.status', params }, decoded: mailbox.decoded };
};

/** RFC 9051 §7.3.2: the user's own, other users' and shared places, each a list of prefixes with their delimiters. */
export const namespace: Describe = ({ values }, talk) => {
  const prefixes = (value: Value | undefined): readonly string[] =>
    value?.kind === 'list' ? value.items.map((item) => mailboxOf(firstOf(item), talk) ?? '') : [];
  const [personal, others, shared] = values.map(prefixes);
  return { key: 'imap.untagged.namespace', params: { personal: personal ?? [], others: others ?? [], shared: shared ?? [] } };
};
