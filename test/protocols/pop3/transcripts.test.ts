import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/model/entry.js';
import { byteByByte, missing, whole, type Cut, type Played, type Turn } from '../../play.js';
import { describeEntries, playTranscript, readTranscripts, updateTranscript } from './transcripts.js';

const updating = process.env['MAILSCOPE_UPDATE'] === '1';

for (const { name, title, turns, handshake, expected } of readTranscripts()) {
  describe(title, () => {
    test('becomes these entries', () => {
      const entries = describeEntries(playTranscript(turns, whole, handshake));
      if (updating) updateTranscript(name, entries);
      else expect(entries).toBe(expected);
    });

    test.skipIf(updating)('however the octets are cut', () => {
      const cuts = [byteByByte, ...[1, 2, 3, 4, 5, 6, 7, 8].map(randomCut)];
      for (const cut of cuts) expect(describeEntries(playTranscript(turns, cut, handshake))).toBe(expected);
    });

    test('every octet belongs to one entry', () => {
      for (const cut of [whole, byteByByte]) expectEveryOctet(playTranscript(turns, cut), turns);
    });

    test('with each segment missing in turn', () => {
      for (const [at, { from, octets }] of turns.entries()) {
        const holed = turns.with(at, missing(from, octets.length || 1));
        const played = playTranscript(holed);
        expectEveryOctet(played, holed);
        expectBackInStep(played, holed, at);
      }
    });

    test('with the beginning missing', () => {
      for (let at = 1; at < turns.length; at++) expectEveryOctet(playTranscript(turns.slice(at)), turns.slice(at));
    });

    test('one side only', () => {
      for (const side of ['client', 'server'] as const) {
        const heard = turns.filter(({ from }) => from === side);
        expectEveryOctet(playTranscript(heard), heard);
        for (const at of heard.keys()) expectEveryOctet(playTranscript(holedAt(heard, at)), holedAt(heard, at));
      }
    });
  });
}

function holedAt(turns: readonly Turn[], at: number): readonly Turn[] {
  return turns.with(at, missing(turns[at]!.from, turns[at]!.octets.length || 1));
}

/** Extents of each side, in the order of the stream, leave nothing out and overlap nowhere. */
function expectEveryOctet({ entries }: Played, turns: readonly Turn[]): void {
  for (const side of ['client', 'server'] as const) {
    const own = entries.filter(({ from }) => from === side);
    const octets = sum(own.filter(({ kind }) => kind !== 'gap'));
    const gaps = sum(own.filter(({ kind }) => kind === 'gap'));
    const sent = turns.filter(({ from, gap }) => from === side && gap === undefined);
    expect(octets).toBe(sent.reduce((length, turn) => length + turn.octets.length, 0));
    expect(gaps).toBe(turns.reduce((length, turn) => length + (turn.from === side ? (turn.gap ?? 0) : 0), 0));
  }
  expect(entries.map(({ id }) => id)).toEqual(entries.map((_, at) => at + 1));
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((octets, { extent }) => octets + extent.bytes, 0);
}

/** Some turns behind the hole, each reply answers the very command that it answers without the hole. */
function expectBackInStep(holed: Played, turns: readonly Turn[], at: number): void {
  const last = turns.findLastIndex(({ from }) => from === 'client');
  if (at > last - 4 || last === turns.length - 1 || !/^QUIT\r?\n$/i.test(turns[last]!.octets)) return;
  const quit = holed.entries.findLast(({ verb }) => verb === 'QUIT');
  const reply = holed.entries.find(({ answers }) => quit !== undefined && answers === quit);
  expect(reply?.text, `hole at segment ${at + 1}`).toBe(turns.at(-1)!.octets.trimEnd());
}

/** The same cuts for the same seed (a multiplicative congruential generator, Lehmer's). */
function randomCut(seed: number): Cut {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return (octets) => {
    const pieces: string[] = [];
    for (let at = 0; at < octets.length; ) {
      const length = 1 + next(23);
      pieces.push(octets.slice(at, at + length));
      at += length;
    }
    return pieces;
  };
}
