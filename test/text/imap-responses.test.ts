/**
 * Reads what is said of every response in `protocols/imap/transcripts/responses.md`, word by word in both languages.
 * `UPDATE_TRANSCRIPTS=1` writes the sentences down anew; read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Note } from '../../src/model/note.js';
import { ImapDissector } from '../../src/protocols/imap/dissector.js';
import { beginTls } from '../../src/protocols/tls/begin.js';
import { imap as german } from '../../src/text/de/imap.js';
import { imap as english } from '../../src/text/en/imap.js';
import { play } from '../play.js';
import { parseTranscripts } from '../transcript.js';

const TRANSCRIPTS = fileURLToPath(new URL('../protocols/imap/transcripts/responses.md', import.meta.url));
const SENTENCES = fileURLToPath(new URL('./imap-responses.txt', import.meta.url));

function say(language: typeof english, { key, params }: Note): string {
  return (language as Readonly<Record<string, (params: unknown) => string>>)[key]?.(params) ?? key;
}

function sentences(): string {
  const sections = parseTranscripts(readFileSync(TRANSCRIPTS, 'utf8')).map(({ name, turns }) => {
    const { entries } = play('imap', (conversation) => new ImapDissector(conversation, beginTls), turns);
    const told = entries.flatMap(({ from, text, decoded, note }) => {
      if (from === 'client' || text === undefined) return [];
      const also = decoded === undefined ? '' : `\n    ${JSON.stringify(decoded)}`;
      return [`${text}\n    ${say(english, note)}\n    ${say(german, note)}${also}`];
    });
    return `## ${name}\n\n${told.join('\n')}\n`;
  });
  return sections.join('\n');
}

it('says of every response what is written down', () => {
  const said = sentences();
  if (process.env['UPDATE_TRANSCRIPTS'] !== undefined) writeFileSync(SENTENCES, said);
  expect(said).toBe(readFileSync(SENTENCES, 'utf8'));
});
