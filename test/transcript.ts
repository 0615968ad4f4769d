/**
 * Transcripts: conversations written down in Markdown, with the entries they must give. Each is played whole, byte by
 * byte, at random cuts, and with each of its segments lost in turn.
 *
 * A section holds a block of turns and a block of entries:
 *
 *     ```turns
 *     S: * OK ready            a line; CRLF is added, \xNN is that octet
 *     C| a1 NO                 octets without a line end
 *     S- 120                   so many octets are missing
 *     ```
 *     ```entries
 *     1 S greeting OK imap.greeting
 *     ```
 *
 * An entry is told as: number, side, kind, tag, verb, code, status, key of its annotation, `<n` what it answers, `mn`
 * its mail, `!` that it ends mails. `UPDATE_TRANSCRIPTS=1` writes the entries down anew; read the difference.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Conversation, Dissector } from '../src/dialogue/conversation.js';
import type { Entry } from '../src/model/entry.js';
import type { MailProtocol } from '../src/model/session.js';
import type { Side } from '../src/model/endpoint.js';
import { byteByByte, client, missing, play, server, whole, type Cut, type Played, type Turn } from './play.js';

export interface Transcript {
  readonly name: string;
  readonly turns: readonly Turn[];
  readonly entries: string;
  /** Losing a segment here may leave the end unread: the section says `(no way back)`. */
  readonly noWayBack: boolean;
}

export type Dissect = (conversation: Conversation) => Dissector;

const SECTION = /^## (.+)$/gm;
const TURNS = /```turns\n([\s\S]*?)```/;
const ENTRIES = /```entries\n([\s\S]*?)```/;

/** The sections of a Markdown file that hold a conversation. */
export function parseTranscripts(markdown: string): readonly Transcript[] {
  const starts = [...markdown.matchAll(SECTION)];
  return starts.flatMap((match, i) => {
    const text = markdown.slice(match.index, starts[i + 1]?.index);
    const turns = TURNS.exec(text)?.[1];
    if (turns === undefined) return [];
    const entries = ENTRIES.exec(text)?.[1] ?? '';
    return [{ name: match[1]!, turns: turns.split('\n').flatMap(parseTurn), entries, noWayBack: text.includes('(no way back)') }];
  });
}

function parseTurn(line: string): readonly Turn[] {
  const match = /^([CS])([:|-]) ?(.*)$/s.exec(line);
  if (match === null) return [];
  const side: Side = match[1] === 'C' ? 'client' : 'server';
  const rest = match[3]!;
  if (match[2] === '-') return [missing(side, Number(rest))];
  const octets = Buffer.from(rest, 'utf8').toString('latin1').replace(/\\x([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return [(side === 'client' ? client : server)(match[2] === ':' ? `${octets}\r\n` : octets)];
}

/** Plays every transcript of a directory in every way. */
export function testTranscripts(directory: string, protocol: MailProtocol, dissect: Dissect): void {
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.md')).sort()) {
    const path = `${directory}/${file}`;
    if (process.env['UPDATE_TRANSCRIPTS'] === '1') update(path, protocol, dissect);
    describe(file, () => {
      for (const transcript of parseTranscripts(readFileSync(path, 'utf8'))) {
        describe(transcript.name, () => testOne(transcript, protocol, dissect));
      }
    });
  }
}

function testOne({ turns, entries, noWayBack }: Transcript, protocol: MailProtocol, dissect: Dissect): void {
  const played = play(protocol, dissect, turns);

  it('gives its entries', () => {
    expect(tellAll(played)).toBe(entries);
    expectAllOctets(turns, played);
  });

  it('gives the same however it is cut', () => {
    for (const cut of [byteByByte, ...[1, 2, 3, 4, 5, 6, 7, 8].map(randomCut)]) {
      const again = play(protocol, dissect, turns, cut);
      expect(tellAll(again)).toBe(tellAll(played));
      expect(again.entries.map(comparable)).toEqual(played.entries.map(comparable));
      expect(again.contents).toEqual(played.contents);
    }
  });

  it('finds its way back when a segment is lost', () => {
    const last = played.entries.findLast(({ kind }) => kind !== 'tcp');
    for (const [i, turn] of turns.entries()) {
      if (turn.gap !== undefined) continue;
      const holed = turns.map((other, at) => (at === i ? missing(turn.from, turn.octets.length) : other));
      const again = play(protocol, dissect, holed);
      expectAllOctets(holed, again);
      if (noWayBack || i >= turns.length - 2) continue;
      const words = again.entries.map(({ kind, text }) => `${kind} ${text ?? ''}`);
      expect(words, `without turn ${i + 1}: ${turn.octets}`).toContain(`${last?.kind ?? ''} ${last?.text ?? ''}`);
    }
  });

  it('reads on when one side is missing', () => {
    for (const side of ['client', 'server'] as const) {
      const half = turns.filter(({ from }) => from === side);
      if (half.length > 0) expectAllOctets(half, play(protocol, dissect, half));
    }
  });
}

/** Every octet of a side belongs to exactly one entry, and every missing one to a gap. */
export function expectAllOctets(turns: readonly Turn[], { entries }: Played): void {
  for (const side of ['client', 'server'] as const) {
    const sum = (of: readonly Entry[]): number => of.reduce((octets, { extent }) => octets + extent.bytes, 0);
    const mine = entries.filter(({ from }) => from === side);
    const sent = turns.filter(({ from }) => from === side);
    expect(sum(mine.filter(({ kind }) => kind !== 'gap'))).toBe(sent.reduce((octets, turn) => octets + turn.octets.length, 0));
    expect(sum(mine.filter(({ kind }) => kind === 'gap'))).toBe(sent.reduce((octets, { gap }) => octets + (gap ?? 0), 0));
  }
}

/** Without what follows the clock, which runs with the pieces. */
function comparable({ extent, answers, message, completes, note, ...rest }: Entry): unknown {
  return { ...rest, note: { key: note.key, params: { ...note.params, time: undefined } }, offset: extent.offset, bytes: extent.bytes, answers: answers?.id, message: message?.id, completes: completes?.map(({ id }) => id) };
}

/** Cuts at places that the seed decides, the same every time. */
function randomCut(seed: number): Cut {
  let state = seed * 0x9e3779b9;
  return (octets) => {
    const pieces: string[] = [];
    for (let at = 0; at < octets.length; ) {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
      const end = at + 1 + ((state >>> 8) % 23);
      pieces.push(octets.slice(at, end));
      at = end;
    }
    return pieces;
  };
}

function tellAll({ entries }: Played): string {
  return entries.map((entry) => `${tell(entry)}\n`).join('');
}

function tell(entry: Entry): string {
  const { id, from, kind, tag, verb, code, status, note, answers, message, completes } = entry;
  const words = [id, from === 'client' ? 'C' : 'S', kind, tag, verb, code, status, note.key];
  if (answers !== undefined) words.push(`<${answers.id}`);
  if (message !== undefined) words.push(`m${message.id}`);
  if (completes !== undefined) words.push('!');
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

function update(path: string, protocol: MailProtocol, dissect: Dissect): void {
  const markdown = readFileSync(path, 'utf8');
  const written = markdown.replace(/```turns\n([\s\S]*?)```\n(?:\n```entries\n[\s\S]*?```\n)?/g, (_block, turns: string) => {
    const played = play(protocol, dissect, turns.split('\n').flatMap(parseTurn), whole);
    return `\`\`\`turns\n${turns}\`\`\`\n\n\`\`\`entries\n${tellAll(played)}\`\`\`\n`;
  });
  if (written !== markdown) writeFileSync(path, written);
}
