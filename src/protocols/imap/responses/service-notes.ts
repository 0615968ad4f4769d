/** Says what the server tells of itself and of other ways to its mails: ID, LANGUAGE, COMPARATOR, URLAUTH, JMAPACCESS. */
import type { Describe } from './untagged.js';
import { allWordsOf, nstringOf, textOf, valueNamed, type Value } from '../value-parser.js';

const MOST_WORDS = 50;

/** RFC 2971 §3.2: a list of names and values. */
export const identity: Describe = ({ values }) => {
  const [list] = values;
  const items = list?.kind === 'list' ? list.items : [];
  const field = (name: string): string | undefined => nstringOf(valueNamed(items, name));
  const params = {
    name: field('name'),
    version: field('version'),
    vendor: field('vendor'),
    os: field('os'),
    support: field('support-url'),
    fields: Math.floor(items.length / 2),
  };
  return { key: 'imap.untagged.id', params };
};

/** RFC 5255 §3.3: the languages there are, or the only one, which is now in use. */
export const language: Describe = ({ values }) => ({ key: 'imap.untagged.language', params: { languages: allWordsOf(values.slice(0, MOST_WORDS)) } });

/** RFC 5255 §4.8: the active comparator, and in a list those that match what was asked for. */
export const comparator: Describe = ({ values }) => {
  const active = textOf(values[0]);
  return active === undefined ? undefined : { key: 'imap.untagged.comparator', params: { active, others: allWordsOf(values.slice(1)) } };
};

/** RFC 4467 §8 */
export const genUrlAuth: Describe = ({ values }) => ({ key: 'imap.untagged.genurlauth', params: { urls: allWordsOf(values.slice(0, MOST_WORDS)) } });

/** RFC 4467 §8: URLs and what is behind them in turn; in lists where more than the content was asked for (RFC 5524). */
export const urlFetch: Describe = ({ values }) => {
  const urls: { url: string; octets: number | undefined }[] = [];
  for (let i = 0; i < values.length && urls.length < MOST_WORDS; ) {
    const url = textOf(values[i++]) ?? '';
    let octets: number | undefined;
    if (values[i]?.kind === 'list') while (values[i]?.kind === 'list') octets = octetsIn(values[i++]) ?? octets;
    else octets = octetsOf(values[i++]);
    urls.push({ url, octets });
  }
  return urls.length === 0 ? undefined : { key: 'imap.untagged.urlfetch', params: { urls } };
};

function octetsIn(list: Value | undefined): number | undefined {
  return list?.kind === 'list' ? octetsOf(list.items[1]) : undefined;
}

function octetsOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'literal') return value.literal.octets;
  return value?.kind === 'string' ? Buffer.byteLength(value.text) : undefined;
}

/** RFC 9698 */
export const jmapAccess: Describe = ({ values }) => {
  const url = textOf(values[0]);
  return url === undefined ? undefined : { key: 'imap.untagged.jmapaccess', params: { url } };
};
