/** Reads the sentences of every IMAP transcript in both languages: nothing undefined, no double blanks, always an end. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model/entry.js';
import type { ImapNotes } from '../../src/model/notes/imap.js';
import { ImapDissector } from '../../src/protocols/imap/dissector.js';
import { beginTls } from '../../src/protocols/tls/begin.js';
import { imap as german } from '../../src/text/de/imap.js';
import { imap as english } from '../../src/text/en/imap.js';
import { CODES as GERMAN_CODES } from '../../src/text/de/imap-codes.js';
import { CODES as ENGLISH_CODES } from '../../src/text/en/imap-codes.js';
import * as germanPhrases from '../../src/text/de/imap-phrases.js';
import * as englishPhrases from '../../src/text/en/imap-phrases.js';
import { play } from '../play.js';
import { parseTranscripts } from '../transcript.js';

const DIRECTORY = fileURLToPath(new URL('../protocols/imap/transcripts', import.meta.url));

function* entries(): Generator<Entry> {
  for (const file of readdirSync(DIRECTORY).filter((name) => name.endsWith('.md'))) {
    for (const { turns } of parseTranscripts(readFileSync(`${DIRECTORY}/${file}`, 'utf8'))) {
      yield* play('imap', (conversation) => new ImapDissector(conversation, beginTls), turns).entries;
    }
  }
}

function say(language: typeof english, { key, params }: Entry['note']): string | undefined {
  const sentence = (language as Readonly<Record<string, (params: unknown) => string>>)[key];
  return sentence?.(params);
}

/** A sentence as it must not be. */
function expectSentence(sentence: string): void {
  expect(sentence).not.toMatch(/undefined|NaN|\[object|null/);
  expect(sentence).not.toMatch(/ {2}|\.\.|,,| \.| ,|\( | \)|^[a-z]/);
  expect(sentence).toMatch(/^[^\s].*[.]$/s);
}

describe('every line of the transcripts', () => {
  it('has a sentence in both languages', () => {
    for (const { note, text } of entries()) {
      for (const language of [english, german]) {
        const sentence = say(language, note);
        if (note.key.startsWith('imap.')) expect(sentence, text).toBeDefined();
        if (sentence !== undefined) expectSentence(sentence);
      }
    }
  });

  it('says every key of the catalogue at least once', () => {
    const said = new Set([...entries()].map(({ note }) => note.key as string));
    const unsaid = (Object.keys(english) as (keyof ImapNotes)[]).filter((key) => !said.has(key));
    expect(unsaid).toEqual([]);
  });
});

describe('every response code', () => {
  const samples = [{ args: '', words: [] }, { args: '38505 3955', words: ['38505', '3955'] }, { args: '(A B)', words: ['A', 'B'] }];
  for (const name of Object.keys(ENGLISH_CODES) as (keyof typeof ENGLISH_CODES)[]) {
    it(name, () => {
      for (const codes of [ENGLISH_CODES, GERMAN_CODES]) {
        for (const sample of samples) expect(codes[name]({ name, number: undefined, ...sample })).toMatch(/^[A-ZÄÖÜ].*\.$/s);
      }
    });
  }
});

it('knows the same flags and attributes in both languages', () => {
  expect(Object.keys(germanPhrases.FLAGS)).toEqual(Object.keys(englishPhrases.FLAGS));
  expect(Object.keys(germanPhrases.ATTRIBUTES)).toEqual(Object.keys(englishPhrases.ATTRIBUTES));
});
