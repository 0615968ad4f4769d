import { describe, expect, it } from 'vitest';
import { limits } from '../../src/stream/limits.js';
import { handshake, TableUnderTest, type SegmentWords } from './segments.js';

const FAREWELL: readonly SegmentWords[] = [
  { flags: 'F', sequence: 101, acknowledgement: 501 },
  { from: 'server', flags: 'F', sequence: 501, acknowledgement: 102 },
  { sequence: 102, acknowledgement: 502 },
];

describe('the handshake', () => {
  it('is complete with its three packets', () => {
    const { facts } = new TableUnderTest().pass(...handshake());
    expect(facts).toMatchObject({ handshake: 'complete', opener: 0, stream: 0, packets: 3, close: 'open' });
    expect(facts.setup.map(({ frame }) => frame)).toEqual([1, 2, 3]);
    expect(facts.endpoints).toEqual([{ address: '192.0.2.1', port: 50_000 }, { address: '198.51.100.25', port: 25 }]);
  });

  it('takes from the last SYN to the ACK', () => {
    const [syn, answer, ack] = handshake();
    const again = { ...syn!, seconds: 1, fraction: 250_000 };
    const { facts } = new TableUnderTest().pass(syn!, again, { ...answer!, seconds: 2 }, { ...ack!, seconds: 2, fraction: 500_000 });
    expect(facts.roundTrip).toBe(1.25);
    expect(facts.setup).toHaveLength(4);
  });

  it('is complete with data in its last packet', () => {
    const [syn, answer, ack] = handshake();
    const { facts, told } = new TableUnderTest().pass(syn!, answer!, { ...ack!, text: 'EHLO' });
    expect(facts.handshake).toBe('complete');
    expect(told).toEqual(['0:EHLO']);
  });

  it('is partial without the answer', () => {
    const [syn, , ack] = handshake();
    const { facts } = new TableUnderTest().pass(syn!, { ...ack!, seconds: 1 });
    expect(facts).toMatchObject({ handshake: 'partial', opener: 0, roundTrip: 1 });
  });

  it('has no round trip while nothing but SYNs was seen', () => {
    const [syn] = handshake();
    expect(new TableUnderTest().pass(syn!, syn!).facts).toMatchObject({ handshake: 'partial', roundTrip: undefined });
  });

  it('is partial with the answer alone, which tells who opened', () => {
    const [, answer, ack] = handshake();
    const { facts } = new TableUnderTest().pass(answer!, ack!);
    expect(facts).toMatchObject({ handshake: 'partial', opener: 1, roundTrip: undefined });
    expect(facts.endpoints[0].port).toBe(25);
  });

  it('is complete when the answer was captured before the SYN', () => {
    const [syn, answer, ack] = handshake();
    const test = new TableUnderTest();
    expect(test.pass(answer!, syn!, ack!).facts).toMatchObject({ handshake: 'complete', opener: 1 });
    expect(test.connections).toHaveLength(1);
  });

  it('is absent in the middle of a connection', () => {
    const { facts } = new TableUnderTest().pass({ sequence: 7, acknowledgement: 9, text: 'RSET' });
    expect(facts).toMatchObject({ handshake: 'absent', opener: undefined, setup: [] });
  });

  it('is not completed by an ACK of something else', () => {
    const [syn, answer, ack] = handshake();
    expect(new TableUnderTest().pass(syn!, answer!, { ...ack!, acknowledgement: 999 }).facts.handshake).toBe('partial');
  });

  it('names a bounded number of packets', () => {
    const syns = Array.from({ length: limits.setupPackets + 9 }, () => handshake()[0]!);
    const { facts } = new TableUnderTest().pass(...syns);
    expect(facts.setup).toHaveLength(limits.setupPackets);
    expect(facts.packets).toBe(limits.setupPackets + 9);
  });

  it('may carry data in its SYN (RFC 7413)', () => {
    const [, answer, ack] = handshake();
    const { told } = new TableUnderTest().pass({ flags: 'S', sequence: 100, text: 'ab' }, { ...answer!, acknowledgement: 103 }, ack!);
    expect(told).toEqual(['0:ab']);
  });
});

