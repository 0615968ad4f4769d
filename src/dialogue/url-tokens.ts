/** Tokens in IMAP URLs (URLAUTH, RFC 4467): whoever has one may fetch what its URL names. */
const TOKEN = /;urlauth=[^\s:;]*:[^\s:;]*:([0-9a-f]+)/gi;

/** Undefined where none of the texts holds one. */
export function urlTokens(texts: readonly string[]): readonly string[] | undefined {
  const tokens = texts.flatMap((text) => [...text.matchAll(TOKEN)].map(([, token]) => token!));
  return tokens.length === 0 ? undefined : tokens;
}
