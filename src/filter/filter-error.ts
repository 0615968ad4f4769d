/** What is wrong with an expression, and where in its text. The words are those of the text room. */
import type { FilterMistakeKey, FilterMistakes } from '../model/filter.js';
import type { Place } from './ast.js';

export class FilterError<K extends FilterMistakeKey = FilterMistakeKey> extends Error {
  readonly key: K;
  readonly params: FilterMistakes[K];
  readonly place: Place;

  constructor(key: K, params: FilterMistakes[K], place: Place) {
    super(key);
    this.key = key;
    this.params = params;
    this.place = place;
  }
}
