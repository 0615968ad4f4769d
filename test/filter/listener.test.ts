/** What a view hears behind a filter: sessions with a match, their matching entries, and all their mails and findings. */
import { describe, expect, it } from 'vitest';
import type { AnalysisListener } from '../../src/analyze.js';
import { compileFilter } from '../../src/filter/filter.js';
import { filterListener, type FilterCounts } from '../../src/filter/listener.js';
import { limits } from '../../src/filter/limits.js';
import type { Message } from '../../src/model/message.js';
import type { Session } from '../../src/model/session.js';
import { OWN } from '../captures.js';
import { linesOf, silent, tell } from './told.js';

/** Everything that is told, a word each, in order. */
function writeDown(told: string[]): AnalysisListener {
  return {
    begin: ({ id }) => told.push(`begin ${id}`),
    entry: (session, { id }) => told.push(`entry ${session.id}.${id}`),
    message: (session, { id }) => told.push(`message ${session.id}.${id}`),
    finding: (session, { id }) => told.push(`finding ${session.id} ${id}`),
    omitted: (session, { id }) => told.push(`omitted ${session.id}.${id}`),
    end: ({ id }) => told.push(`end ${id}`),
    capture: (position) => told.push(`capture ${position}`),
    done: ({ connections, scanned }) => told.push(`done ${connections} ${scanned}`),
  };
}

async function heard(file: string, expression: string): Promise<{ readonly told: readonly string[]; readonly counts: FilterCounts }> {
  const told: string[] = [];
  const { listener, counts } = filterListener(writeDown(told), compileFilter(expression));
  await tell(file, listener);
  return { told, counts };
}

describe('a view behind a filter', () => {
  it('hears a session from its first match on, with what came before', async () => {
    const { told, counts } = await heard('captures/lecture-smtp.pcap', 'smtp.response.code >= 500');
    // The password stands in lines that are kept back: who masks it must know it.
    const findings = told.filter((word) => word.startsWith('finding'));
    expect(findings).toContain('finding 1 auth.cleartext');
    expect(told.filter((word) => !word.startsWith('finding'))).toEqual(['begin 1', 'omitted 1.9', 'entry 1.16', 'message 1.1', 'end 1', 'capture 0', 'done 1 0']);
    expect(counts).toEqual({ sessions: 1, kept: 1, forgotten: 0 });
  });

  it('hears of mails that came before the first match', async () => {
    const { told } = await heard('captures/lecture-pop3.pcap', 'pop.request.command == "QUIT"');
    const words = told.filter((word) => !word.startsWith('finding'));
    expect(words).toEqual(['begin 1', 'omitted 1.5', 'message 1.1', 'entry 1.16', 'end 1', 'capture 0', 'done 1 0']);
  });

  it('hears nothing but the captures where nothing matches', async () => {
    const { told, counts } = await heard('captures/lecture-smtp.pcap', 'imap');
    expect(told).toEqual(['capture 0', 'done 0 0']);
    expect(counts).toEqual({ sessions: 1, kept: 0, forgotten: 0 });
  });

  it.each(['captures/lecture-journey.pcap', 'captures/imap-sasl.pcap', 'captures/smtp-sasl.pcap', 'captures/lecture-pop3-errors.pcap'])('hears the same without a filter and with one that keeps all (%s)', async (file) => {
    const all: string[] = [];
    await tell(file, writeDown(all));
    const { told } = await heard(file, 'frame');
    expect(told.slice(0, -1)).toEqual(all.slice(0, -1));
  });

  it.each(OWN)('hears each entry once, on one side or the other (%s)', async (file) => {
    const expression = 'mailscope.from == client && mailscope.kind != "message"';
    const kept = (await heard(file, expression)).told.filter((word) => word.startsWith('entry'));
    const others = (await heard(file, `not (${expression})`)).told.filter((word) => word.startsWith('entry'));
    const all = (await linesOf(file)).map(({ session, entry }) => `entry ${session.id}.${entry.id}`);
    expect([...kept, ...others].sort()).toEqual([...all].sort());
  });
});

it('keeps so many mails waiting and no more, and says how many are missing', async () => {
  const [line] = await linesOf('captures/lecture-smtp.pcap');
  const { session, entry } = line!;
  const mails: Message[] = [];
  const { listener, counts } = filterListener(silent({ message: (_, message) => mails.push(message) }), ({ id }) => id === 2);
  const told = (own: Session, id: number): void => listener.entry(own, { ...entry, id });
  const other = { ...session };
  listener.begin(session);
  listener.begin(other);
  for (let at = 0; at < limits.waitingMails; at++) listener.message(session, { id: at } as Message);
  listener.message(other, {} as Message);
  told(other, 2);
  expect([mails.length, counts.forgotten]).toEqual([0, 1]);
  // What waited for a session that has ended waits no longer.
  listener.end(session);
  expect(mails).toHaveLength(0);
  const third = { ...session };
  listener.begin(third);
  for (let at = 0; at < limits.waitingMails; at++) listener.message(third, { id: at } as Message);
  told(third, 2);
  expect([mails.length, counts.forgotten, counts.kept]).toEqual([limits.waitingMails, 1, 2]);
});
