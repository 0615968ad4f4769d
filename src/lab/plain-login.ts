/** The one message of SASL PLAIN (RFC 4616): authorization identity, NUL, user name, NUL, password, in base64. */

/** Undefined where it is something else. */
export function readPlain(base64: string): { readonly user: string; readonly password: string } | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  const [, user, password, more] = Buffer.from(base64, 'base64').toString('utf8').split('\0');
  return user === undefined || password === undefined || more !== undefined ? undefined : { user, password };
}
