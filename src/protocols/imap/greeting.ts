/** Finds the server's name in the words of its greeting, which RFC 9051 leaves free. */

/** Labels with dots between them, the last of letters: a version number is no name. */
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** Words with a dot that stand in greetings and are no hosts. */
const NO_HOST = /\.(?:org\/|html?$)/i;

/** Undefined where no word can be a host name. */
export function hostIn(words: string): string | undefined {
  for (const word of words.split(/[\s,;:()<>[\]"']+/)) {
    if (HOST.test(word) && !NO_HOST.test(word)) return word;
  }
  return undefined;
}
