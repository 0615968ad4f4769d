/** Chains as servers send them, of real certificates: also out of order, with one that cannot be read, or with no name. */
import { expect, it } from 'vitest';
import { tlsTools } from '../../../src/platform/certificate-reader.js';
import { describeChain } from '../../../src/protocols/tls/handshake/certificate-chain.js';
import type { Certificate } from '../../../src/model/tls.js';
import { languages, sentence } from '../../../src/text/index.js';

/** Issued by ISSUING, and that by ROOT. */
const NAMELESS = Buffer.from(
  'MIIBNjCB3aADAgECAhQuqreqLRTqzg1P8tu366J6J/iS8zAKBggqhkjOPQQDAjA3MQswCQYDVQQGEwJERTEPMA0GA1UECgwGS29sbGVnMRcwFQYDVQQDDA5Lb2xsZWcgSX' +
  'NzdWluZzAeFw0yNTEyMzEwMDAwMDBaFw0yNjA0MDEwMDAwMDBaMAAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASOSfI2HSSZqyiX2qDa1/1wcyYEOxTldr2q0NoG+hcJ' +
  'dwBg5vApxv3m10+vE1bX9+ZkxwAsOyc6fu+3sil55F2QMAoGCCqGSM49BAMCA0gAMEUCIQCWtnpT8394JI/RKLWEcMJNrT8eynyU0g82CNCuOkNZ3AIgav49Oq0oTk+52D' +
  'R+mGQXEKgM0hCOX9SsiRl8aLJpNiw=',
  'base64',
);

/** For two addresses and m*.example.org. */
const ADDRESSED = Buffer.from(
  'MIIBfzCCASWgAwIBAgIUJAzax0qalc6Yppt+VBBQ5qPe6OgwCgYIKoZIzj0EAwIwNzELMAkGA1UEBhMCREUxDzANBgNVBAoMBktvbGxlZzEXMBUGA1UEAwwOS29sbGVnIE' +
  'lzc3VpbmcwHhcNMjUxMjMxMDAwMDAwWhcNMjYwNDAxMDAwMDAwWjARMQ8wDQYDVQQDDAZzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASOSfI2HSSZqyiX2qDa' +
  '1/1wcyYEOxTldr2q0NoG+hcJdwBg5vApxv3m10+vE1bX9+ZkxwAsOyc6fu+3sil55F2QozUwMzAxBgNVHREEKjAohwTAAAIZhxAgAQ24AAAAAAAAAAAAAAAlgg5tKi5leG' +
  'FtcGxlLm9yZzAKBggqhkjOPQQDAgNIADBFAiEA+0e2A/q1iA2VbavgzyYxW0k3NDf6pTzVCYBTeRrbYsQCIF1ik55hKErhx/29IiGhKpClx+qFU49iGyjltDzg29gk',
  'base64',
);

const ISSUING = Buffer.from(
  'MIIBgDCCASagAwIBAgIUQLn9FM8aTftfsAGTtK1TGUysxmAwCgYIKoZIzj0EAwIwNDELMAkGA1UEBhMCREUxDzANBgNVBAoMBktvbGxlZzEUMBIGA1UEAwwLS29sbGVnIF' +
  'Jvb3QwHhcNMjUxMjMxMDAwMDAwWhcNMjYwNDAxMDAwMDAwWjA3MQswCQYDVQQGEwJERTEPMA0GA1UECgwGS29sbGVnMRcwFQYDVQQDDA5Lb2xsZWcgSXNzdWluZzBZMBMG' +
  'ByqGSM49AgEGCCqGSM49AwEHA0IABMimCWn+NUZeKWZK7t+INUo1u6Ph43dBw15yl4+QXX7CVpsPy1BBxsVKgNl5xoyMRlvoHDtRReQH7kdc0yqEoESjEzARMA8GA1UdEw' +
  'EB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgU+hp8QcPesls2FfgnqpCmWDAF9FO8mie7QdoQF2ZFTMCIQDQdcOArlvrKp09zFGmHUF0yMTsV28DGBjmkFScBDxr2A==',
  'base64',
);

const ROOT = Buffer.from(
  'MIIBfjCCASOgAwIBAgIUb1lmLP75nRFZRosB16l3azqZjXcwCgYIKoZIzj0EAwIwNDELMAkGA1UEBhMCREUxDzANBgNVBAoMBktvbGxlZzEUMBIGA1UEAwwLS29sbGVnIF' +
  'Jvb3QwHhcNMjUxMjMxMDAwMDAwWhcNMjYwNDAxMDAwMDAwWjA0MQswCQYDVQQGEwJERTEPMA0GA1UECgwGS29sbGVnMRQwEgYDVQQDDAtLb2xsZWcgUm9vdDBZMBMGByqG' +
  'SM49AgEGCCqGSM49AwEHA0IABK+WyzTytiqbXIyoMekXMQMrhIA1PvEQh/Ns/ufo9DYSPWUgS3nb9Af8dU68XYsOAmS7NxMnrmZ6rc/zb0WDOE2jEzARMA8GA1UdEwEB/w' +
  'QFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAKn4THh1ncH2kXG6c2vTwdOlAF9+CGh6q/8SsWh5zVQvAiEAwIvQqH14bESdfdeYpKiVFRvBH65ZE+3YsafRar8NFIo=',
  'base64',
);

const chainOf = (octets: readonly Buffer[], name?: string): readonly Certificate[] => describeChain(octets, { read: tlsTools.certificates, now: 1_790_000_000, name });

function told(octets: readonly Buffer[]): readonly string[] {
  const certificates = { from: 'server', chain: chainOf(octets), count: octets.length, name: undefined } as const;
  const note = { key: 'tls.flight', params: { from: 'server', parts: [{ kind: 'certificates', cut: false, certificates }], recordVersions: [] } } as const;
  return [sentence(languages.en, note), sentence(languages.de, note)];
}

it('knows of each whether the next has issued it, and of what cannot be read nothing', () => {
  const issued = (octets: readonly Buffer[]): readonly unknown[] => chainOf(octets).map(({ issuedByNext }) => issuedByNext);
  expect(issued([ADDRESSED, ISSUING, ROOT])).toEqual([true, true, undefined]);
  expect(issued([ADDRESSED, ROOT, ISSUING])).toEqual([false, false, undefined]);
  expect(issued([ADDRESSED, Buffer.from('none'), ROOT])).toEqual([undefined, undefined, undefined]);
});

it('says that a chain is out of order, or has a hole', () => {
  const [en, de] = ['Not each certificate was issued by the one behind it', 'Nicht jedes Zertifikat ist von dem dahinter ausgestellt'];
  expect(told([ADDRESSED, ISSUING, ROOT]).join()).not.toMatch(/issued by the one|von dem dahinter/);
  expect(told([ADDRESSED, ROOT])).toEqual([expect.stringContaining(en), expect.stringContaining(de)]);
});

it('writes addresses as everywhere else, and says that there is no name', () => {
  expect(chainOf([ADDRESSED])[0]?.details?.names).toEqual(['192.0.2.25', '2001:db8::25', 'm*.example.org']);
  expect(told([NAMELESS])).toEqual([expect.stringContaining('for no name at all: issued by C=DE'), expect.stringContaining('für gar keinen Namen: ausgestellt von C=DE')]);
});

it('takes a star for a whole label alone', () => {
  expect(chainOf([ADDRESSED], 'mail.example.org')[0]?.matchesName).toBe(false);
  expect(chainOf([ADDRESSED], '2001:db8::25')[0]?.matchesName).toBe(true);
});
