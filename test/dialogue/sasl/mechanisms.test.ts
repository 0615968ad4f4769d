/** Every mechanism on the exchanges that its document prints; what it decodes, what it counts as secret. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/dialogue/limits.js';
import { SaslExchange, type SaslLine } from '../../../src/dialogue/sasl/exchange.js';
import * as vectors from './vectors.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

function follow(mechanism: string, vector: vectors.Vector): readonly SaslLine[] {
  const exchange = new SaslExchange(mechanism);
  return vector.map(({ who, line }) => (who === 'C' ? exchange.response(line) : exchange.challenge(line)));
}

describe('CRAM-MD5', () => {
  it('RFC 2195 §2', () => {
    const digest = 'b913a602c7eda7a495b4e6e7334d3890';
    expect(follow('CRAM-MD5', vectors.cramMd5)).toMatchObject([
      { note: { key: 'sasl.cram-md5.challenge' }, decoded: { challenge: '<1896.697170952@postoffice.reston.mci.net>', host: 'postoffice.reston.mci.net' } },
      { note: { key: 'sasl.cram-md5.response' }, decoded: { username: 'tim', digest }, secrets: [vectors.cramMd5[1]!.line, digest], username: 'tim' },
    ]);
  });

  it('knows names with blanks, and leaves what is no digest', () => {
    const answer = (text: string): SaslLine => new SaslExchange('CRAM-MD5').response(base64(text));
    expect(answer(`anna von k ${'0'.repeat(32)}`)).toMatchObject({ username: 'anna von k' });
    for (const text of ['anna', `anna ${'0'.repeat(31)}`, ` ${'0'.repeat(32)}`]) expect(answer(text).note.key).toBe('sasl.undecodable');
  });
});

describe('DIGEST-MD5', () => {
  it('RFC 2831 §4', () => {
    const [challenge, response, proof, end] = follow('DIGEST-MD5', vectors.digestMd5);
    const realm = 'elwood.innosoft.com';
    expect(challenge).toMatchObject({
      note: { key: 'sasl.digest-md5.challenge', params: { realms: [realm], protections: ['none'] } },
      decoded: { realm, nonce: 'OA6MG9tEQGm2hh', qop: 'auth', algorithm: 'md5-sess', charset: 'utf-8' },
    });
    expect(challenge!.secrets).toBeUndefined();
    expect(response).toMatchObject({
      decoded: { username: 'chris', realm, nonce: 'OA6MG9tEQGm2hh', clientNonce: 'OA6MHXh6VqTrRk', nonceCount: '00000001', service: 'imap/elwood.innosoft.com' },
      username: 'chris',
    });
    expect(response!.secrets).toContain('d388dad90d4bbd760a152321f2143af7');
    expect(proof).toMatchObject({ note: { key: 'sasl.server-proof' }, decoded: { signature: 'ea40f60335c427b5527b84dbabcdfffd' } });
    expect(proof!.secrets).toContain('ea40f60335c427b5527b84dbabcdfffd');
    expect(end!.note.key).toBe('sasl.proof-taken');
  });

  it('knows several realms, layers, quoted quotes and loose lists', () => {
    const exchange = new SaslExchange('DIGEST-MD5');
    expect(exchange.challenge(base64('realm="a \\"b\\"", realm=c,,nonce="x",qop="auth,auth-int, auth-conf"')).note).toMatchObject({
      params: { realms: ['a "b"', 'c'], protections: ['none', 'integrity', 'confidentiality'] },
    });
    expect(exchange.response(base64('username="an\\\\na",realm="",response=0,qop=auth-conf,authzid=bob')).note).toMatchObject({
      params: { username: 'an\\na', realm: undefined, actingAs: 'bob', protection: 'confidentiality' },
    });
  });

  it.each(['nonce="x', 'nonce', '="x"', 'qop=auth', '\xff\xfe', 'nonce=x;y="z"'])('leaves what is no list: %j', (text) => {
    expect(new SaslExchange('DIGEST-MD5').challenge(base64(text)).note.key).toBe('sasl.challenge');
  });
});

describe('SCRAM', () => {
  it.each([
    ['SCRAM-SHA-1', vectors.scramSha1, 'QSXCR+Q6sek8bf92', 'v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=', 'rmF9pqV8S7suAoZWja4dJRkFsKQ='],
    ['SCRAM-SHA-256', vectors.scramSha256, 'W22ZaJ0SNY7soEsUEjb6gQ==', 'dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=', '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4='],
  ] as const)('%s: RFC 5802 §5, RFC 7677 §3', (mechanism, vector, salt, proof, signature) => {
    const [first, question, final, answer] = follow(mechanism, vector);
    expect(first).toMatchObject({ note: { key: 'sasl.scram.client-first' }, username: 'user' });
    expect(first!.secrets).toBeUndefined();
    expect(question).toMatchObject({ note: { params: { iterations: 4096, foreign: false } }, decoded: { salt, iterations: '4096' } });
    expect(final).toMatchObject({ note: { key: 'sasl.scram.client-final' }, decoded: { proof } });
    expect(final!.secrets).toContain(proof);
    expect(answer).toMatchObject({ note: { key: 'sasl.server-proof', params: { mechanism } }, decoded: { signature } });
    expect(answer!.secrets).toContain(signature);
  });

  it('knows whom the client acts for, commas in names, and the channel binding', () => {
    const exchange = new SaslExchange('SCRAM-SHA-256-PLUS');
    expect(exchange.response(base64('p=tls-exporter,a=b=2Cb,n=a=3Da,r=x'))).toMatchObject({
      note: { params: { username: 'a=a', actingAs: 'b,b', binding: 'tls-exporter' } },
      decoded: { username: 'a=a', authorization: 'b,b', binding: 'tls-exporter' },
    });
    expect(exchange.response(base64(`c=${base64('p=tls-exporter,,\x01\x02')},r=xy,p=AAAA`)).note).toMatchObject({ params: { binding: 'tls-exporter' } });
    expect(new SaslExchange('SCRAM-SHA-1').response(base64('y,,n=a,r=x')).note).toMatchObject({ params: { binding: 'not-offered' } });
  });

  it('sees a nonce that is not the client’s, and errors', () => {
    const exchange = new SaslExchange('SCRAM-SHA-1');
    exchange.response(base64('n,,n=a,r=mine'));
    expect(exchange.challenge(base64('r=other,s=AAAA,i=1')).note).toMatchObject({ params: { iterations: 1, foreign: true } });
    expect(exchange.challenge(base64('e=invalid-proof'))).toMatchObject({ note: { key: 'sasl.scram.error' }, decoded: { error: 'invalid-proof' } });
    expect(exchange.challenge(base64('v=AAAA')).note.key).toBe('sasl.server-proof');
    expect(exchange.response('').note.key).toBe('sasl.proof-taken');
  });

  it.each(['r=x,s=y,i=0', 'r=x,s=y,i=1e9', 'r=x,i=1', 'x'])('leaves what is no challenge: %j', (text) => {
    expect(new SaslExchange('SCRAM-SHA-1').challenge(base64(text)).note.key).toBe('sasl.challenge');
  });
});

describe('bearer tokens', () => {
  it('OAUTHBEARER: RFC 7628 §4', () => {
    const [token, error, end] = follow('OAUTHBEARER', vectors.oauthBearer);
    expect(token).toMatchObject({
      note: { key: 'sasl.token' },
      decoded: { username: 'user@example.com', scheme: 'Bearer', token: vectors.oauthBearerToken, host: 'server.example.com', port: '143' },
      secrets: [vectors.oauthBearer[0]!.line, vectors.oauthBearerToken],
      username: 'user@example.com',
      token: vectors.oauthBearerToken,
    });
    expect(error).toMatchObject({
      note: { key: 'sasl.token.refused' },
      decoded: { status: 'invalid_token', scope: 'example_scope', configuration: 'https://example.com/.well-known/openid-configuration' },
    });
    expect(end!.note.key).toBe('sasl.refusal-taken');
  });

  it('XOAUTH2: the example of Google', () => {
    const [token, error, end] = follow('XOAUTH2', vectors.xoauth2);
    expect(token).toMatchObject({ username: 'someuser@example.com', token: vectors.xoauth2Token });
    expect(error).toMatchObject({ decoded: { status: '401', schemes: 'bearer mac', scope: 'https://mail.google.com/' } });
    expect(end!.note.key).toBe('sasl.refusal-taken');
  });

  it('say themselves when they expire, if they are JSON Web Tokens', () => {
    const web = (claims: string): string => `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(claims).toString('base64url')}.c2ln`;
    const expires = (token: string): unknown => new SaslExchange('XOAUTH2').response(base64(`user=a\x01auth=Bearer ${token}\x01\x01`)).decoded?.['expires'];
    expect(expires(web('{"exp":1300819380}'))).toBe('2011-03-22T18:43:00Z');
    for (const token of [web('{"exp":"soon"}'), web('{"exp":1e300}'), web('{"exp":-1}'), web('null'), web('{'), 'a.b.c', 'opaque']) expect(expires(token)).toBeUndefined();
  });

  it('without the field that matters are not decoded, and secret', () => {
    for (const text of ['user=anna\x01\x01', 'n,a=anna,\x01auth=\x01\x01', 'garbage']) {
      expect(new SaslExchange('XOAUTH2').response(base64(text))).toMatchObject({ note: { key: 'sasl.undecodable' }, secrets: [base64(text)] });
    }
    expect(new SaslExchange('XOAUTH2').response('').note.key).toBe('sasl.empty');
    for (const text of ['{', '[]', '{"status":{}}', 'null', '{"__proto__":1}']) expect(new SaslExchange('XOAUTH2').challenge(base64(text)).note.key).toBe('sasl.challenge');
  });
});

describe('EXTERNAL and ANONYMOUS', () => {
  it('EXTERNAL names whom the client acts as, or nobody (RFC 4422 App. A)', () => {
    expect(new SaslExchange('EXTERNAL').response(base64('fred@example.com'))).toMatchObject({ username: 'fred@example.com', decoded: { username: 'fred@example.com' } });
    const nobody = new SaslExchange('EXTERNAL').response('=');
    expect(nobody).toMatchObject({ note: { key: 'sasl.external', params: { username: undefined } } });
    expect(nobody.secrets).toBeUndefined();
  });

  it('ANONYMOUS leaves a trace (RFC 4505)', () => {
    expect(follow('ANONYMOUS', vectors.anonymous)).toMatchObject([{ note: { key: 'sasl.anonymous' }, decoded: { trace: 'sirhc' } }]);
    expect(new SaslExchange('ANONYMOUS').response('').note).toEqual({ key: 'sasl.anonymous', params: { trace: undefined } });
  });
});

describe('NTLM', () => {
  it('[MS-NLMP] §4.2.4.3, NTLM 2', () => {
    const [negotiate, challenge, answer] = follow('NTLM', vectors.ntlm);
    expect(negotiate).toMatchObject({ note: { key: 'sasl.ntlm.negotiate' }, decoded: { version: '10.0.26100' } });
    expect(challenge).toMatchObject({
      note: { params: { target: 'Server', host: 'Server', domain: 'Domain' } },
      decoded: { target: 'Server', challenge: '0123456789abcdef', computer: 'Server', netbiosDomain: 'Domain', version: '6.0.6000' },
    });
    expect(answer).toMatchObject({
      note: { params: { username: 'User', domain: 'Domain', workstation: 'COMPUTER', generation: 2 } },
      decoded: { lmResponse: '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa', version: '5.1.2600' },
      username: 'User',
    });
    expect(answer!.secrets).toContain(answer!.decoded!['ntResponse']);
  });

  it('[MS-NLMP] §4.2.2.3, NTLM 1', () => {
    const { note } = new SaslExchange('NTLM').response(vectors.ntlm1);
    expect(note).toMatchObject({ key: 'sasl.ntlm.authenticate', params: { username: 'User', generation: 1 } });
  });

  it('has no version where the names begin in its place', () => {
    const { decoded } = new SaslExchange('NTLM').response(vectors.ntlmOfGsasl);
    expect(decoded).toMatchObject({ username: 'anna', domain: 'Server', workstation: 'anna' });
    expect(decoded).not.toHaveProperty('version');
  });

  it('never reads beyond its octets, wherever they are cut or changed', () => {
    const whole = vectors.ntlm.map(({ who, line }) => ({ who, octets: Buffer.from(line, 'base64') }));
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(300), fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 8 }), ({ who, octets }, cut, changes) => {
        const changed = Buffer.from(octets.subarray(0, cut));
        for (const [at, value] of changes) if (at < changed.length) changed[at] = value;
        const exchange = new SaslExchange('NTLM');
        const { note } = who === 'C' ? exchange.response(changed.toString('base64')) : exchange.challenge(changed.toString('base64'));
        expect(note.key).toMatch(/^sasl\./);
      }),
    );
  });
});

describe('GSSAPI', () => {
  const der = (tag: number, ...content: readonly (string | Buffer)[]): Buffer => {
    const inner = Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
    const length = inner.length < 128 ? [inner.length] : [0x82, inner.length >> 8, inner.length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...length]), inner]);
  };
  const KERBEROS = der(0x06, '\x2a\x86\x48\x86\xf7\x12\x01\x02\x02');
  /** RFC 4120 §5.3 and §5.5.1, the encrypted parts as noise. */
  const ticket = der(0x61, der(0x30, der(0xa0, der(0x02, '\x05')), der(0xa1, der(0x1b, 'KOLLEG.EXAMPLE')),
    der(0xa2, der(0x30, der(0xa0, der(0x02, '\x01')), der(0xa1, der(0x30, der(0x1b, 'imap'), der(0x1b, 'mail.kolleg.example'))))),
    der(0xa3, der(0x30, 'x'.repeat(200)))));
  const request = der(0x6e, der(0x30, der(0xa0, der(0x02, '\x05')), der(0xa1, der(0x02, '\x0e')), der(0xa2, der(0x03, '\0\0\0\0\0')), der(0xa3, ticket), der(0xa4, 'y')));
  const wrap = (flags: number, data: string, rotation = 0): string => {
    const body = Buffer.from(`${data}${'c'.repeat(12)}`, 'latin1');
    const turned = Buffer.concat([body.subarray(body.length - rotation), body.subarray(0, body.length - rotation)]);
    return Buffer.concat([Buffer.from([5, 4, flags, 255, 0, 12, 0, rotation, 0, 0, 0, 0, 0, 0, 0, 1]), turned]).toString('base64');
  };
  const token = der(0x60, KERBEROS, '\x01\x00', request);

  it('is read as gsasl, Dovecot and MIT Kerberos say it', () => {
    expect(follow('GSSAPI', vectors.gssapi)).toMatchObject([
      { decoded: { mechanism: 'Kerberos', service: 'imap/mail.kolleg.example', realm: 'KOLLEG.EXAMPLE' } },
      { note: { key: 'sasl.gssapi.offer', params: { layers: ['none'] } }, decoded: { limit: '16777215' } },
      { note: { key: 'sasl.gssapi.choice', params: { layer: 'none' } }, username: 'anna' },
    ]);
  });

  it('names mechanism, service and realm of the ticket', () => {
    const line = token.toString('base64');
    expect(new SaslExchange('GSSAPI').response(line)).toMatchObject({
      note: { key: 'sasl.gssapi.token', params: { name: 'Kerberos', content: 'request', service: 'imap/mail.kolleg.example', realm: 'KOLLEG.EXAMPLE' } },
      decoded: { oid: '1.2.840.113554.1.2.2', mechanism: 'Kerberos' },
      secrets: [line],
    });
    const reply = der(0x60, KERBEROS, '\x02\x00', 'zz').toString('base64');
    expect(new SaslExchange('GSSAPI').challenge(reply).note).toMatchObject({ params: { from: 'server', content: 'reply' } });
  });

  it('reads the layers where they are signed and not sealed (RFC 4752 §3)', () => {
    const exchange = new SaslExchange('GSSAPI');
    for (const rotation of [0, 12, 5]) {
      expect(exchange.challenge(wrap(1, '\x07\x00\xff\xff', rotation))).toMatchObject({
        note: { key: 'sasl.gssapi.offer', params: { layers: ['none', 'integrity', 'confidentiality'] } },
        decoded: { limit: '65535' },
      });
      expect(exchange.response(wrap(0, '\x01\x00\x00\x00anna', rotation))).toMatchObject({ note: { params: { layer: 'none', username: 'anna' } }, username: 'anna' });
    }
    expect(exchange.challenge(wrap(3, '\x07\x00\xff\xff')).note.key).toBe('sasl.challenge');
    expect(exchange.response(wrap(2, '\x01\x00\x00\x00anna')).note.key).toBe('sasl.response');
  });

  it('ends wherever the octets do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: token.length }), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), (cut, changes) => {
        const changed = Buffer.from(token.subarray(0, cut));
        for (const [at, value] of changes) if (at < changed.length) changed[at] = value;
        expect(new SaslExchange('GSSAPI').response(changed.toString('base64')).secrets).toBeDefined();
      }),
    );
  });
});

