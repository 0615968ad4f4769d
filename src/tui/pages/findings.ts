/** What was found in a session, the gravest first; Enter goes to the line it is about. */
import type { Finding, Severity } from '../../model/finding.js';
import { findingSentence } from '../../text/index.js';
import { padded } from '../line.js';
import { Paragraphs } from '../screens/paragraphs.js';
import { conversationAt, type Page, type PageRow, type View } from '../view.js';

const GRAVITY: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, notice: 2, info: 3 };
const INDENT = 4;

export function findingsPage(view: View): Page | undefined {
  const conversation = conversationAt(view);
  if (conversation === undefined) return undefined;
  const { language, state, glyphs } = view;
  const told = (text: string): string => (state.secrets ? glyphs.text(text) : conversation.mask(glyphs.text(text)));
  const paragraphs = new Paragraphs(view, state.size.columns - 2, told);
  const findings = [...conversation.opened.findings].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  const rows: PageRow[] = [];
  for (const finding of findings) {
    const entry = finding.entry === undefined ? -1 : conversation.opened.entries.indexOf(finding.entry);
    const target = entry === -1 ? undefined : ({ kind: 'entry', session: view.place.session, entry } as const);
    tell(view, finding, paragraphs);
    for (const line of paragraphs.rows.splice(0)) rows.push({ line, target });
    rows.push({ line: [] });
  }
  if (findings.length === 0) {
    paragraphs.text(language.screens.noFindings, 'quiet');
    for (const line of paragraphs.rows) rows.push({ line });
  } else rows.pop();
  return { title: `${language.screens.screens.findings} · ${language.labels.counted.session(view.place.session)}`, length: rows.length, row: (at) => rows[at]! };
}

function tell({ language }: View, finding: Finding, page: Paragraphs): void {
  const { severity, category, entry, id, reference } = finding;
  const { labels, findings } = language;
  const line = entry === undefined ? '' : ` · ${labels.counted.line(entry.id)}`;
  page.text(`${padded(labels.severities[severity], 9)} ${findings[id].title}${line}`, severity);
  page.text(findingSentence(language, finding), 'plain', INDENT);
  page.text(findings[id].meaning, 'quiet', INDENT);
  page.text(`${labels.categories[category]} · ${id} · ${reference}`, 'quiet', INDENT);
}