describe('the octets of a connection', () => {
  it('go to their direction', () => {
    const { told } = new TableUnderTest().pass(
      ...handshake(),
      { from: 'server', sequence: 501, acknowledgement: 101, text: '220 ' },
      { sequence: 101, acknowledgement: 505, text: 'QUIT' },
    );
    expect(told).toEqual(['1:220 ', '0:QUIT']);
  });

  it('that the capture lost become a gap once the other side has acknowledged them and time has passed', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(
      ...handshake(),
      { sequence: 111, acknowledgement: 501, text: 'RSET' },
      { from: 'server', sequence: 501, acknowledgement: 115 },
    );
    expect(told).toEqual([]);
    test.pass({ from: 'server', sequence: 501, acknowledgement: 115, seconds: 2 });
    expect(told).toEqual(['0[10]', '0:RSET']);
  });

  it('that the capture lost become a gap before the answer to them', () => {
    const { told } = new TableUnderTest().pass(
      ...handshake(),
      { sequence: 111, acknowledgement: 501, text: 'RSET' },
      { from: 'server', sequence: 501, acknowledgement: 115, text: '250 ' },
    );
    expect(told).toEqual(['0[10]', '0:RSET', '1:250 ']);
  });

  it('that the capture lost become a gap when they had been answered before', () => {
    const { told } = new TableUnderTest().pass(
      ...handshake(),
      { from: 'server', sequence: 501, acknowledgement: 111, text: '250 ' },
      { sequence: 111, acknowledgement: 505, text: 'RSET' },
    );
    expect(told).toEqual(['1:250 ', '0[10]', '0:RSET']);
  });

  it('of a stream without SYN begin when the other side says something', () => {
    const test = new TableUnderTest();
    const { told } = test.pass({ sequence: 12, acknowledgement: 9, text: 'cd' }, { sequence: 10, acknowledgement: 9, text: 'ab' });
    expect(told).toEqual([]);
    test.pass({ from: 'server', sequence: 9, acknowledgement: 14 });
    expect(told).toEqual(['0:ab', '0:cd']);
  });

  it('are not those of a RST', () => {
    const { told } = new TableUnderTest().pass(...handshake(), { flags: 'R', sequence: 101, text: 'no reason' });
    expect(told).toEqual(['0 rst']);
  });
});

describe('a connection closes', () => {
  it('with a FIN from both sides, by the one that sent its FIN first', () => {
    const { facts, told } = new TableUnderTest().pass(...handshake(), ...FAREWELL);
    expect(facts).toMatchObject({ close: 'fin', closedBy: 0 });
    expect(told).toEqual(['0 fin', '1 fin', 'end']);
  });

  it('not with a FIN from one side', () => {
    const { facts } = new TableUnderTest().pass(...handshake(), FAREWELL[0]!);
    expect(facts).toMatchObject({ close: 'open', closedBy: 0 });
  });

  it('with a RST', () => {
    const { facts } = new TableUnderTest().pass(...handshake(), { from: 'server', flags: 'R', sequence: 501, acknowledgement: 101 });
    expect(facts).toMatchObject({ close: 'rst', closedBy: 1 });
  });

  it('with a RST where it comes before the second FIN', () => {
    const { facts } = new TableUnderTest().pass(...handshake(), FAREWELL[0]!, { from: 'server', flags: 'R', sequence: 501 }, FAREWELL[1]!);
    expect(facts).toMatchObject({ close: 'rst', closedBy: 0 });
  });

  it('with FINs where the RST comes behind both', () => {
    const { facts } = new TableUnderTest().pass(...handshake(), ...FAREWELL, { flags: 'R', sequence: 102 });
    expect(facts).toMatchObject({ close: 'fin', closedBy: 0 });
  });

  it('is told of each FIN once, and of few of many RSTs', () => {
    const resets = Array.from({ length: 100 }, () => ({ flags: 'R', sequence: 101 }));
    const { told } = new TableUnderTest().pass(...handshake(), FAREWELL[0]!, FAREWELL[0]!, ...resets);
    expect(told.filter((event) => event.endsWith('fin'))).toHaveLength(1);
    expect(told.filter((event) => event.endsWith('rst'))).toHaveLength(limits.resets);
  });

  it.each([0xf0000000, 0x10000000, 0x7fffffff])('with a RST from number %i without a gap at its end', (first) => {
    const test = new TableUnderTest();
    const { told, facts } = test.pass(
      { flags: 'S', sequence: first },
      { from: 'server', flags: 'S', sequence: 500, acknowledgement: first + 1 },
      { flags: 'R', sequence: first + 1 },
    );
    test.table.end();
    expect(told).toEqual(['0 rst', 'end']);
    expect(facts.halves[0].missing).toBe(0);
  });

  it('with what its FIN proves to be missing', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(...handshake(), { flags: 'F', sequence: 111, acknowledgement: 501 });
    test.table.end();
    expect(told).toEqual(['0 fin', '0[10]', 'end']);
  });

  it('while nobody listens, too', () => {
    const { facts } = new TableUnderTest(() => false).pass(...handshake(), ...FAREWELL);
    expect(facts).toMatchObject({ close: 'fin', closedBy: 0, handshake: 'complete' });
  });
});

