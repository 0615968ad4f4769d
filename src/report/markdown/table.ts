/** Tables of cells that are Markdown already. */

export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `${line(headings)}${line(headings.map(() => '---'))}${rows.map(line).join('')}\n`;
}

/** Names and what they are; what is absent has no row. */
export function markdownFacts(facts: readonly (readonly [name: string, value: string | undefined])[]): string {
  return markdownTable(['', ''], facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}
