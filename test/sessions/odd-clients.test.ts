/** Clients that speak something else to a mail server: the session is mail, and every octet of it has its entry. */
import { describe, expect, test } from 'vitest';
import { analyzePackets, expectSound, onlyOf } from '../pipeline/analysis.js';
import { framesOf, packetsOf, type Turn } from '../pipeline/wire.js';

const HELLO = `\x16\x03\x01\x00\x2a${'\x01\x0a\x0d\x0a.\x0d\x0aQUIT\x0d\x0a'.padEnd(42, '\x99')}`;
const HTTP = 'GET / HTTP/1.1\r\nHost: mail.example.org\r\n\r\n';

const SERVERS = [
  ['smtp', 25, '220 mx.example.org ESMTP\r\n', '500 5.5.1 unrecognized\r\n221 2.7.0 bye\r\n'],
  ['pop3', 110, '+OK POP3 ready\r\n', '-ERR unknown command\r\n-ERR too many\r\n'],
  ['imap', 143, '* OK IMAP4rev1 ready\r\n', 'GET BAD unknown\r\n* BYE too many\r\n'],
] as const;

describe.each(SERVERS)('%s on port %i', (protocol, port, greeting, refusal) => {
  const greetedLate = (opening: string): readonly Turn[] => [['client', opening], ['server', greeting], ['server', refusal]];
  const greetedFirst = (opening: string): readonly Turn[] => [['server', greeting], ['client', opening], ['server', refusal]];

  test.each([1, 7, 1400])('asked for TLS, %i octets a segment', async (segment) => {
    const found = onlyOf(await analyzePackets(packetsOf(framesOf(greetedLate(HELLO), { segment }), port)));
    expectSound(found);
    expect(found.session).toMatchObject({ protocol, service: 'port' });
    expect(found.session.tls).toBeUndefined();
    const [tls] = found.entries.filter(({ kind }) => kind === 'tls');
    expect(tls).toMatchObject({ from: 'client', extent: { bytes: HELLO.length }, note: { key: 'tls.unwanted' } });
    expect(found.entries.some(({ kind }) => kind === 'command')).toBe(false);
  });

  test.each([
    ['early', greetedLate(HTTP)],
    ['late', greetedFirst(HTTP)],
  ])('asked by HTTP, %s', async (_, turns) => {
    for (const segment of [1, 1400]) {
      const found = onlyOf(await analyzePackets(packetsOf(framesOf(turns, { segment }), port)));
      expectSound(found);
      expect(found.session).toMatchObject({ protocol, service: 'port' });
      expect(found.entries.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(0);
    }
  });

  test('answered by HTTP it is no mail', async () => {
    expect(await analyzePackets(packetsOf(framesOf([['client', HTTP], ['server', 'HTTP/1.1 400 Bad Request\r\n\r\n']]), port))).toEqual([]);
  });

  test('answered by TLS it is TLS from the first octet', async () => {
    const found = onlyOf(await analyzePackets(packetsOf(framesOf([['client', HELLO], ['server', '\x16\x03\x03\x00\x04\x02aaa']]), port)));
    expectSound(found);
    expect(found.session).toMatchObject({ protocol, service: 'port', tls: { mode: 'implicit', decrypted: false } });
  });
});