describe('the same addresses and ports', () => {
  it('with another SYN are another connection', () => {
    const test = new TableUnderTest();
    const first = test.pass(...handshake());
    const second = test.pass({ flags: 'S', sequence: 9000 });
    expect(first.told).toEqual(['end']);
    expect(second.facts.stream).toBe(1);
  });

  it('with the same SYN are the same connection', () => {
    const test = new TableUnderTest();
    test.pass(...handshake(), handshake()[0]!);
    expect(test.connections).toHaveLength(1);
  });

  it('with the same SYN behind a FIN are another connection', () => {
    const test = new TableUnderTest();
    test.pass(...handshake(), ...FAREWELL, handshake()[0]!);
    expect(test.connections).toHaveLength(2);
  });

  it('with a SYN in the middle of a stream that began before the capture are another connection', () => {
    const test = new TableUnderTest();
    test.pass({ sequence: 7, acknowledgement: 9, text: 'RSET' }, handshake()[0]!);
    expect(test.connections).toHaveLength(2);
  });

  it('opened from the other side are another connection, with that side first', () => {
    const test = new TableUnderTest();
    const { facts } = test.pass(...handshake(), ...FAREWELL, { from: 'server', flags: 'S', sequence: 1 });
    expect(facts.endpoints[0].port).toBe(25);
    expect(facts.opener).toBe(0);
  });

  it('are told apart from others by one octet of an address or one port', () => {
    const test = new TableUnderTest();
    test.pass(...handshake(), ...handshake({ host: 2 }), ...handshake({ clientPort: 50_001 }), ...handshake());
    expect(test.connections.map(({ facts }) => facts.packets)).toEqual([6, 3, 3]);
  });
});

describe('a connection ends', () => {
  it('when the input does, those opened first before the others', () => {
    const test = new TableUnderTest();
    const first = test.pass(...handshake());
    const second = test.pass(...handshake({ host: 2 }));
    test.table.end();
    expect([first.told, second.told]).toEqual([['end'], ['end']]);
  });

  it('at once when both FINs are acknowledged and nothing is missing before them', () => {
    const { told } = new TableUnderTest().pass(...handshake(), ...FAREWELL);
    expect(told.at(-1)).toBe('end');
  });

  it('later when octets before a FIN are still to come', () => {
    const test = new TableUnderTest();
    const ahead = FAREWELL.map((words) => (words.from === 'server' ? { ...words, acknowledgement: 106 } : words));
    const { told } = test.pass(...handshake(), { ...ahead[0]!, sequence: 105 }, ahead[1]!, { ...ahead[2]!, sequence: 106 });
    expect(told).toEqual(['0 fin', '1 fin']);
    test.pass({ sequence: 101, acknowledgement: 501, text: 'QUIT' });
    expect(told).toEqual(['0 fin', '1 fin', '0:QUIT', 'end']);
  });

  it('some seconds after it closed, and takes stragglers until then', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(...handshake(), ...FAREWELL.slice(0, 2));
    test.tick(limits.sweepInterval, limits.linger - 1);
    expect(told).not.toContain('end');
    test.tick(limits.sweepInterval, limits.linger + 1);
    expect(told).toContain('end');
  });

  it('and swallows what still straggles in', () => {
    const test = new TableUnderTest();
    test.pass(...handshake(), ...FAREWELL);
    test.tick(limits.sweepInterval, limits.linger + 1);
    test.pass({ from: 'server', sequence: 501, acknowledgement: 102, seconds: limits.linger + 2 });
    expect(test.connections).toHaveLength(2);
  });

  it('and is another one with a SYN of any number', () => {
    const test = new TableUnderTest();
    test.pass(...handshake(), ...FAREWELL);
    test.tick(limits.sweepInterval, limits.linger + 1);
    test.pass(...handshake({ seconds: limits.linger + 2 }));
    expect(test.connections).toHaveLength(3);
  });

  it('when it has been silent for longer than the protocols allow', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(...handshake());
    test.tick(limits.sweepInterval * 128, limits.silence - 1);
    expect(told).toEqual([]);
    test.tick(limits.sweepInterval * 128, limits.silence + 1);
    expect(told).toEqual(['end']);
  });

  it('sooner when its handshake was never answered', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(handshake()[0]!);
    test.tick(limits.sweepInterval * 128, limits.halfOpenSilence + 1);
    expect(told).toEqual(['end']);
  });
});

