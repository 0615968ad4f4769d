/** The list of directives of DIGEST-MD5 (RFC 2831 §7.1): `realm="kolleg.example",qop=auth`. */

/** More than any server sends. */
const MOST = 64;
const DIRECTIVE = /[\s,]*([A-Za-z0-9-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))/sy;
const REST = /[\s,\0]*$/y;

/** By their names in lower case, each with all its values; undefined where the text is no such list. */
export function parseDirectives(text: string): ReadonlyMap<string, readonly string[]> | undefined {
  const directives = new Map<string, string[]>();
  DIRECTIVE.lastIndex = 0;
  let end = 0;
  for (let count = 0; count < MOST; count++) {
    const match = DIRECTIVE.exec(text);
    if (match === null) break;
    end = DIRECTIVE.lastIndex;
    const name = match[1]!.toLowerCase();
    const value = match[2]?.replace(/\\(.)/gs, '$1') ?? match[3] ?? '';
    directives.set(name, [...(directives.get(name) ?? []), value]);
  }
  REST.lastIndex = end;
  return directives.size > 0 && REST.test(text) ? directives : undefined;
}
