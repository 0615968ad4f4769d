/** However a session ends, its timeline tells whether the marked mails are gone (RFC 1939 §6). */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/model/entry.js';
import type { LapsingDeletions } from '../../../src/model/notes/pop3.js';
import { languages, sentence } from '../../../src/text/index.js';
import { RST } from '../../../src/stream/tcp-flags.js';
import { analyzePackets, expectSound, onlyOf } from '../../pipeline/analysis.js';
import { framesOf, packetsOf, type Frame, type Turn } from '../../pipeline/wire.js';

const MARKING: readonly Turn[] = [
  ['server', '+OK ready\r\n'],
  ['client', 'USER anna\r\n'],
  ['server', '+OK\r\n'],
  ['client', 'PASS geheim\r\n'],
  ['server', '+OK\r\n'],
  ['client', 'DELE 1\r\n'],
  ['server', '+OK\r\n'],
  ['client', 'DELE 2\r\n'],
  ['server', '+OK\r\n'],
];
const QUIT: readonly Turn[] = [['client', 'QUIT\r\n'], ['server', '+OK bye\r\n']];
const BOTH: LapsingDeletions = { marked: { count: 2, numbers: '1, 2' }, pending: 0, quitMayBeMissing: false };

async function entriesOf(frames: readonly Frame[]): Promise<readonly Entry[]> {
  const found = onlyOf(await analyzePackets(packetsOf(frames, 110)));
  expectSound(found);
  return found.entries;
}

/** What is said of the marks, and by which entries. */
function lapsingIn(entries: readonly Entry[]): readonly (readonly [string, LapsingDeletions])[] {
  return entries.flatMap(({ note }) => ('lapsing' in note.params && note.params.lapsing !== undefined ? [[note.key, note.params.lapsing] as const] : []));
}

describe('marks', () => {
  const frames = framesOf(MARKING);
  const open = frames.slice(0, -3);

  test('stay without effect where the client closes without QUIT', async () => {
    expect(lapsingIn(await entriesOf(frames))).toEqual([['tcp.fin-first', BOTH]]);
  });

  test('and where the server does, as after a timeout', async () => {
    const [, fin] = frames.slice(-3);
    expect(lapsingIn(await entriesOf([...open, { ...fin!, acknowledgement: open.at(-1)!.sequence }]))).toEqual([['tcp.fin-first', BOTH]]);
  });

  test('and where the connection is broken off; once, whatever follows', async () => {
    const reset = { ...open.at(-1)!, flags: RST };
    expect(lapsingIn(await entriesOf([...open, reset]))).toEqual([['tcp.rst', BOTH]]);
    expect(lapsingIn(await entriesOf([...frames.slice(0, -2), reset]))).toEqual([['tcp.fin-first', BOTH]]);
  });

  test('and where nothing more comes: the last entry says so', async () => {
    const entries = await entriesOf(open);
    expect(lapsingIn(entries)).toEqual([['pop3.unfinished', BOTH]]);
    expect(entries.at(-1)).toMatchObject({ kind: 'tcp', phase: 'close', extent: { bytes: 0 } });
    expect(sentence(languages.en, entries.at(-1)!.note)).toMatch(/mails 1 and 2, marked for deletion, stay in the mailbox/);
    expect(sentence(languages.de, entries.at(-1)!.note)).toMatch(/Die vorgemerkten Mails 1 und 2 bleiben im Postfach/);
  });

  test('are not spoken of behind QUIT, or where there are none', async () => {
    expect(lapsingIn(await entriesOf(framesOf([...MARKING, ...QUIT])))).toEqual([]);
    expect(lapsingIn(await entriesOf(framesOf([...MARKING, ...QUIT]).slice(0, -5)))).toEqual([]);
    expect(lapsingIn(await entriesOf(framesOf([...MARKING, ['client', 'RSET\r\n'], ['server', '+OK\r\n']])))).toEqual([]);
    expect(lapsingIn(await entriesOf(framesOf(MARKING.slice(0, 5))))).toEqual([]);
  });

  test('may have been carried out where QUIT may be among lost octets', async () => {
    const whole = framesOf([...MARKING, ...QUIT]);
    const holed = whole.filter(({ payload }) => payload !== 'QUIT\r\n');
    expect(lapsingIn(await entriesOf(holed))).toEqual([['tcp.fin-first', { ...BOTH, quitMayBeMissing: true }]]);
  });

  test('of a client that was captured alone stay open', async () => {
    const alone = frames.filter(({ from }) => from === 'client');
    expect(lapsingIn(await entriesOf(alone))).toEqual([['tcp.fin-first', { marked: { count: 0, numbers: '' }, pending: 2, quitMayBeMissing: false }]]);
  });
});
