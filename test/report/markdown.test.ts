/** Markdown that goes into somebody's ticket: nothing captured becomes markup, and every table has its columns. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import { openInputs } from '../../src/cli/inputs.js';
import { hashFactory } from '../../src/platform/hash.js';
import { tlsTools } from '../../src/platform/certificate-reader.js';
import { mailDecoder } from '../../src/platform/mail-decoder.js';
import type { ReportAbout } from '../../src/report/content.js';
import { gatherReport } from '../../src/report/gathering.js';
import { renderMarkdown } from '../../src/report/markdown/document.js';
import { markdownBlock, markdownCode, markdownText, mermaidText } from '../../src/report/markdown/escape.js';
import { BROKEN, OWN, SHARED } from '../captures.js';

describe('running text', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a & b', 'a &amp; b'],
    ['*bold* _em_ `code` ~no~', '\\*bold\\* \\_em\\_ \\`code\\` \\~no\\~'],
    ['![x](http://example.org/a)', '!\\[x\\](http\\://example.org/a)'],
    ['a | b\\', 'a \\| b\\\\'],
    ['see www.example.org', 'see www\\.example.org'],
    ['@everyone fixes #12', '@<!-- -->everyone fixes #<!-- -->12'],
    ['anna@example.org', 'anna@example.org'],
    ['$$x$$', '\\$\\$x\\$\\$'],
    ['one\ntwo', 'one␊two'],
  ])('%j', (text, safe) => expect(markdownText(text)).toBe(safe));
});

describe('lines of the wire', () => {
  it.each([
    ['250 OK', '`250 OK`'],
    ['a|b\\|c', '`a\\|b\\\\|c`'],
    ['a`b``c', '```a`b``c```'],
    ['`', '`` ` ``'],
    ['  ', ''],
    ['<img src=x onerror=alert(1)>', '`<img src=x onerror=alert(1)>`'],
  ])('%j', (text, safe) => expect(markdownCode(text)).toBe(safe));

  it('no fence inside ends a block', () => {
    expect(markdownBlock(['a', '````', '<b>'])).toBe('`````text\na\n````\n<b>\n`````\n');
  });
});

describe('a diagram', () => {
  it('holds nothing that Mermaid reads', () => {
    expect(mermaidText('a; b # c: <b>x</b> %% "q" end\nNote')).toBe('a#59; b #35; c#58; #60;b#62;x#60;/b#62; #37;#37; #34;q#34; end#9226;Note');
    expect([...mermaidText('x'.repeat(500))]).toHaveLength(71);
  });
});

const ABOUT: ReportAbout = {
  title: undefined,
  author: undefined,
  version: '0',
  commandLine: 'mailscope report',
  timeZone: 'UTC',
  zone: 'utc',
  language: 'en',
  redacted: true,
  anonymised: false,
  bodies: false,
  sessions: undefined,
};

async function reportOf(file: string, about: ReportAbout): Promise<string> {
  const pieces: string[] = [];
  const { readers } = await openInputs([file], true);
  const report = gatherReport({ about }, (content) => renderMarkdown(content, (text) => pieces.push(String(text))));
  await analyze(readers, report, { decoder: mailDecoder, tls: tlsTools, hash: hashFactory });
  return pieces.join('');
}

/** Without code spans and fenced blocks, as CommonMark §6.1 and §4.5 have them. */
function outsideCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '').replace(/(?<![`\\])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, 'code');
}

describe.each([...OWN, ...BROKEN, ...SHARED])('%s', (file) => {
  it.each(['en', 'de'] as const)('%s', async (language) => {
    const markdown = await reportOf(file, { ...ABOUT, language });
    const outside = outsideCode(markdown);
    expect(outside.replaceAll('<br>', '').replaceAll('<!-- -->', '')).not.toContain('<');
    expect(outside).not.toMatch(/(?<!\\):\/\//);
    expect(markdown).not.toMatch(/undefined|NaN|\[object/);
    let columns = 0;
    for (const line of outside.split('\n')) {
      const cells = line.startsWith('| ') ? line.replaceAll('\\|', '').split('|').length : 0;
      if (columns !== 0 && cells !== 0) expect(cells, line).toBe(columns);
      columns = cells;
    }
    for (const [, diagram = ''] of markdown.matchAll(/```mermaid\n([\s\S]*?)\n```/g)) {
      for (const line of diagram.split('\n')) {
        expect(line).toMatch(/^(?:sequenceDiagram|flowchart LR|participant [cs] as [^;#:]*(?:#\d+;[^;#:]*)*|(?:c->>s|s-->>c|Note over c,s): [^;#:]*(?:#\d+;[^;#:]*)*| {2}h\d+\["[^;#:"\]]*(?:#\d+;[^;#:"\]]*)*"\]| {2}h\d+ -(?:-|\.-)>\|[\p{L}\d .,…-]*\| h\d+)$/u);
      }
    }
  });
});
