/** The findings of a session as rows below its lines: how grave, which line, what, and by which standard. */
import type { Finding } from '../../model/finding.js';
import { findingSentence, type Language } from '../../text/index.js';
import { terminalText } from '../terminal-text.js';
import { wrap } from './columns.js';
import type { Paint } from './paint.js';

interface FindingPage {
  readonly language: Language;
  readonly paint: Paint;
  readonly width: number;
  /** Blanks before each row. */
  readonly margin: number;
  readonly mask: (text: string) => string;
}

/** Width of the column of severities. */
const SEVERITY = 9;

export function findingRows(findings: readonly Finding[], { language, paint, width, margin, mask }: FindingPage): string {
  const indent = ' '.repeat(margin);
  const hanging = ' '.repeat(SEVERITY + 1);
  return findings.reduce((text, finding) => {
    const { severity, entry, id, reference } = finding;
    const label = paint.severity(severity, language.labels.severities[severity].padEnd(SEVERITY));
    const line = entry === undefined ? '' : `${language.labels.counted.line(entry.id)}: `;
    const sentence = mask(terminalText(findingSentence(language, finding)));
    const rows = wrap(`${line}${sentence} [${id}, ${reference}]`, Math.max(20, width - margin - SEVERITY - 1));
    return `${text}${rows.map((row, at) => `${indent}${at === 0 ? `${label} ` : hanging}${row}\n`).join('')}`;
  }, '');
}
