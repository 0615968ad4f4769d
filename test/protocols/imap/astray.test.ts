/**
 * Every IMAP transcript as nobody planned it: begun and ended at any octet, with one side's words early or late. Every
 * octet keeps its entry, nothing throws, and the next plausible line is understood again.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/model/entry.js';
import type { Side } from '../../../src/model/endpoint.js';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import { languages, sentence } from '../../../src/text/index.js';
import { client, play, server, type Played, type Turn } from '../../play.js';
import { expectAllOctets, parseTranscripts } from '../../transcript.js';

const DIRECTORY = fileURLToPath(new URL('transcripts', import.meta.url));
const TRANSCRIPTS = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.md'))
  .flatMap((file) => parseTranscripts(readFileSync(`${DIRECTORY}/${file}`, 'utf8')).map((transcript) => ({ ...transcript, name: `${file}: ${transcript.name}` })));

/** What is said behind all of them: enough to be back in step, and then a command and its reply. */
const FAREWELL: readonly Turn[] = [
  client('zz7 NOOP\r\n'),
  server('zz7 OK still here\r\n'),
  client('zz8 NOOP\r\n'),
  server('zz8 OK still here\r\n'),
  client('zz9 LOGOUT\r\n'),
  server('* BYE good bye\r\nzz9 OK gone\r\n'),
];

function dissect(turns: readonly Turn[]): Played {
  const played = play('imap', (conversation) => new ImapDissector(conversation, beginTls), turns);
  expectAllOctets(turns, played);
  return played;
}

function expectSentences({ entries }: Played): void {
  const said = entries.flatMap(({ note }) => Object.values(languages).map((language) => sentence(language, note)));
  expect(said.filter((words) => /undefined|NaN|\[object/.test(words))).toEqual([]);
}

function isCommand({ kind, tag }: Entry): boolean {
  return kind === 'command' && tag === 'zz9';
}

/** The last command is understood, and its reply is known to be one to it. */
function expectInStep({ entries }: Played, hint: string): void {
  const command = entries.find(isCommand);
  expect(command, hint).toBeDefined();
  expect(entries.find(({ kind, tag }) => kind === 'reply' && tag === 'zz9')?.answers, hint).toBe(command);
}

/** What is left where the capture begins inside a turn. */
function from(turns: readonly Turn[], turn: number, offset: number): readonly Turn[] {
  const first = turns[turn]!;
  return [{ ...first, octets: first.octets.slice(offset) }, ...turns.slice(turn + 1)];
}

/** Cuts in a turn: behind its first octet, in the middle, before its last. */
function offsets({ octets: { length } }: Turn): readonly number[] {
  return [...new Set([Math.min(1, length), length >> 1, Math.max(0, length - 1)])];
}

describe.each(TRANSCRIPTS)('$name', ({ turns, noWayBack }) => {
  const pieces = turns.filter(({ gap }) => gap === undefined);

  it('is read from any octet on', { timeout: 30_000 }, () => {
    for (const [at, turn] of pieces.entries()) {
      for (const offset of offsets(turn)) {
        const played = dissect([...from(pieces, at, offset), ...FAREWELL]);
        if (!noWayBack) expectInStep(played, `from turn ${at + 1}, octet ${offset}: ${turn.octets}`);
      }
    }
  });

  it('is read up to any octet', () => {
    for (const [at, turn] of pieces.entries()) {
      for (const offset of offsets(turn)) dissect([...pieces.slice(0, at), { ...turn, octets: turn.octets.slice(0, offset) }]);
    }
  });

  it.each<[Side, number]>([['client', -7], ['client', -3], ['client', -1], ['client', 1], ['client', 3], ['client', 7]])('is read with the %s %i turns late', (side, late) => {
    const moved = pieces
      .map((turn, place) => ({ turn, place: turn.from === side ? place + late + Math.sign(late) / 2 : place }))
      .sort((a, b) => a.place - b.place)
      .map(({ turn }) => turn);
    const played = dissect([...moved, ...FAREWELL]);
    expectSentences(played);
    if (!noWayBack) expectInStep(played, `${late}`);
  });
});