describe('a clock that goes on without packets', () => {
  it('ends what is silent, not what has only paused', () => {
    const test = new TableUnderTest();
    const spoken = test.pass(...handshake({ host: 2 }));
    const unanswered = test.pass(handshake({ host: 3 })[0]!);
    test.table.tick(limits.halfOpenSilence);
    expect(unanswered.told).toEqual([]);
    test.table.tick(limits.halfOpenSilence + limits.silenceCheck + 1);
    expect(unanswered.told).toEqual(['end']);
    test.table.tick(limits.silence - 1);
    expect(spoken.told).toEqual([]);
    test.table.tick(limits.silence + limits.silenceCheck + 1);
    expect(spoken.told).toEqual(['end']);
  });

  it('ends a connection that was reset, and one whose last acknowledgement was lost', () => {
    const test = new TableUnderTest();
    const reset = test.pass(...handshake({ host: 2 }), { host: 2, flags: 'R', sequence: 101 });
    const closed = test.pass(...handshake(), ...FAREWELL.slice(0, 2));
    test.table.tick(limits.linger);
    expect([reset.told.at(-1), closed.told.at(-1)]).toEqual(['0 rst', '1 fin']);
    test.table.tick(limits.linger + 1);
    expect([reset.told.at(-1), closed.told.at(-1)]).toEqual(['end', 'end']);
  });

  it('lets nobody wait for octets that the capture has lost', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(...handshake(), { sequence: 104, acknowledgement: 501, text: 'def' }, { from: 'server', sequence: 501, acknowledgement: 107 });
    expect(told).toEqual([]);
    test.table.tick(limits.acknowledgedHole);
    expect(told).toEqual([]);
    test.table.tick(limits.acknowledgedHole + 1);
    expect(told).toEqual(['0[3]', '0:def']);
  });

  it('never goes back', () => {
    const test = new TableUnderTest();
    const { told } = test.pass(...handshake({ seconds: 5000 }));
    test.table.tick(5000 + limits.silence - 1);
    test.table.tick(4);
    test.pass({ seconds: 5000 + limits.silence, sequence: 101, acknowledgement: 501, text: 'a' });
    expect(told).toEqual(['0:a']);
  });
});

describe('a listener that lets go', () => {
  it('hears nothing more, not even the end', () => {
    const test = new TableUnderTest();
    const { told, ignore } = test.pass(...handshake());
    ignore();
    test.pass({ sequence: 101, acknowledgement: 501, text: 'EHLO' }, ...FAREWELL);
    test.table.end();
    expect(told).toEqual([]);
  });

  it('while the last gaps are told does not hear the end', () => {
    const test = new TableUnderTest();
    test.onGap = () => heard.ignore();
    const heard = test.pass(...handshake(), { sequence: 111, acknowledgement: 501, text: 'RSET' });
    test.table.end();
    expect(heard.told).toEqual(['0[10]']);
  });
});
