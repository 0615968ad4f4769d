/** Which foreign octets can stand in a sentence as a word. */

const PRINTABLE = /^[\x21-\x7e]+$/;

/** Printable ASCII: what is sent in the place of a command may be anything, the rest of an encrypted record too. */
export function isWord(text: string): boolean {
  return PRINTABLE.test(text);
}
