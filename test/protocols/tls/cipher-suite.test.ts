import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { CIPHER_SUITE_NAMES } from '../../../src/protocols/tls/registered/cipher-suite-names.js';
import { cipherSuite } from '../../../src/protocols/tls/registered/cipher-suite.js';

function lines(program: string, ...options: readonly string[]): readonly string[] {
  return (spawnSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout ?? '').split('\n');
}

const hasTshark = spawnSync('tshark', ['--version']).status === 0;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('cipher suites', () => {
  it.skipIf(!hasTshark)('have the names that tshark knows', { timeout: 60_000 }, () => {
    const known = new Map<number, string>();
    for (const line of lines('tshark', '-G', 'values')) {
      const [, field, code, name = ''] = line.split('\t');
      if (field === 'tls.handshake.ciphersuite') known.set(Number(code), name);
    }
    const codes = Object.keys(CIPHER_SUITE_NAMES).map(Number);
    expect(codes).toHaveLength(350);
    expect(codes.filter((code) => known.get(code) !== CIPHER_SUITE_NAMES[code])).toEqual([]);
  });

  it.skipIf(!hasOpenssl)('are what OpenSSL says of them', () => {
    // 0xC0,0x2C - TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 - ECDHE-… TLSv1.2 Kx=ECDH Au=ECDSA Enc=AESGCM(256) Mac=AEAD
    const row = /0x(..),0x(..) - (TLS_\S+)\s.*Kx=(\S+)\s+Au=(\S+)\s+Enc=([^(\s]+)(?:\((\d+)\))?\s+Mac=(\S+)/;
    const exchanges: Readonly<Record<string, string | undefined>> = { ECDH: 'ECDHE', DH: 'DHE', any: undefined, ECDHEPSK: 'ECDHE_PSK', DHEPSK: 'DHE_PSK', RSAPSK: 'RSA_PSK' };
    const macs: Readonly<Record<string, string | undefined>> = { SHA1: 'SHA', AEAD: undefined };
    let compared = 0;
    for (const line of lines('openssl', 'ciphers', '-V', '-stdname', 'ALL:COMPLEMENTOFALL@SECLEVEL=0')) {
      const [, high, low, name, exchange = '', , cipher = '', bits = '0', mac = ''] = row.exec(line) ?? [];
      if (name === undefined || name.includes('PSK_DHE') || /anon|SRP|GOST/.test(name)) continue;
      const suite = cipherSuite(parseInt(`${high}${low}`, 16));
      expect(suite, line).toMatchObject({ name, isAead: mac === 'AEAD' });
      if (!cipher.startsWith('3DES')) expect(suite?.keyBits, line).toBe(Number(bits));
      expect(suite?.mac, line).toBe(mac in macs ? macs[mac] : mac);
      if (!name.includes('_PSK_') || exchange !== 'PSK') expect(suite?.keyExchange, line).toBe(exchange in exchanges ? exchanges[exchange] : exchange);
      compared++;
    }
    expect(compared).toBeGreaterThan(80);
  });

  it('tell whether a stolen key opens a recording', () => {
    expect(cipherSuite(0x002f)).toMatchObject({ name: 'TLS_RSA_WITH_AES_128_CBC_SHA', hasForwardSecrecy: false, mode: 'CBC', mac: 'SHA', hash: 'SHA256' });
    expect(cipherSuite(0x1302)).toMatchObject({ hasForwardSecrecy: true, keyExchange: undefined, hash: 'SHA384' });
    // TLS_DH_anon_WITH_AES_128_GCM_SHA256 and TLS_PSK_WITH_AES_128_CBC_SHA256
    expect([cipherSuite(0x00a6), cipherSuite(0x00ae)]).toMatchObject([{ authentication: 'anon', hasForwardSecrecy: true }, { authentication: 'PSK', hasForwardSecrecy: false }]);
    expect(cipherSuite(0x0003)).toMatchObject({ isExport: true, keyBits: 40 });
    expect([cipherSuite(0x00ff), cipherSuite(0x0a0a)]).toEqual([undefined, undefined]);
  });
});
