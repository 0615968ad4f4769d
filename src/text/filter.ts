/** What is said of display filters: the meaning of each field, and what is wrong with an expression. */
import type { FilterField, FilterMistakes, FilterType, HeaderFilterField } from '../model/filter.js';

export interface FilterWords {
  /** What a field is taken from, without a full stop. */
  readonly fields: Readonly<Record<Exclude<FilterField, HeaderFilterField>, string>>;
  /** The same of a header field of a mail, by its name there. */
  readonly header: (name: string) => string;
  /** What kind of value it has, in a word or two. */
  readonly types: Readonly<Record<FilterType, string>>;
  readonly mistakes: { readonly [K in keyof FilterMistakes]: (params: FilterMistakes[K]) => string };
  readonly page: FilterPage;
}

/** The page on filters of `explain filter`. */
export interface FilterPage {
  readonly title: string;
  readonly introduction: readonly string[];
  /** An example, and what it keeps. */
  readonly examples: readonly (readonly [expression: string, meaning: string])[];
  readonly operators: string;
  readonly syntax: readonly (readonly [form: string, meaning: string])[];
  /** Above the fields of each group, by the first word of their names. */
  readonly groups: Readonly<Record<FieldGroup, string>>;
}

export type FieldGroup = 'network' | 'tls' | 'smtp' | 'pop' | 'imap' | 'imf' | 'mailscope';
