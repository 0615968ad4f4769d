/** Real handshakes, whole, in pieces, with holes and mutated: what is told of them, and that nothing is lost of them. */
import type { ConnectionOptions } from 'node:tls';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/dialogue/conversation.js';
import { tlsTools } from '../../../src/platform/certificate-reader.js';
import { ImapDissector } from '../../../src/protocols/imap/dissector.js';
import { beginImplicitTls } from '../../../src/protocols/tls/begin.js';
import { languages, sentence } from '../../../src/text/index.js';
import { byteByByte, missing, play, type Played, type Turn } from '../../play.js';
import { expectAllOctets } from '../../transcript.js';
import { recordHandshake } from './real-handshake.js';

function track(conversation: Conversation): ImapDissector {
  beginImplicitTls(conversation, tlsTools);
  return new ImapDissector(conversation, () => {});
}

function told(turns: readonly Turn[], cut?: Parameters<typeof play>[3]): Played {
  return play('imap', track, turns, cut);
}

/** Who, and the messages, the alert, or that it stays encrypted. */
function outline({ entries }: Played): string[] {
  return entries.map(({ from, tls }) => `${from} ${tls?.messages?.join(' ') ?? tls?.alert?.name ?? 'encrypted'}`);
}

function expectSound(turns: readonly Turn[]): void {
  const played = told(turns);
  expectAllOctets(turns, played);
  for (const { note } of played.entries) for (const language of Object.values(languages)) expect(sentence(language, note)).not.toMatch(/undefined|NaN|\[object/);
}

let tls12: readonly Turn[];
let tls13: readonly Turn[];
let refused: readonly Turn[];
let retried: readonly Turn[];

beforeAll(async () => {
  tls12 = await recordHandshake({ maxVersion: 'TLSv1.2', ALPNProtocols: ['imap'] }, { ALPNProtocols: ['imap'] });
  tls13 = await recordHandshake({});
  refused = await recordHandshake({ maxVersion: 'TLSv1.2' }, { minVersion: 'TLSv1.3' });
  retried = await recordHandshake({ ecdhCurve: 'X25519:P-384' }, { ecdhCurve: 'P-384' });
});

describe('TLS 1.2', () => {
  it('shows its handshake and the certificate', () => {
    const played = told(tls12);
    expect(outline(played).slice(0, 3)).toEqual([
      'client ClientHello',
      'server ServerHello Certificate ServerKeyExchange ServerHelloDone',
      'client ClientKeyExchange ChangeCipherSpec',
    ]);
    const { tls } = played.session;
    expect(tls).toMatchObject({ mode: 'implicit', version: 'TLS 1.2', sni: 'mail.kolleg.example', alpn: 'imap', decrypted: false, alerts: [] });
    expect(tls?.cipher).toMatch(/^TLS_ECDHE_ECDSA_WITH_/);
    expect(tls?.certificates).toHaveLength(1);
    expect(tls?.certificates?.[0]).toMatchObject({
      validity: 'not-yet',
      matchesName: true,
      details: {
        subject: 'O=Kolleg, CN=mail.kolleg.example',
        names: ['mail.kolleg.example', '*.kolleg.example', '192.0.2.25'],
        key: { type: 'ec', curve: 'prime256v1' },
        signature: 'ecdsa-with-SHA256',
        selfSigned: true,
      },
    });
    expect(sentence(languages.en, played.entries[1]!.note)).toContain('self-signed');
  });

  it('says that a certificate is not for the name', async () => {
    const { session } = told(await recordHandshake({ maxVersion: 'TLSv1.2', servername: 'other.example.org' }));
    expect(session.tls?.certificates?.[0]?.matchesName).toBe(false);
  });
});

describe('a key that both have', () => {
  const psk = Buffer.from('1a2b3c4d5e6f', 'hex');
  const said = ({ entries }: Played): string => entries.map(({ note }) => sentence(languages.en, note)).join(' ');
  const record = (client: ConnectionOptions): Promise<readonly Turn[]> =>
    recordHandshake({ pskCallback: () => ({ psk, identity: 'anna' }), checkServerIdentity: () => undefined, ...client }, { ciphers: client.ciphers, pskCallback: () => psk, pskIdentityHint: 'mail' });

  it('is no earlier session where it comes from none', async () => {
    const played = told(await record({ minVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256' }));
    expect(played.session.tls).toMatchObject({ version: 'TLS 1.3', cipher: 'TLS_AES_128_GCM_SHA256' });
    expect(played.session.tls?.resumed).toBeUndefined();
    expect(said(played)).toContain('comes from no earlier session (PSK)');
    expect(said(played)).toContain('It takes the key that both have, so that no certificate is shown. From here on everything is encrypted.');
  });

  it('is hinted at in TLS 1.2, where no key is agreed on', async () => {
    const played = told(await record({ maxVersion: 'TLSv1.2', ciphers: 'PSK-AES128-CBC-SHA256' }));
    expect(said(played)).toContain('It hints at which of the keys that both have is meant');
    expect(said(played)).not.toContain('its key for the agreement');
  });
});

describe('TLS 1.3', () => {
  it('shows the hellos alone', () => {
    const played = told(tls13);
    expect(outline(played).slice(0, 3)).toEqual(['client ClientHello', 'server ServerHello ChangeCipherSpec', 'client ChangeCipherSpec']);
    expect(played.session.tls).toMatchObject({ version: 'TLS 1.3', group: 'x25519' });
    expect(played.session.tls?.certificates).toBeUndefined();
  });

  it('may ask for another hello', () => {
    const played = told(retried);
    expect(outline(played).slice(0, 4)).toEqual(['client ClientHello', 'server ServerHello ChangeCipherSpec', 'client ChangeCipherSpec ClientHello', 'server ServerHello']);
    const words = played.entries.map(({ note }) => sentence(languages.en, note));
    expect(words[1]).toContain('HelloRetryRequest');
    expect(words[2]).toContain('second ClientHello');
    expect(played.session.tls?.group).toBe('secp384r1');
  });
});

it('a handshake that is refused ends with the alert', () => {
  const played = told(refused);
  expect(outline(played)).toEqual(['client ClientHello', 'server protocol_version']);
  expect(played.session.tls?.alerts).toEqual([{ from: 'server', fatal: true, code: 70, name: 'protocol_version' }]);
});

it('is the same octet by octet', () => {
  for (const turns of [tls12, tls13, refused, retried]) {
    expect(outline(told(turns, byteByByte))).toEqual(outline(told(turns)));
    expect(told(turns, byteByByte).session.tls).toEqual(told(turns).session.tls);
  }
});

it('is read as far as it goes where a turn is lost, or one side, or the beginning', () => {
  for (const turns of [tls12, tls13, retried]) {
    for (const [at, turn] of turns.entries()) {
      expectSound(turns.map((other, i) => (i === at ? missing(turn.from, turn.octets.length) : other)));
      expectSound(turns.slice(at));
    }
    for (const side of ['client', 'server'] as const) expectSound(turns.filter(({ from }) => from === side));
  }
});

it('survives any change of its octets', () => {
  const change = fc.record({ turn: fc.nat(), at: fc.nat(), octet: fc.integer({ min: 0, max: 255 }), drop: fc.nat({ max: 40 }) });
  fc.assert(
    fc.property(fc.constantFrom('tls12', 'tls13', 'retried'), fc.array(change, { minLength: 1, maxLength: 6 }), (which, changes) => {
      const turns = [...{ tls12, tls13, retried }[which]];
      for (const { turn, at, octet, drop } of changes) {
        const place = turn % turns.length;
        const { from, octets } = turns[place]!;
        const cut = at % (octets.length + 1);
        turns[place] = { from, octets: octets.slice(0, cut) + String.fromCharCode(octet) + octets.slice(cut + drop) };
      }
      expectSound(turns);
    }),
    { numRuns: 400 },
  );
});

it('a certificate that is none is shown as such', () => {
  const at = tls12.findIndex(({ from }) => from === 'server');
  // The outermost SEQUENCE of the certificate.
  const spoilt = tls12.map((turn, i) => (i === at ? { from: turn.from, octets: turn.octets.replace('\x30\x82', '\x31\x82') } : turn));
  const { session, entries } = told(spoilt);
  expect(session.tls?.certificates).toEqual([{ bytes: expect.any(Number) as number, details: undefined }]);
  expect(entries.map(({ note }) => sentence(languages.en, note)).join(' ')).toContain('cannot be read as one');
});
