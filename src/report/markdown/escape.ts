/**
 * The one exit of captured text to Markdown (CommonMark, and GitHub's tables), and to Mermaid inside it: no markup, no
 * HTML, no links, nobody is mentioned, no issue is closed.
 */
import { terminalText } from '../terminal-text.js';

const MARKUP = /[\\`*_[\]|~$]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What GitHub makes a mention or a reference of; what stands between is not seen. */
const REFERENCE = /(^|[^\w.])([@#])(?=\w)/g;
const NOTHING_SEEN = '<!-- -->';

/** Running text. */
export function markdownText(text: string): string {
  return terminalText(text)
    .replace(/[&<>]/g, (character) => ENTITIES[character]!)
    .replace(MARKUP, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(REFERENCE, `$1$2${NOTHING_SEEN}`);
}

/** Text as it was on the wire, also within a table; nothing for nothing. */
export function markdownCode(text: string): string {
  const shown = terminalText(text).replaceAll('|', '\\|');
  if (shown.trim() === '') return '';
  const fence = '`'.repeat(longestFence(shown) + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/** Several lines, fenced; what follows them begins a line. */
export function markdownBlock(lines: readonly string[]): string {
  const shown = lines.map(terminalText).join('\n');
  const fence = '`'.repeat(Math.max(2, longestFence(shown)) + 1);
  return `${fence}text\n${shown}\n${fence}\n`;
}

/** Backticks in a row. */
function longestFence(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** Every other character is written by its number, as Mermaid has it: `#59;`. */
const UNSAFE_IN_MERMAID = /[^\p{L}\p{N} .,…_/@=()!?'*-]/gu;
/** Code points of a line in a diagram. */
const LONGEST = 70;

export function mermaidText(text: string): string {
  const points = [...terminalText(text).trim()];
  const cut = points.length <= LONGEST ? points.join('') : `${points.slice(0, LONGEST).join('').replace(/[ …]+$/, '')}…`;
  return cut.replace(UNSAFE_IN_MERMAID, (character) => `#${character.codePointAt(0)!};`);
}
