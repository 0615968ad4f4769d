/** SASL mechanisms by what they show to somebody who listens; names as in the IANA registry. */

/**
 * `readable`: the password itself, encoded at most. `proof`: only a proof that the client knows it.
 * `token`: something that serves as a password. `outside`: the identity comes from elsewhere (TLS, a ticket).
 */
export type MechanismKind = 'readable' | 'proof' | 'token' | 'outside' | 'none' | 'unknown';

const KINDS: Readonly<Record<string, MechanismKind>> = {
  LOGIN: 'readable',
  PLAIN: 'readable',
  'CRAM-MD5': 'proof',
  'DIGEST-MD5': 'proof',
  NTLM: 'proof',
  XOAUTH2: 'token',
  OAUTHBEARER: 'token',
  EXTERNAL: 'outside',
  GSSAPI: 'outside',
  'GS2-KRB5': 'outside',
  ANONYMOUS: 'none',
};

export function mechanismKind(mechanism: string): MechanismKind {
  return KINDS[mechanism] ?? (mechanism.startsWith('SCRAM-') ? 'proof' : 'unknown');
}
