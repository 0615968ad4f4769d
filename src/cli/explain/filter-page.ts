/** `mailscope explain filter`: the language of filters on a page, and every field there is. */
import { explainedFields } from '../../explain/filter-fields.js';
import type { Language } from '../../text/index.js';
import type { FieldGroup } from '../../text/filter.js';
import type { ExplanationPage } from './page.js';

/** Names under which somebody may look for it. */
const NAMES: ReadonlySet<string> = new Set(['filter', 'filters', 'display filter', 'display filters', 'anzeigefilter', '-y']);
const GAP = 2;
/** Behind a longer one the meaning begins a line below. */
const WIDEST_FORM = 47;

export function asksForFilters(words: readonly string[]): boolean {
  return NAMES.has(words.join(' ').toLowerCase());
}

export function renderFilterPage({ filter }: Language, { paint, paragraph, row }: ExplanationPage): string {
  const { title, introduction, examples, operators, syntax, groups } = filter.page;
  const fields = explainedFields(filter);
  const rows = (pairs: readonly (readonly [string, string])[]): string => {
    const column = Math.min(WIDEST_FORM, Math.max(...pairs.map(([form]) => form.length))) + GAP;
    return pairs.map(([form, meaning]) => row(form, meaning, column)).join('');
  };
  const listed = (Object.keys(groups) as FieldGroup[]).map((group) => {
    const own = fields.filter((field) => field.group === group);
    return `\n${paint.title(groups[group])}\n${rows(own.map(({ name, type, meaning }) => [name, `${meaning} (${filter.types[type]})`]))}`;
  });
  return [
    `${paint.title(title)}\n`,
    ...introduction.map((text) => paragraph(text)),
    '\n',
    rows(examples.map(([expression, meaning]) => [`-Y '${expression}'`, meaning])),
    `\n${paint.title(operators)}\n`,
    rows(syntax),
    ...listed,
  ].join('');
}
