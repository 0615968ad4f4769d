/** Text that is kept longer than the line it stood in. */

/** Shorter pieces are copies anyway. */
const SHORTEST_PIECE = 13;

/** A copy: V8 cuts a piece out of a long text by pointing into it, and the piece would keep all of it. */
export function ownText(text: string): string {
  return text.length < SHORTEST_PIECE ? text : (JSON.parse(JSON.stringify(text)) as string);
}
