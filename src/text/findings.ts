/** The words of findings: a few for a list, a sentence with the values of this one, and what the name means. */
import type { FindingValues } from '../model/finding.js';

export interface FindingText<Values> {
  /** A noun, as it stands in a list. */
  readonly title: string;
  /** What was found, with its values. */
  readonly sentence: (values: Values) => string;
  /** For `explain`: why it matters, and what can be done. No values. */
  readonly meaning: string;
}

export type FindingTexts<All> = { readonly [Id in keyof All]: FindingText<All[Id]> };

export type AllFindingTexts = FindingTexts<FindingValues>;
