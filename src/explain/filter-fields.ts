/** The fields of display filters with their words: for the page that lists them, and as topics of their own. */
import { FIELDS } from '../filter/fields.js';
import { HEADERS } from '../filter/fields/mail.js';
import type { FilterField, FilterType, HeaderFilterField } from '../model/filter.js';
import type { FieldGroup, FilterWords } from '../text/filter.js';
import type { Topic } from './topic.js';

export interface ExplainedField {
  readonly name: string;
  readonly group: FieldGroup;
  readonly type: FilterType;
  /** Without a full stop. */
  readonly meaning: string;
}

const GROUPS: Readonly<Record<string, FieldGroup>> = { tls: 'tls', smtp: 'smtp', pop: 'pop', imap: 'imap', imf: 'imf', mailscope: 'mailscope' };

/** All of them, in the order of the table. */
export function explainedFields(words: FilterWords): readonly ExplainedField[] {
  return (Object.keys(FIELDS) as FilterField[]).map((name) => {
    const [group = ''] = name.split('.');
    return { name, group: GROUPS[group] ?? 'network', type: FIELDS[name].type, meaning: meaningOf(name, words) };
  });
}

function meaningOf(name: FilterField, { fields, header }: FilterWords): string {
  return isHeader(name) ? header(HEADERS[name]) : fields[name];
}

function isHeader(name: FilterField): name is HeaderFilterField {
  return Object.hasOwn(HEADERS, name);
}

/** A protocol that is a field, too, is looked up as the protocol. */
export function fieldTopics(words: FilterWords): readonly Topic[] {
  const named = explainedFields(words).filter(({ name }) => name.includes('.'));
  return named.map(({ name, group, type, meaning }) => ({
    kind: 'field',
    name,
    aliases: [],
    sentence: `${meaning} (${words.types[type]}).`,
    reference: group === 'mailscope' ? 'mailscope' : 'Wireshark',
  }));
}
