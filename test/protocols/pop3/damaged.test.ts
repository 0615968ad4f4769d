/** Every transcript and every capture of POP3, damaged in every way that captures are: nothing throws, no octet is lost or counted twice, and the end is read. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openCapture } from '../../../src/capture/open.js';
import type { Packet } from '../../../src/model/packet.js';
import { Pop3Dissector } from '../../../src/protocols/pop3/dissector.js';
import { beginTls } from '../../../src/protocols/tls/begin.js';
import { OWN, SHARED } from '../../captures.js';
import { analyzePackets, expectSound } from '../../pipeline/analysis.js';
import { play, type Played, type Turn } from '../../play.js';
import { parseTranscripts } from '../../transcript.js';

const FOLDER = new URL('transcripts/', import.meta.url);
const TRANSCRIPTS = readdirSync(FOLDER).flatMap((file) => parseTranscripts(readFileSync(new URL(file, FOLDER), 'utf8')));
const CAPTURES = [...OWN, ...SHARED].filter((file) => /pop/.test(file) && !file.endsWith('.zst'));

function played(turns: readonly Turn[]): Played {
  return play('pop3', (conversation) => new Pop3Dissector(conversation, beginTls), turns);
}

function expectOctets(turns: readonly Turn[], { entries }: Played): void {
  for (const side of ['client', 'server'] as const) {
    const read = entries.filter(({ from, kind }) => from === side && kind !== 'gap').reduce((sum, { extent }) => sum + extent.bytes, 0);
    expect(read, side).toBe(turns.filter(({ from }) => from === side).reduce((sum, { octets }) => sum + octets.length, 0));
  }
}

/** The turns with the server's moved by so many places. */
function shifted(turns: readonly Turn[], places: number): readonly Turn[] {
  return turns
    .map((turn, at) => ({ turn, place: at + (turn.from === 'server' ? places + (places > 0 ? 0.5 : -0.5) : 0) }))
    .sort((a, b) => a.place - b.place)
    .map(({ turn }) => turn);
}

describe.each(TRANSCRIPTS)('$name', ({ turns }) => {
  // Lines of a mail that is handed in are commands, where the command before it is cut off.
  const handsIn = turns.some(({ octets }) => octets.startsWith('XTND XMIT'));
  const endsWithQuit = !handsIn && turns.findLastIndex(({ octets }) => /^QUIT\r?\n$/i.test(octets)) === turns.length - 2;

  test('begun in the middle, of a turn or of a line', () => {
    for (let at = 0; at < turns.length; at++) {
      const { from, octets, gap } = turns[at]!;
      for (const skipped of new Set([0, octets.length >> 1, Math.max(0, octets.length - 1)])) {
        const rest: readonly Turn[] = gap === undefined ? [{ from, octets: octets.slice(skipped) }, ...turns.slice(at + 1)] : turns.slice(at + 1);
        const again = played(rest);
        expectOctets(rest, again);
        if (!endsWithQuit || at > turns.length - 5) continue;
        const quit = again.entries.findLast(({ verb }) => verb === 'QUIT');
        expect(quit, `from turn ${at + 1}, octet ${skipped}`).toBeDefined();
        expect(again.entries.find(({ answers }) => answers === quit)?.text, `from turn ${at + 1}, octet ${skipped}`).toBe(turns.at(-1)!.octets.trimEnd());
      }
    }
  });

  test('with the sides shifted against each other', () => {
    for (const places of [-99, -7, -3, -1, 1, 3, 7, 99]) {
      const moved = shifted(turns, places);
      expectOctets(moved, played(moved));
    }
  });

  test('cut off anywhere', () => {
    for (let at = 0; at < turns.length; at++) {
      for (const kept of new Set([0, 1, turns[at]!.octets.length >> 1])) {
        const beginning = [...turns.slice(0, at), { ...turns[at]!, octets: turns[at]!.octets.slice(0, kept) }];
        expectOctets(beginning, played(beginning));
      }
    }
  });
});

describe.each(CAPTURES)('%s', (file) => {
  async function packets(): Promise<readonly Packet[]> {
    const reader = await openCapture(file, { capture: 0, hash: false });
    const list: Packet[] = [];
    for (;;) {
      const packet = reader.next();
      if (packet !== undefined) list.push({ ...packet, bytes: Buffer.from(packet.bytes.subarray(packet.start, packet.end)), start: 0, end: packet.end - packet.start });
      else if (!(await reader.fill())) return list;
    }
  }

  async function sound(list: readonly Packet[]): Promise<void> {
    for (const found of await analyzePackets(list)) expectSound(found);
  }

  test('with any packet lost, and begun or ended anywhere', { timeout: 60_000 }, async () => {
    const list = await packets();
    const step = Math.ceil(list.length / 40);
    for (let at = 0; at < list.length; at += step) {
      await sound(list.toSpliced(at, 1));
      await sound(list.slice(at));
      await sound(list.slice(0, at));
    }
  });
});
