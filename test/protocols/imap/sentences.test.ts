/**
 * What is said of each command, in both languages, as it stands in sentences.md: a line `> command` for each, with its
 * sentences below. The state is that of the section's name. `UPDATE_TRANSCRIPTS=1` writes them anew; read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { languages, sentence } from '../../../src/text/index.js';
import { client, play, server, type Turn } from '../../play.js';

const PATH = fileURLToPath(new URL('sentences.md', import.meta.url));

const STATES: Readonly<Record<string, readonly Turn[]>> = {
  'not authenticated': [server('* OK ready\r\n')],
  authenticated: [server('* PREAUTH ready\r\n')],
  selected: [server('* PREAUTH ready\r\n'), client('s SELECT INBOX\r\n'), server('* 12 EXISTS\r\ns OK [READ-WRITE] done\r\n')],
};

/** `line`: without tag; `\n` stands for the end of a line. */
function said(state: string, line: string): string {
  const octets = Buffer.from(`t1 ${line.replaceAll('\\n', '\r\n')}\r\n`, 'utf8').toString('latin1');
  const { entries } = play('imap', (conversation) => new ImapDissector(conversation, () => {}), [...STATES[state]!, client(octets)]);
  const { note } = entries.find(({ tag, kind }) => tag === 't1' && kind === 'command')!;
  return `${sentence(languages.en, note)}\n${sentence(languages.de, note)}\n`;
}

const SECTION = /^## (.+)$/gm;
const BLOCK = /^> (.*)\n((?:[^>\n#].*\n)*)/gm;

function sections(markdown: string): readonly { state: string; text: string }[] {
  const starts = [...markdown.matchAll(SECTION)];
  return starts.map((match, i) => ({ state: match[1]!, text: markdown.slice(match.index, starts[i + 1]?.index) }));
}

function update(markdown: string): string {
  const head = markdown.slice(0, markdown.search(SECTION));
  return head + sections(markdown).map(({ state, text }) => text.replace(BLOCK, (_block, line: string) => `> ${line}\n${said(state, line)}`)).join('');
}

if (process.env['UPDATE_TRANSCRIPTS'] === '1') writeFileSync(PATH, update(readFileSync(PATH, 'utf8')));

describe.each(sections(readFileSync(PATH, 'utf8')))('in the state $state', ({ state, text }) => {
  it.each([...text.matchAll(BLOCK)].map(([, line, sentences]) => [line!, sentences!]))('%s', (line, sentences) => {
    expect(said(state, line)).toBe(sentences);
  });
});
