/** `-Y EXPRESSION`: text in, a test of entries out. Says what is wrong with the expression and where. */
import type { Expression } from './ast.js';
import { FilterError } from './filter-error.js';
import type { Zone } from './moment.js';
import { requiredSource } from './operand.js';
import { parse } from './parse.js';
import type { Predicate } from './predicate.js';
import { compileMembership, compileRelation, type Circumstances } from './relation.js';

/** Throws FilterError. `zone`: the clock of times that name none. */
export function compileFilter(expression: string, zone: Zone = 'utc'): Predicate {
  return compile(parse(expression), { expression, zone });
}

function compile(node: Expression, circumstances: Circumstances): Predicate {
  switch (node.kind) {
    case 'and': {
      const terms = node.terms.map((term) => compile(term, circumstances));
      return (entry, session) => terms.every((term) => term(entry, session));
    }
    case 'or': {
      const terms = node.terms.map((term) => compile(term, circumstances));
      return (entry, session) => terms.some((term) => term(entry, session));
    }
    case 'xor': {
      const terms = node.terms.map((term) => compile(term, circumstances));
      return (entry, session) => terms.filter((term) => term(entry, session)).length % 2 === 1;
    }
    case 'not': {
      const of = compile(node.of, circumstances);
      return (entry, session) => !of(entry, session);
    }
    case 'relation':
      return compileRelation(node, circumstances);
    case 'membership':
      return compileMembership(node, circumstances);
    case 'presence':
      return compilePresence(node, circumstances);
  }
}

function compilePresence({ operand }: Extract<Expression, { readonly kind: 'presence' }>, { expression }: Circumstances): Predicate {
  const { read } = requiredSource(operand, expression);
  if (operand.kind === 'call') throw new FilterError('function-alone', { name: operand.name }, operand.place);
  return (entry, session) => read(entry, session).length > 0;
}
