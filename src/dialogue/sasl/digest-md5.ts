/** DIGEST-MD5 (RFC 2831; historic since RFC 6331): realm and nonce, a digest of both sides' nonces, and the server's own proof. */
import { parseDirectives } from './directives.js';
import { betrayedByAll, otherName, type MechanismReader, type SaslStep } from './mechanism.js';

type Directives = ReadonlyMap<string, readonly string[]>;

class DigestMd5 implements MechanismReader {
  /** The server has shown that it knows the password, too. */
  #isProved = false;

  challenge(octets: Buffer): SaslStep | undefined {
    const directives = parseDirectives(octets.toString('utf8'));
    const signature = directives?.get('rspauth')?.[0];
    if (signature !== undefined) {
      this.#isProved = true;
      return { note: { key: 'sasl.server-proof', params: { mechanism: 'DIGEST-MD5' } }, decoded: { signature }, secrets: [signature] };
    }
    return directives?.has('nonce') === true ? question(directives) : undefined;
  }

  response(octets: Buffer): SaslStep | undefined {
    const directives = parseDirectives(octets.toString('utf8'));
    return directives?.has('username') === true && directives.has('response') ? answer(directives) : undefined;
  }

  silence(): SaslStep | undefined {
    return this.#isProved ? { note: { key: 'sasl.proof-taken', params: {} } } : undefined;
  }
}

/** RFC 2831 §2.1.1. */
function question(directives: Directives): SaslStep {
  const one = (name: string): string | undefined => directives.get(name)?.[0];
  const realms = directives.get('realm') ?? [];
  const qop = one('qop') ?? 'auth';
  return {
    note: { key: 'sasl.digest-md5.challenge', params: { realms, protections: protectionsOf(qop) } },
    decoded: {
      realm: realms.length === 0 ? undefined : realms.join(', '),
      nonce: one('nonce'),
      qop: one('qop'),
      algorithm: one('algorithm'),
      charset: one('charset'),
      cipher: one('cipher'),
      maxbuf: one('maxbuf'),
    },
  };
}

/** RFC 2831 §2.1.2. */
function answer(directives: Directives): SaslStep {
  const one = (name: string): string | undefined => directives.get(name)?.[0];
  const username = one('username')!;
  const digest = one('response')!;
  const realm = one('realm') || undefined;
  const service = one('digest-uri');
  const authorization = otherName(one('authzid'), username);
  return {
    note: { key: 'sasl.digest-md5.response', params: { username, realm, service, actingAs: authorization, protection: protectionsOf(one('qop') ?? 'auth')[0] } },
    decoded: {
      username,
      realm,
      nonce: one('nonce'),
      clientNonce: one('cnonce'),
      nonceCount: one('nc'),
      qop: one('qop'),
      service,
      digest,
      authorization,
      charset: one('charset'),
      cipher: one('cipher'),
      maxbuf: one('maxbuf'),
    },
    secrets: [digest],
    username,
  };
}

function protectionsOf(qop: string): readonly ('none' | 'integrity' | 'confidentiality')[] {
  const words = qop.toLowerCase().split(/[\s,]+/, 8);
  const all = [['auth', 'none'], ['auth-int', 'integrity'], ['auth-conf', 'confidentiality']] as const;
  return all.flatMap(([word, protection]) => (words.includes(word) ? [protection] : []));
}

export const digestMd5 = betrayedByAll(() => new DigestMd5());
