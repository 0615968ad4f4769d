/** Mailbox names against the wildcards of LIST (RFC 3501 §6.3.8): `*` for anything, `%` for anything but the delimiter. */

/** One pass with a table: a stranger's pattern must not make it slow. INBOX compares without case. */
export function matchesPattern(name: string, pattern: string, delimiter: string): boolean {
  const wanted = /^inbox$/i.test(pattern) ? 'INBOX' : pattern;
  // Whether the pattern so far matches the first `at` characters of the name.
  let reached = Array.from({ length: name.length + 1 }, (_, at) => at === 0);
  for (const character of wanted) {
    const next = new Array<boolean>(name.length + 1).fill(false);
    const isWild = character === '*' || character === '%';
    for (let at = 0; at <= name.length; at++) {
      if (isWild) next[at] = reached[at]! || (at > 0 && next[at - 1]! && (character === '*' || name[at - 1] !== delimiter));
      else next[at] = at > 0 && reached[at - 1]! && name[at - 1] === character;
    }
    reached = next;
  }
  return reached[name.length]!;
}
