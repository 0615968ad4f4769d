/** SASL mechanisms by what they show to somebody who listens; names as in the IANA registry. */

/**
 * `readable`: the password itself, encoded at most. `proof`: only a proof that the client knows it. `mutual`: the server
 * proves it, too. `token`: something that serves as a password. `certificate`, `ticket`: the identity comes from elsewhere.
 */
export type MechanismKind = 'readable' | 'proof' | 'mutual' | 'token' | 'certificate' | 'ticket' | 'none' | 'unknown';

const KINDS: Readonly<Record<string, MechanismKind>> = {
  LOGIN: 'readable',
  PLAIN: 'readable',
  'CRAM-MD5': 'proof',
  NTLM: 'proof',
  'DIGEST-MD5': 'mutual',
  XOAUTH2: 'token',
  OAUTHBEARER: 'token',
  EXTERNAL: 'certificate',
  GSSAPI: 'ticket',
  'GSS-SPNEGO': 'ticket',
  'GS2-KRB5': 'ticket',
  'GS2-KRB5-PLUS': 'ticket',
  ANONYMOUS: 'none',
};

export function mechanismKind(mechanism: string): MechanismKind {
  if (mechanism.startsWith('SCRAM-')) return 'mutual';
  return Object.hasOwn(KINDS, mechanism) ? KINDS[mechanism]! : 'unknown';
}

/** RFC 5802 §5.1: rounds that a server should ask for at least. */
export const FEWEST_ITERATIONS = 4096;
