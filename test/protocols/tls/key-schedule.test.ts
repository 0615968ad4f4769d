/** Keys out of secrets, against values that others have published. */
import { describe, expect, it } from 'vitest';
import { cryptography } from '../../../src/platform/cryptography.js';
import { cipherSuite } from '../../../src/protocols/tls/registered/cipher-suite.js';
import { trafficKeys } from '../../../src/protocols/tls/keys/connection-keys.js';
import { expandLabel, pseudoRandom } from '../../../src/protocols/tls/keys/key-schedule.js';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s+/g, ''), 'hex');

/** RFC 8448 §3. */
const SERVER_HANDSHAKE = hex('b6 7b 7d 69 0c c1 6c 4e 75 e5 42 13 cb 2d 37 b4 e9 c9 12 bc de d9 10 5d 42 be fd 59 d3 91 ad 38');
const CLIENT_APPLICATION = hex('9e 40 64 6c e7 9a 7f 9d c0 5a f8 88 9b ce 65 52 87 5a fa 0b 06 df 00 87 f7 92 eb b7 c1 75 04 a5');
const SERVER_APPLICATION = hex('a1 1a f9 f0 55 31 f8 56 ad 47 11 6b 45 a9 50 32 82 04 b4 f4 4b fb 6b 3a 4b 4f 1f 3f cb 63 16 43');

describe('HKDF-Expand-Label', () => {
  it('gives the keys of RFC 8448 §3', () => {
    expect(expandLabel(cryptography, 'sha256', SERVER_HANDSHAKE, 'key', 16)).toEqual(hex('3f ce 51 60 09 c2 17 27 d0 f2 e4 e8 6e e4 03 bc'));
    expect(expandLabel(cryptography, 'sha256', SERVER_HANDSHAKE, 'iv', 12)).toEqual(hex('5d 31 3e b2 67 12 76 ee 13 00 0b 30'));
    expect(expandLabel(cryptography, 'sha256', SERVER_HANDSHAKE, 'finished', 32)).toEqual(
      hex('00 8d 3b 66 f8 16 ea 55 9f 96 b5 37 e8 85 c3 1f c0 68 bf 49 2c 65 2f 01 f2 88 a1 d8 cd c1 9f c8'),
    );
  });
});

describe('the pseudo-random function', () => {
  // Published on the TLS working group's list, 2009, for P_SHA256.
  it('of TLS 1.2 gives what is known of it', () => {
    const secret = hex('9b be 43 6b a9 40 f0 17 b1 76 52 84 9a 71 db 35');
    const seed = hex('a0 ba 9f 93 6c da 31 18 27 a6 f7 96 ff d5 19 8c');
    expect(pseudoRandom(cryptography, 'sha256', secret, 'test label', seed, 100)).toEqual(
      hex(`e3 f2 29 ba 72 7b e1 7b 8d 12 26 20 55 7c d4 53 c2 aa b2 1d 07 c3 d4 95 32 9b 52 d4 e6 1e db 5a
           6b 30 17 91 e9 0d 35 c9 c9 a4 6b 4e 14 ba f9 af 0f a0 22 f7 07 7d ef 17 ab fd 37 97 c0 56 4b ab
           4f bc 91 66 6e 9d ef 9b 97 fc e3 4f 79 67 89 ba a4 80 82 d1 22 ee 42 c5 a7 2e 5a 51 10 ff f7 01 87 34 7b 66`),
    );
  });
});

describe('records of RFC 8448 §3', () => {
  const suite = cipherSuite(0x1301)!;
  const record = (fragment: Buffer) => ({ type: 23, version: 0x0303, fragment });
  const content = Buffer.from(Array.from({ length: 50 }, (_, octet) => octet));
  const sent = {
    client: record(
      hex(`a2 3f 70 54 b6 2c 94 d0 af fa fe 82 28 ba 55 cb ef ac ea 42 f9 14 aa 66 bc ab 3f 2b 98 19 a8 a5 b4 6b 39 5b d5 4a 9a 20
           44 1e 2b 62 97 4e 1f 5a 62 92 a2 97 70 14 bd 1e 3d ea e6 3a ee bb 21 69 49 15 e4`),
    ),
    server: record(
      hex(`2e 93 7e 11 ef 4a c7 40 e5 38 ad 36 00 5f c4 a4 69 32 fc 32 25 d0 5f 82 aa 1b 36 e3 0e fa f9 7d 90 e6 df fc 60 2d cb 50
           1a 59 a8 fc c4 9c 4b f2 e5 f0 a2 1c 00 47 c2 ab f3 32 54 0d d0 32 e1 67 c2 95 5d`),
    ),
    clientAlert: record(hex('c9 87 27 60 65 56 66 b7 4d 7f f1 15 3e fd 6d b6 d0 b0 e3')),
    serverAlert: record(hex('b5 8f d6 71 66 eb f5 99 d2 47 20 cf be 7e fa 7a 88 64 a9')),
  };

  it('are opened with the keys of each side, by their number', () => {
    const client = trafficKeys(cryptography, suite, CLIENT_APPLICATION)!.protection;
    const server = trafficKeys(cryptography, suite, SERVER_APPLICATION)!.protection;
    expect(client.open(sent.client, 0)).toEqual({ type: 23, plain: content, head: 5 });
    // Its first is the ticket.
    expect(server.open(sent.server, 1)).toEqual({ type: 23, plain: content, head: 5 });
    expect(client.open(sent.clientAlert, 1)).toEqual({ type: 21, plain: hex('01 00'), head: 5 });
    expect(server.open(sent.serverAlert, 2)).toEqual({ type: 21, plain: hex('01 00'), head: 5 });
  });

  it('are not opened as another one, nor changed, nor with other keys', () => {
    const client = trafficKeys(cryptography, suite, CLIENT_APPLICATION)!.protection;
    expect(client.open(sent.client, 1)).toBeUndefined();
    expect(client.open(sent.server, 0)).toBeUndefined();
    expect(client.open({ ...sent.client, version: 0x0301 }, 0)).toBeUndefined();
    const changed = Buffer.from(sent.client.fragment);
    changed[7]! ^= 1;
    expect(client.open(record(changed), 0)).toBeUndefined();
    expect(client.open(record(Buffer.alloc(3)), 0)).toBeUndefined();
  });

  it('need a secret of the length of the hash', () => {
    expect(trafficKeys(cryptography, suite, SERVER_APPLICATION.subarray(1))).toBeUndefined();
    expect(trafficKeys(cryptography, cipherSuite(0xc02f)!, SERVER_APPLICATION)).toBeUndefined();
  });
});