describe('a command that was not captured', () => {
  it.each([
    ['CRAM-MD5', vectors.cramMd5],
    ['DIGEST-MD5', vectors.digestMd5],
    ['SCRAM', vectors.scramSha256],
    ['NTLM', vectors.ntlm],
    ['OAUTHBEARER/XOAUTH2', vectors.xoauth2],
    ['OAUTHBEARER/XOAUTH2', vectors.oauthBearer],
  ])('%s is known by its lines, the first or a later one', (name, vector) => {
    for (let from = 0; from < vector.length; from++) {
      const rest = vector.slice(from).filter(({ line }) => line.length > 4);
      if (rest.length === 0) continue;
      const exchange = new SaslExchange('');
      const lines = rest.map(({ who, line }) => (who === 'C' ? exchange.response(line) : exchange.challenge(line)));
      expect(exchange.mechanism).toBe(name);
      expect(lines.map(({ note }) => note.key)).not.toContain('sasl.response');
    }
  });

  it('stays unknown where others could have sent the same', () => {
    const exchange = new SaslExchange('');
    expect(exchange.challenge(base64('something')).note).toEqual({ key: 'sasl.challenge', params: { mechanism: '', bytes: 9 } });
    expect(exchange.response(base64('geheim'))).toMatchObject({ note: { key: 'sasl.response', params: { mechanism: '' } }, secrets: [base64('geheim')] });
    expect(exchange.response(Buffer.from([0, 200, 1, 0, 3]).toString('base64')).note.key).toBe('sasl.response');
    expect(exchange.mechanism).toBe('');
  });
});

