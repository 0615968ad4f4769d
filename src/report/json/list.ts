/** A list that is a member of a document, written as its items come. */
import type { Write } from '../report.js';

/** Item by item: the document may be longer than the longest string. */
export function writeList(write: Write, name: string, items: Iterable<string>): void {
  write(`"${name}":[`);
  let isEmpty = true;
  for (const item of items) {
    write(`${isEmpty ? '\n' : ',\n'}${item}`);
    isEmpty = false;
  }
  write(isEmpty ? '],\n' : '\n],\n');
}
