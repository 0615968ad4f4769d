/** `mailscope explain [WORD...]`: what a word means, in rows of the terminal's width; without a word, what there is to ask for. */
import { allTopics, explain, type Answer } from '../../explain/explain.js';
import type { Family, Topic } from '../../explain/topic.js';
import { WORDS } from '../../explain/words.js';
import { terminalText } from '../../report/terminal-text.js';
import type { TopicKind } from '../../text/glossary.js';
import { print } from '../output.js';
import { createPage, INDENT, type ExplanationPage, type PageRequest } from './page.js';
import { asksForFilters, renderFilterPage } from './filter-page.js';

export interface ExplainRequest extends PageRequest {
  readonly words: readonly string[];
}

/** Exit status: 0 everything is known, 1 some of the words are not, 2 none is. */
export function explainWords(request: ExplainRequest): number {
  const { words, language } = request;
  const page = createPage(request);
  if (words.length === 0) {
    print(listOf(allTopics(language.code), page));
    return 0;
  }
  if (asksForFilters(words)) {
    print(renderFilterPage(language, page));
    return 0;
  }
  const answers = explain(words, language.code);
  const known = answers.filter(({ topics, family }) => topics.length > 0 || family !== undefined);
  print(known.map((answer) => render(answer, page)).join('\n'));
  for (const { words: word, suggestions } of answers.filter((answer) => !known.includes(answer))) {
    process.stderr.write(`mailscope: ${terminalText(language.diagnostics.usage['unknown-word']({ word, suggestions }))}\n`);
  }
  if (known.length === 0) return 2;
  return known.length < answers.length ? 1 : 0;
}

function render({ topics, family }: Answer, page: ExplanationPage): string {
  return family === undefined ? topics.map((topic) => renderTopic(topic, page)).join('\n') : renderFamily(family, page);
}

function renderTopic({ kind, name, sentence, paragraph, digits = [], example, reference, see }: Topic, { language, paint, paragraph: rows }: ExplanationPage): string {
  const { kinds, sentences } = WORDS[language.code].glossary;
  const head = `${paint.title(terminalText(name))}${paint.quiet(` · ${kinds[kind].one} · ${reference}`)}\n`;
  return [
    head,
    sentence === '' ? '' : rows(sentence),
    paragraph === undefined ? '' : rows(paragraph),
    ...digits.map((digit) => rows(digit)),
    example === undefined ? '' : `${INDENT}${paint.quiet(sentences.example)}\n${example.map((line) => rows(line, INDENT + INDENT)).join('')}`,
    see === undefined ? '' : rows(`${sentences.seeAlso} ${see.join(', ')}`),
  ].join('');
}

function renderFamily({ pattern, digits, members, reference }: Family, { language, paint, paragraph }: ExplanationPage): string {
  const { sentences } = WORDS[language.code].glossary;
  const head = `${paint.title(terminalText(sentences.family(pattern)))}${paint.quiet(` · ${reference}`)}\n`;
  const listed = members.map(({ name, sentence }) => paragraph(`${name}  ${sentence}`, INDENT + INDENT, name.length + 2)).join('');
  return `${head}${digits.map((digit) => paragraph(digit)).join('')}${listed}`;
}

/** All names, kind by kind. */
function listOf(topics: readonly Topic[], { language, paint, paragraph }: ExplanationPage): string {
  const { kinds, sentences } = WORDS[language.code].glossary;
  const parts = (Object.keys(kinds) as TopicKind[]).map((kind) => {
    const names = topics.filter((topic) => topic.kind === kind).map(({ name }) => name);
    return `${paint.title(kinds[kind].many)}\n${paragraph(names.join(', '))}`;
  });
  return [`${sentences.topics}\n`, ...parts].join('\n');
}
