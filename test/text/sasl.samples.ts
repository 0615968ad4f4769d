/** Parameters for every annotation of a SASL exchange, the corners included. */
import type { LogInParams, SaslNotes } from '../../src/model/notes/sasl.js';
import type { Samples } from './sentences.js';

const none = {};
const nothing = { username: undefined, withPassword: false } as const;

export const sasl: Samples<SaslNotes> = {
  'sasl.prompt': [{ prompt: 'Username:' }],
  'sasl.go-ahead': [{ mechanism: 'PLAIN' }, { mechanism: '' }],
  'sasl.challenge': [
    { mechanism: 'CRAM-MD5', bytes: 40 },
    { mechanism: 'SCRAM-SHA-256', bytes: 40 },
    { mechanism: 'XOAUTH2', bytes: 71 },
    { mechanism: 'GSSAPI', bytes: 1 },
    { mechanism: '', bytes: 1 },
  ],
  'sasl.challenge-in-words': [{ mechanism: 'NTLM', words: 'NTLM supported' }],
  'sasl.username': [{ username: 'anna' }],
  'sasl.password': [{ password: 'geheim' }],
  'sasl.plain': [
    { username: 'anna', password: 'geheim', actingAs: undefined },
    { username: 'anna', password: 'geheim', actingAs: 'postmaster' },
  ],
  'sasl.response': [
    { mechanism: 'X-OWN', bytes: 5 },
    { mechanism: '', bytes: 37 },
  ],
  'sasl.empty': [none],
  'sasl.cancel': [none],
  'sasl.undecodable': [
    { mechanism: 'PLAIN', bytes: 12 },
    { mechanism: '', bytes: 1 },
  ],
  'sasl.server-proof': [{ mechanism: 'SCRAM-SHA-1' }, { mechanism: 'DIGEST-MD5' }],
  'sasl.proof-taken': [none],
  'sasl.cram-md5.challenge': [
    { challenge: '<1896.697170952@mail.kolleg.example>', host: 'mail.kolleg.example' },
    { challenge: '<1896.697170952@>', host: '' },
  ],
  'sasl.cram-md5.response': [{ username: 'anna' }],
  'sasl.digest-md5.challenge': [
    { realms: ['kolleg.example'], protections: ['none'] },
    { realms: ['kolleg.example', 'example.com'], protections: ['none', 'integrity', 'confidentiality'] },
    { realms: [], protections: [] },
  ],
  'sasl.digest-md5.response': [
    { username: 'anna', realm: 'kolleg.example', service: 'imap/mail.kolleg.example', actingAs: undefined, protection: 'none' },
    { username: 'anna', realm: undefined, service: undefined, actingAs: 'bob', protection: 'confidentiality' },
    { username: 'anna', realm: undefined, service: undefined, actingAs: undefined, protection: undefined },
  ],
  'sasl.scram.client-first': [
    { username: 'anna', actingAs: undefined, binding: undefined },
    { username: 'anna', actingAs: 'bob', binding: 'not-offered' },
    { username: 'anna', actingAs: undefined, binding: 'tls-exporter' },
  ],
  'sasl.scram.server-first': [
    { iterations: 4096, foreign: false },
    { iterations: 1, foreign: true },
    { iterations: 4_000_000_000, foreign: false },
  ],
  'sasl.scram.client-final': [
    { mechanism: 'SCRAM-SHA-1', binding: undefined },
    { mechanism: 'SCRAM-SHA-256-PLUS', binding: 'tls-unique' },
  ],
  'sasl.scram.error': [
    { mechanism: 'SCRAM-SHA-1', error: 'invalid-proof' },
    { mechanism: 'SCRAM-SHA-1', error: 'toString' },
  ],
  'sasl.token': [
    { username: 'anna@kolleg.example', scheme: 'Bearer', length: 1200, expires: '2026-11-21T18:00:00Z', host: 'mail.kolleg.example' },
    { username: undefined, scheme: undefined, length: 1, expires: undefined, host: undefined },
  ],
  'sasl.token.refused': [
    { mechanism: 'XOAUTH2', status: '401', scope: 'https://mail.kolleg.example/', configuration: undefined },
    { mechanism: 'OAUTHBEARER', status: 'invalid_token', scope: '', configuration: 'https://kolleg.example/.well-known/openid-configuration' },
    { mechanism: 'OAUTHBEARER', status: 'teapot', scope: undefined, configuration: undefined },
  ],
  'sasl.refusal-taken': [{ mechanism: 'XOAUTH2' }],
  'sasl.external': [{ username: undefined }, { username: 'anna' }],
  'sasl.anonymous': [{ trace: undefined }, { trace: '' }, { trace: 'anna@kolleg.example' }],
  'sasl.gssapi.token': [
    { from: 'client', name: 'Kerberos', content: 'request', service: 'imap/mail.kolleg.example', realm: 'KOLLEG.EXAMPLE', bytes: 700 },
    { from: 'client', name: 'Kerberos', content: 'request', service: undefined, realm: undefined, bytes: 700 },
    { from: 'server', name: 'Kerberos', content: 'reply', service: undefined, realm: undefined, bytes: 150 },
    { from: 'server', name: 'Kerberos', content: 'error', service: undefined, realm: undefined, bytes: 100 },
    { from: 'client', name: '1.3.6.1.4.1.1', content: undefined, service: undefined, realm: undefined, bytes: 1 },
  ],
  'sasl.gssapi.offer': [{ layers: ['none'] }, { layers: ['none', 'integrity', 'confidentiality'] }, { layers: [] }],
  'sasl.gssapi.choice': [
    { layer: 'none', username: 'anna' },
    { layer: undefined, username: undefined },
  ],
  'sasl.ntlm.negotiate': [
    { domain: undefined, workstation: undefined },
    { domain: 'KOLLEG', workstation: 'PC' },
  ],
  'sasl.ntlm.challenge': [
    { target: 'KOLLEG', host: 'mail.kolleg.example', domain: 'kolleg.example' },
    { target: undefined, host: undefined, domain: undefined },
  ],
  'sasl.ntlm.authenticate': [
    { username: 'anna', domain: 'KOLLEG', workstation: 'PC', generation: 2 },
    { username: 'anna', domain: undefined, workstation: undefined, generation: 1 },
    { username: 'anna', domain: undefined, workstation: undefined, generation: undefined },
    { username: undefined, domain: undefined, workstation: 'PC', generation: undefined },
  ],
};

const mechanisms = [
  'PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-256-PLUS', 'XOAUTH2', 'EXTERNAL', 'GSSAPI', 'ANONYMOUS', 'X-OWN', 'CONSTRUCTOR',
];

/** The command that opens an exchange, without initial response and with one of every kind. */
export const openings: readonly LogInParams[] = [
  ...mechanisms.flatMap((mechanism) => [
    { mechanism, ...nothing },
    { mechanism, ...nothing, username: 'anna' },
  ]),
  { mechanism: 'PLAIN', username: 'anna', withPassword: true },
  { mechanism: 'PLAIN', username: 'anna', withPassword: true, initial: { key: 'sasl.plain', params: sasl['sasl.plain'][1]! } },
  { mechanism: 'XOAUTH2', username: 'anna', withPassword: false, initial: { key: 'sasl.token', params: sasl['sasl.token'][0] } },
  { mechanism: 'EXTERNAL', ...nothing, initial: { key: 'sasl.external', params: { username: undefined } } },
];
