/** Text in columns: display widths and word wrap, wide characters and emoji counted as terminals show them. */
import stringWidth from 'string-width';

// Latin letters, the usual punctuation, arrows, lines and blocks: one column each. Asking string-width
// for every word was 30 % of the transcript of short sessions.
const NARROW = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2194\u2500-\u25cf]*$/;

export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  const missing = width - widthOf(text);
  return missing > 0 ? text + ' '.repeat(missing) : text;
}

/** `text` in rows of at most `width` columns, broken at blanks where there are any. At least one row. */
export function wrap(text: string, width: number): readonly string[] {
  if (NARROW.test(text)) return text.length <= width ? [text] : wrapNarrow(text, width);
  if (stringWidth(text) <= width) return [text];
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/(?<= )/)) {
    if (row !== '' && widthOf(row) + widthOf(word.trimEnd()) > width) {
      rows.push(row.trimEnd());
      row = '';
    }
    row += word;
    while (widthOf(row.trimEnd()) > width) {
      const [head, rest] = cutAt(row, width);
      rows.push(head);
      row = rest;
    }
  }
  if (row.trimEnd() !== '') rows.push(row.trimEnd());
  return rows;
}

/** `wrap` for a line that may be indented: its further rows stand two columns further in. */
export function wrapIndented(line: string, width: number): readonly string[] {
  const text = line.trimStart();
  const indent = line.slice(0, line.length - text.length);
  if (indent === '') return wrap(line, width);
  const [first = '', ...more] = wrap(text, Math.max(1, width - indent.length - 2));
  return [indent + first, ...more.map((row) => `${indent}  ${row}`)];
}

/** `wrap` where every character is one column wide. */
function wrapNarrow(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let at = 0;
  while (text.length - at > width) {
    const blank = text.lastIndexOf(' ', at + width);
    const end = blank > at ? blank : at + width;
    rows.push(text.slice(at, end).trimEnd());
    at = end;
    while (text[at] === ' ') at++;
  }
  if (at < text.length) rows.push(text.slice(at).trimEnd());
  return rows;
}

/** The longest beginning that fits into `width` columns (at least one character), and the rest. */
function cutAt(text: string, width: number): readonly [string, string] {
  if (NARROW.test(text)) return [text.slice(0, width), text.slice(width)];
  let used = 0;
  let at = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width && at > 0) break;
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}
