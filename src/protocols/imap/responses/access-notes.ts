/** Says who may do what, and how much space there is: ACL (RFC 4314) and QUOTA (RFC 9208). */
import { named, type Describe } from './untagged.js';
import { allWordsOf, textOf, wordsOf } from '../value-parser.js';

/** People and groups that a note keeps. */
const MOST_ENTRIES = 50;

/** RFC 4314 §3.6: a mailbox, then identifiers and their rights in turn. */
export const acl: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  if (mailbox === undefined) return undefined;
  const entries: { who: string; rights: string }[] = [];
  for (let i = 1; i < values.length && entries.length < MOST_ENTRIES; i += 2) {
    entries.push({ who: textOf(values[i]) ?? '', rights: textOf(values[i + 1]) ?? '' });
  }
  return { note: { key: 'imap.untagged.acl', params: { mailbox: mailbox.mailbox, entries } }, decoded: mailbox.decoded };
};

/** RFC 4314 §3.8 */
export const myRights: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  if (mailbox === undefined) return undefined;
  const params = { mailbox: mailbox.mailbox, rights: textOf(values[1]) ?? '' };
  return { note: { key: 'imap.untagged.myrights', params }, decoded: mailbox.decoded };
};

/** RFC 4314 §3.7: a mailbox, an identifier, the rights that are always granted, then groups that can be granted. */
export const listRights: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  const who = textOf(values[1]);
  if (mailbox === undefined || who === undefined) return undefined;
  const [required = '', ...optional] = allWordsOf(values.slice(2, 2 + MOST_ENTRIES));
  const params = { mailbox: mailbox.mailbox, who, required, optional };
  return { note: { key: 'imap.untagged.listrights', params }, decoded: mailbox.decoded };
};

/** RFC 9208 §4.2.1: resource, usage, limit. */
export const quota: Describe = ({ values }) => {
  const root = textOf(values[0]);
  if (root === undefined || values[1]?.kind !== 'list') return undefined;
  const words = wordsOf(values[1]);
  const resources: { name: string; used: number; limit: number }[] = [];
  for (let i = 0; i + 2 < words.length && resources.length < 20; i += 3) {
    const [used, limit] = [Number(words[i + 1]), Number(words[i + 2])];
    if (Number.isSafeInteger(used) && Number.isSafeInteger(limit)) resources.push({ name: words[i]!.toUpperCase(), used, limit });
  }
  return { key: 'imap.untagged.quota', params: { root, resources } };
};

/** RFC 9208 §4.2.2 */
export const quotaRoot: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  if (mailbox === undefined) return undefined;
  const roots = allWordsOf(values.slice(1, 1 + MOST_ENTRIES));
  return { note: { key: 'imap.untagged.quotaroot', params: { mailbox: mailbox.mailbox, roots } }, decoded: mailbox.decoded };
};
