/** COMPRESS=DEFLATE (RFC 4978), with what zlib makes of a conversation. */
import { constants, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/model/entry.js';
import type { Side } from '../../../src/model/endpoint.js';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { byteByByte, client, missing, play, server, whole, type Cut, type Played, type Turn } from '../../play.js';

const BEFORE = [server('* OK [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] ready\r\n'), client('a1 COMPRESS DEFLATE\r\n'), server('a1 OK begin\r\n')];

const MAIL = `From: anna@example.org\r\nSubject: pressed\r\n\r\n${'The same line again and again.\r\na9 OK not a reply\r\n'.repeat(50)}`;

const TALK = [
  client('a2 LOGIN anna geheim\r\n'),
  server('a2 OK [CAPABILITY IMAP4rev1] in\r\n'),
  client('a3 SELECT INBOX\r\na4 UID FETCH 7 (FLAGS BODY[])\r\n'),
  server('* 3 EXISTS\r\n* 0 RECENT\r\na3 OK [READ-WRITE] done\r\n'),
  server(`* 1 FETCH (UID 7 FLAGS (\\Seen) BODY[] {${MAIL.length}}\r\n${MAIL})\r\na4 OK done\r\n`),
  client(`a5 APPEND Sent {${MAIL.length}}\r\n`),
  server('+ go\r\n'),
  client(`${MAIL}\r\n`),
  server('a5 OK [APPENDUID 1 2] stored\r\n'),
  client('a6 IDLE\r\n'),
  server('+ idling\r\n'),
  ...Array.from({ length: 20 }, (_, i) => server(`* ${4 + i} EXISTS\r\n* ${4 + i} EXISTS\r\n`)),
  client('DONE\r\n'),
  server('a6 OK done\r\n'),
  client('a7 LOGOUT\r\n'),
  server('* BYE\r\na7 OK bye\r\n'),
];

/** What zlib makes of the turns of each side, each flushed. */
async function deflated(turns: readonly Turn[], flush: number, level: number): Promise<readonly Turn[]> {
  const streams = { client: createDeflateRaw({ level }), server: createDeflateRaw({ level }) };
  const packed: Turn[] = [];
  for (const { from, octets } of turns) {
    const chunks: Buffer[] = [];
    const stream = streams[from].on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise<void>((resolve) => void stream.write(Buffer.from(octets, 'latin1'), () => stream.flush(flush, resolve)));
    stream.removeAllListeners('data');
    packed.push({ from, octets: Buffer.concat(chunks).toString('latin1') });
  }
  return packed;
}

function dissect(turns: readonly Turn[], cut: Cut = whole): Played {
  const played = play('imap', (conversation) => new ImapDissector(conversation, () => undefined), turns, cut);
  for (const side of ['client', 'server'] as const) {
    const sent = turns.filter(({ from }) => from === side).reduce((sum, { octets }) => sum + octets.length, 0);
    const lost = turns.filter(({ from }) => from === side).reduce((sum, { gap }) => sum + (gap ?? 0), 0);
    expect([octetsOf(played, side, false), octetsOf(played, side, true)]).toEqual([sent, lost]);
  }
  return played;
}

function octetsOf({ entries }: Played, side: Side, gaps: boolean): number {
  const counted = entries.filter(({ from, kind }) => from === side && (kind === 'gap') === gaps);
  return counted.reduce((sum, { extent }) => sum + extent.bytes, 0);
}

function said({ from, kind, text, tag, verb, status, note, answers, message, extent }: Entry, compressed: boolean): unknown {
  return { from, kind, text, tag, verb, status, note, answers: answers?.id, message: message?.id, octets: compressed ? extent.inflated : extent.bytes };
}

/** A reader that knows nothing of packets. */
function placed({ extent, note, text }: Entry): unknown {
  return [extent.offset, extent.bytes, extent.inflated, note.key, text];
}

const cuts: readonly Cut[] = [byteByByte, ...[2, 3, 5, 50].map((size): Cut => (octets) => octets.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [])];
const last = (played: Played): unknown => played.entries.at(-1)?.note;

describe('a compressed conversation', () => {
  const plain = dissect([BEFORE[0]!, client('a1 NOOP\r\n'), BEFORE[2]!, ...TALK]);
  const skip = BEFORE.length;

  it.each([
    ['sync', constants.Z_SYNC_FLUSH, 6],
    ['sync, stored', constants.Z_SYNC_FLUSH, 0],
    ['sync, best', constants.Z_SYNC_FLUSH, 9],
    ['full', constants.Z_FULL_FLUSH, 6],
    ['partial', constants.Z_PARTIAL_FLUSH, 6],
  ])('says what it says without compression: %s flush', async (_name, flush, level) => {
    const turns = [...BEFORE, ...(await deflated(TALK, flush, level))];
    const played = dissect(turns);
    expect(played.entries.slice(skip).map((entry) => said(entry, true))).toEqual(plain.entries.slice(skip).map((entry) => said(entry, false)));
    expect(played.contents).toEqual(plain.contents);
    for (const cut of cuts) expect(dissect(turns, cut).entries.map(placed)).toEqual(played.entries.map(placed));
  });

  it('gives each entry the frames that brought it', async () => {
    const turns = [...BEFORE, ...(await deflated(TALK, constants.Z_SYNC_FLUSH, 6))];
    const { entries } = dissect(turns);
    // A turn is a packet here, and what one packet brought is in one turn of the plain conversation.
    expect(entries.map(({ extent }) => extent.frames)).toEqual(plain.entries.map(({ extent }) => extent.frames));
  });

  it('gives a line that shares its octets with the line before none of them', async () => {
    const turns = [...BEFORE, ...(await deflated([server('* 3 EXISTS\r\n'.repeat(40))], constants.Z_SYNC_FLUSH, 9))];
    const lines = dissect(turns).entries.filter(({ text }) => text === '* 3 EXISTS');
    expect(lines).toHaveLength(40);
    expect(lines.filter(({ extent }) => extent.bytes === 0).length).toBeGreaterThan(20);
    expect(lines.every(({ extent }) => extent.inflated === 12)).toBe(true);
  });

  it('begins in the middle of a packet', async () => {
    const [packed] = await deflated([server('* 3 EXISTS\r\n')], constants.Z_SYNC_FLUSH, 6);
    const [greeting, command, accepted] = BEFORE;
    const turns = [greeting!, command!, server(accepted!.octets + packed!.octets)];
    for (const cut of [whole, byteByByte]) expect(last(dissect(turns, cut))).toMatchObject({ key: 'imap.untagged.exists' });
  });

  it('begins with octets that were sent before the reply', async () => {
    const [packed] = await deflated([client('a2 NOOP\r\n')], constants.Z_SYNC_FLUSH, 6);
    const [greeting, command, accepted] = BEFORE;
    expect(dissect([greeting!, client(command!.octets + packed!.octets), accepted!]).entries.map(({ verb }) => verb)).toContain('NOOP');
  });

  it('does not begin where the server refuses it', () => {
    const { entries } = dissect([...BEFORE.slice(0, 2), server('a1 NO [COMPRESSIONACTIVE] already\r\n'), client('a2 NOOP\r\n'), server('a2 OK\r\n')]);
    expect(entries.at(-2)).toMatchObject({ verb: 'NOOP' });
  });
});

describe('a compressed stream that cannot be followed', () => {
  const packed = async (turns: readonly Turn[]): Promise<readonly Turn[]> => [...BEFORE, ...(await deflated(turns, constants.Z_SYNC_FLUSH, 6))];

  it('is opaque behind a gap, and the other side goes on', async () => {
    const turns = await packed([client('a2 NOOP\r\n'), server('a2 OK\r\n'), client('a3 NOOP\r\n'), server('a3 OK\r\n'), client('a4 NOOP\r\n'), server('a4 OK\r\n')]);
    const holed = turns.map((turn, i) => (i === skipOf(turns, 1) ? missing('client', turn.octets.length) : turn));
    for (const cut of [whole, byteByByte]) {
      const { entries } = dissect(holed, cut);
      expect(entries.map(({ note }) => note.key)).toContain('gap');
      expect(entries.at(-2)?.note ?? {}).toMatchObject({ key: 'imap.compressed', params: { from: 'client', reason: 'gap', bytes: holed.at(-2)!.octets.length } });
      expect(entries.filter(({ tag, from }) => tag === 'a4' && from === 'server')).toHaveLength(1);
    }
  });

  /** The place of the n-th turn of the client behind COMPRESS. */
  function skipOf(turns: readonly Turn[], n: number): number {
    return turns.findIndex(({ from }, i) => i >= BEFORE.length && from === 'client' && turns.slice(BEFORE.length, i).filter((turn) => turn.from === 'client').length === n);
  }

  it('is opaque where it is damaged', async () => {
    const turns = await packed([client('a2 NOOP\r\n'), server('a2 OK\r\n')]);
    for (const cut of [whole, byteByByte]) {
      const played = dissect([...turns, client('\x07\x07 no deflate'), client('at all')], cut);
      expect(last(played)).toMatchObject({ key: 'imap.compressed', params: { reason: 'damaged', bytes: 19 } });
      expect(played.entries.at(-1)?.extent.inflated).toBeUndefined();
    }
  });

  it('is opaque behind its last block', () => {
    const octets = deflateRawSync(Buffer.from('a2 NOOP\r\n')).toString('latin1');
    const { entries } = dissect([...BEFORE, client(`${octets}a3 NOOP\r\n`)]);
    expect(entries.at(-2)).toMatchObject({ verb: 'NOOP', extent: { bytes: octets.length } });
    expect(entries.at(-1)?.note).toMatchObject({ key: 'imap.compressed', params: { reason: 'ended', bytes: 9 } });
  });

  it('is opaque where a code is cut off at the end', () => {
    const octets = deflateRawSync(Buffer.from('a2 NOOP\r\na3'), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    const { entries } = dissect([...BEFORE, client(octets.slice(0, -7))]);
    expect(entries.map(({ verb }) => verb)).toContain('NOOP');
  });

  it.each([
    ['octets', Buffer.alloc(120_000_000)],
    ['lines', Buffer.from('\n'.repeat(2_000_000))],
  ])('is followed so far, when it is a bomb of %s', (_name, bomb) => {
    const octets = deflateRawSync(bomb).toString('latin1');
    const { entries } = dissect([...BEFORE, server(octets)]);
    expect(entries.length).toBeLessThan(30_000);
    expect(last({ entries } as Played)).toMatchObject({ key: 'imap.compressed', params: { from: 'server', reason: 'flood' } });
  });
});
