/** Makes the filters' parser of its grammar as the tests run, as the build makes it for the program. */
import { readFileSync } from 'node:fs';
import peggy from 'peggy';

const MODULE = '\0filter-grammar';
const GRAMMAR = 'src/filter/grammar.peggy';

export function filterGrammar() {
  return {
    name: 'filter-grammar',
    resolveId: (id: string, importer?: string) => (id === './grammar.js' && importer?.includes('/src/filter/') === true ? MODULE : undefined),
    load: (id: string) => (id === MODULE ? peggy.generate(readFileSync(GRAMMAR, 'utf8'), { output: 'source', format: 'es' }) : undefined),
  };
}
