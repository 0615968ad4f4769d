/** The page as text, of every capture there is: whole, and every link in it leads somewhere. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analyze.js';
import { openInputs } from '../../../src/cli/inputs.js';
import { hashFactory } from '../../../src/platform/hash.js';
import { mailDecoder } from '../../../src/platform/mail-decoder.js';
import { tlsTools } from '../../../src/platform/certificate-reader.js';
import { gatherReport } from '../../../src/report/gathering.js';
import { createHtmlRenderer } from '../../../src/report/html/document.js';
import { BROKEN, OWN } from '../../captures.js';

const ASSETS = { style: '', script: '', styleHash: '', scriptHash: '' };
const ABOUT = {
  title: undefined,
  author: undefined,
  version: '0',
  commandLine: 'mailscope report',
  zone: 'utc',
  timeZone: 'UTC',
  language: 'en',
  redacted: true,
  anonymised: false,
  bodies: false,
  sessions: undefined,
} as const;

interface Page {
  readonly text: string;
  readonly entries: number;
}

async function pageOf(file: string): Promise<Page> {
  const pieces: string[] = [];
  let entries = 0;
  const render = createHtmlRenderer(ASSETS);
  const gathering = gatherReport({ about: ABOUT }, (content) => {
    for (const { session } of content.sessions()) entries += session.timeline.length;
    render(content, (text) => pieces.push(String(text)));
  });
  const { readers } = await openInputs([file], true);
  await analyze(readers, gathering, { decoder: mailDecoder, tls: tlsTools, hash: hashFactory });
  return { text: pieces.join(''), entries };
}

/** Elements that have no end. */
const VOID = new Set(['!DOCTYPE', 'meta', 'input', 'br']);

/** The end tags that are missing or too many; captured text holds no `<`. */
function unbalanced(text: string): readonly string[] {
  const open: string[] = [];
  for (const [tag, slash, name = '', closed] of text.matchAll(/<(\/?)([!\w]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (VOID.has(name) || closed === '/') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`${tag} behind ${open.slice(-3).join(' ')}`];
  }
  return open;
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe.each([...OWN, ...BROKEN])('%s', (file) => {
  it('is whole, and every link leads somewhere', async () => {
    const { readers } = await openInputs([file], false);
    if (readers.length === 0) return;
    for (const reader of readers) await reader.close();
    const { text, entries } = await pageOf(file);
    const ids = all(text, / id="([^"]*)"/g);
    expect(unbalanced(text)).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect([...new Set(all(text, / href="#([^"]*)"/g))].filter((id) => !ids.includes(id))).toEqual([]);
    expect(all(text, / id="(s\d+-\d+)"/g)).toHaveLength(entries);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});
