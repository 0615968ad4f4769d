/** Says what notes are kept on mailboxes and the server: METADATA (RFC 5464), and ANNOTATION from before it. */
import { named, type Decoded, type Describe } from './untagged.js';
import { nstringOf, textOf, valueNamed, type Value } from '../value-parser.js';

interface MetadataEntry {
  readonly name: string;
  readonly value: string | undefined;
}

const MOST_ENTRIES = 50;

/** RFC 5464 §4.4: entries with their values in a list, or the bare names of those that have changed. */
export const metadata: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  if (mailbox === undefined) return undefined;
  const list = values[1];
  const changed = list?.kind !== 'list';
  const entries: MetadataEntry[] = [];
  let { decoded } = mailbox;
  if (changed) for (const value of values.slice(1, 1 + MOST_ENTRIES)) entries.push({ name: textOf(value) ?? '', value: undefined });
  else decoded = addEntries(list.items, entries, decoded);
  return { note: { key: 'imap.untagged.metadata', params: { mailbox: mailbox.mailbox, entries, changed } }, decoded };
};

function addEntries(items: readonly Value[], entries: MetadataEntry[], decoded: Decoded): Decoded {
  const texts: Record<string, string> = {};
  let encoded = 0;
  for (let i = 0; i < items.length && entries.length < MOST_ENTRIES; i += 2) {
    const name = textOf(items[i]) ?? '';
    const value = nstringOf(items[i + 1]);
    entries.push({ name, value });
    if (items[i + 1]?.kind !== 'literal' || value === undefined) continue;
    encoded++;
    texts[name] = value;
  }
  return encoded === 0 ? decoded : { ...decoded, ...texts };
}

/** Seen in the wild: Cyrus answers GETANNOTATION with an entry and a list of attributes, of which `value.*` are values. */
export const annotation: Describe = ({ values }, talk) => {
  const mailbox = named(values[0], talk);
  const name = textOf(values[1]);
  const attributes = values[2];
  if (mailbox === undefined || name === undefined) return undefined;
  const items = attributes?.kind === 'list' ? attributes.items : [];
  const value = nstringOf(valueNamed(items, 'value.shared')) ?? nstringOf(valueNamed(items, 'value.priv')) ?? nstringOf(valueNamed(items, 'value'));
  const params = { mailbox: mailbox.mailbox, entries: [{ name, value }], changed: attributes?.kind !== 'list' };
  return { note: { key: 'imap.untagged.metadata', params }, decoded: mailbox.decoded };
};