describe('whatever comes', () => {
  const names = ['', 'PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-256', 'SCRAM-', 'NTLM', 'XOAUTH2', 'OAUTHBEARER', 'GSSAPI', 'GSS-SPNEGO', 'EXTERNAL', 'ANONYMOUS', 'X-OWN', '__proto__', 'constructor'];
  const pieces = fc.constantFrom('n,,', 'n=', 'r=', 's=', 'i=', 'p=', 'v=', 'e=', ',', '\0', '\x01', 'auth=', 'Bearer ', '"', '\\', 'nonce=', 'username=', '{"status":', '}', '<', '@', '>', 'NTLMSSP\0', '\x60\x84', ' ', 'x');
  const octets = fc.oneof(fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)), fc.array(pieces, { maxLength: 30 }).map((all) => Buffer.from(all.join(''), 'latin1')));
  const line = fc.oneof(octets.map((bytes) => bytes.toString('base64')), fc.string(), fc.constantFrom('', '=', '*', '==', '  '));

  it('gives a step, and hides the secrets of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.boolean(), line), { maxLength: 8 }), (name, lines) => {
        const exchange = new SaslExchange(name);
        for (const [fromClient, words] of lines) {
          const { note, secrets = [], password, token } = fromClient ? exchange.response(words) : exchange.challenge(words);
          expect(note.key).toMatch(/^sasl\./);
          if (password !== undefined && password !== '') expect(secrets).toContain(password);
          if (token !== undefined) expect(secrets).toContain(token);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['a'.repeat(limits.sasl), ','.repeat(limits.sasl), '"'.repeat(limits.sasl), `n="${'\\x'.repeat(limits.sasl / 2 - 3)}`, `${' '.repeat(limits.sasl - 2)}=x`, '{'.repeat(limits.sasl)])(
    'takes no long time over a line at the limit: %#',
    (text) => {
      const begin = performance.now();
      for (const name of names) {
        const exchange = new SaslExchange(name);
        exchange.challenge(base64(text));
        exchange.response(base64(text));
      }
      expect(performance.now() - begin).toBeLessThan(2000);
    },
  );
});
