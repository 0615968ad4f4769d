/** What a bearer token says of itself, if it is a JSON Web Token (RFC 7519): its parts are base64url, signed and not encrypted. */

const TOKEN = /^[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;
/** 9999-12-31: what is later is no time. */
const LATEST = 253_402_300_799;

/** RFC 7519 §4.1.4: when it expires, in seconds since 1970. As RFC 3339, UTC. */
export function expiryOf(token: string): string | undefined {
  const claims = TOKEN.exec(token)?.[1];
  if (claims === undefined) return undefined;
  try {
    const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { exp?: unknown };
    if (typeof exp !== 'number' || !(exp >= 0 && exp <= LATEST)) return undefined;
    return new Date(Math.floor(exp) * 1000).toISOString().replace('.000', '');
  } catch {
    return undefined;
  }
}
