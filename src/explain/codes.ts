/** Codes that are no name of a table: `5.7.1` with its class, `599`, and the families `5yz`, `55z`, `5.7`, `x.7.x`. */
import type { Words } from './collect.js';
import { digitsOf, numbersOf } from './digits.js';
import type { Family, Topic } from './topic.js';

const REPLY_CODE = /^\d{3}$/;
const REPLY_FAMILY = /^\d(?:\d[xyz]|[xyz][xyz])$/;
const ENHANCED_CODE = /^\d\.\d{1,3}\.\d{1,3}$/;
const ENHANCED_FAMILY = /^(?=.*\d)[\dx]\.(?:\d{1,3}|x)(?:\.x)?$/;

/** `topics`: those of the tables. A code that they lack is told by its digits. */
export function explainCode(word: string, topics: readonly Topic[], { language, glossary }: Words): Topic | Family | undefined {
  const code = word.toLowerCase();
  const { sentences } = glossary;
  if (REPLY_CODE.test(code)) return unregistered('reply-code', code, digitsOf(code, language, sentences), 'RFC 5321 §4.2.1', sentences.unregistered(code));
  if (REPLY_FAMILY.test(code)) {
    const members = topics.filter(({ kind, name }) => kind === 'reply-code' && fits(name, code));
    return { pattern: code, digits: digitsOf(code, language, sentences), members, reference: 'RFC 5321 §4.2.1' };
  }
  const numbers = numbersOf(code, language, sentences);
  if (ENHANCED_CODE.test(code)) {
    const known = topics.find(({ kind, name }) => kind === 'enhanced-code' && name.slice(2) === code.slice(2));
    if (known === undefined) return unregistered('enhanced-code', code, numbers, 'RFC 3463 §2', sentences.unregistered(code));
    return { ...known, name: code, aliases: [], digits: numbers };
  }
  if (!ENHANCED_FAMILY.test(code)) return undefined;
  const subject = code.split('.')[1]!;
  const members = topics.filter(({ kind, name }) => kind === 'enhanced-code' && (subject === 'x' || name.split('.')[1] === subject));
  return { pattern: code, digits: numbers, members, reference: 'RFC 3463 §2' };
}

function unregistered(kind: Topic['kind'], name: string, digits: readonly string[], reference: string, sentence: string): Topic {
  return { kind, name, aliases: [], sentence, digits, reference };
}

/** `550` fits `5yz` and `55z`. */
function fits(code: string, pattern: string): boolean {
  return [...pattern].every((digit, at) => /\D/.test(digit) || digit === code[at]);
}
