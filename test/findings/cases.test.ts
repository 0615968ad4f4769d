/**
 * Every rule on conversations that hold what it looks for, and on some that come close to it and do not. A file of
 * `cases/` has the name of a finding; a section holds a script (see `script.ts`) and what is found in it, in both
 * languages: `session.line`, and the sentence. `UPDATE_FINDINGS=1` writes that down anew; read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/findings/rules.js';
import type { Finding } from '../../src/model/finding.js';
import { findingSentence, languages } from '../../src/text/index.js';
import { decodeDns } from '../../src/platform/dns-decoder.js';
import { analyzePackets, analyzeTogether } from '../pipeline/analysis.js';
import { packetsOf } from './script.js';

const DIRECTORY = 'test/findings/cases';
const BLOCK = /```script\n([\s\S]*?)```\n(?:\n```found\n([\s\S]*?)```\n)?/g;

interface Case {
  readonly name: string;
  readonly script: string;
  readonly found: string;
}

function casesOf(markdown: string): readonly Case[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [block] = section.matchAll(BLOCK);
      return block === undefined ? [] : [{ name: section.slice(0, section.indexOf('\n')), script: block[1]!, found: block[2] ?? '' }];
    });
}

async function findingsIn(script: string, id: string): Promise<string> {
  const packets = packetsOf(script);
  const captures = [0, 1].map((capture) => packets.filter((packet) => packet.capture === capture));
  const sessions = await (captures[1]!.length === 0 ? analyzePackets(packets, undefined, decodeDns) : analyzeTogether(captures));
  return sessions.flatMap(({ session, findings }) => findings.filter((finding) => finding.id === id).map((finding) => tell(session.id, finding))).join('');
}

function tell(session: number, finding: Finding): string {
  const line = finding.entry === undefined ? '' : `.${finding.entry.id}`;
  return [languages.en, languages.de].map((language) => `${session}${line} ${findingSentence(language, finding)}\n`).join('');
}

async function update(path: string, id: string): Promise<void> {
  const markdown = readFileSync(path, 'utf8');
  let written = markdown;
  for (const { script } of casesOf(markdown)) {
    const found = await findingsIn(script, id);
    written = written.replace(BLOCK, (block, own: string) => (own === script ? `\`\`\`script\n${script}\`\`\`\n\n\`\`\`found\n${found}\`\`\`\n` : block));
  }
  if (written !== markdown) writeFileSync(path, written);
}

const names = readdirSync(DIRECTORY)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3));

if (process.env['UPDATE_FINDINGS'] === '1') for (const id of names) await update(`${DIRECTORY}/${id}.md`, id);

it('has cases for every rule, with the finding and without', () => {
  expect(names.sort()).toEqual(RULES.map(({ id }) => id).sort());
  for (const id of names) {
    const cases = casesOf(readFileSync(`${DIRECTORY}/${id}.md`, 'utf8'));
    expect(cases.some(({ found }) => found !== ''), `${id} is found`).toBe(true);
    expect(cases.some(({ found }) => found === ''), `${id} is not found`).toBe(true);
  }
});

for (const id of names) {
  describe(id, () => {
    for (const { name, script, found } of casesOf(readFileSync(`${DIRECTORY}/${id}.md`, 'utf8'))) {
      it(name, async () => {
        expect(await findingsIn(script, id)).toBe(found);
      });
    }
  });
}
